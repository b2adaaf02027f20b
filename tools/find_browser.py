"""Print the path of a browser for the tests: a given one, one on the machine, or one that can be installed.

`find_browser.py` alone asks for a Chromium, `find_browser.py firefox` for a Firefox, `find_browser.py webkit` for the
driver of WebKit.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Engine:
    """A browser's engine: its commands and where else it may stand, best first, and Debian's packages of the best."""

    names: tuple[str, ...]
    packages: tuple[str, ...]
    elsewhere: tuple[Path, ...]


ENGINES = {
    # The shell is the same engine without windows: every test takes two thirds of the time.
    "chromium": Engine(
        ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        ("chromium-headless-shell",),
        (Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),),
    ),
    "firefox": Engine(
        ("firefox-esr", "firefox"),
        ("firefox-esr",),
        (Path("/Applications/Firefox.app/Contents/MacOS/firefox"),),
    ),
    # Its driver is what the tests start; it shows a window, and so needs a screen.
    "webkit": Engine(("WebKitWebDriver",), ("webkit2gtk-driver", "xvfb", "xauth"), ()),
}


def find_browser(name: str) -> str:
    """Return the path of a browser, or of its driver; exits with what to do where none can be had."""
    named = os.environ.get("PORTAL_BROWSER")
    if named and name == "chromium":
        if not Path(named).exists():
            raise SystemExit(f"PORTAL_BROWSER names {named}, which does not exist.")
        return named
    engine = ENGINES[name]
    best = shutil.which(engine.names[0])
    # In a container, where one is root, the best may come; on somebody's own machine what stands there is enough.
    there, installed = _on_machine, _from_packages
    ways = (installed, there) if os.geteuid() == 0 else (there, installed)
    return best or ways[0](engine) or ways[1](engine) or _from_playwright(name) or _none(name)


def _on_machine(engine: Engine) -> str | None:
    installed = next((path for name in engine.names if (path := shutil.which(name))), None)
    return installed or next((str(path) for path in engine.elsewhere if path.exists()), None)


def _from_packages(engine: Engine) -> str | None:
    """Install Debian's package where this user may."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and _runs(["sudo", "-n", "true"]):
        prefix = ["sudo", "-n"]
    else:
        return None
    print(f"Installing {' '.join(engine.packages)} with apt-get ...", file=sys.stderr)
    _runs([*prefix, "apt-get", "update", "-q"])
    _runs([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q", *engine.packages])
    return shutil.which(engine.names[0])


def _from_playwright(name: str) -> str | None:
    """Let Playwright download its own Chromium; its own Firefox speaks another protocol than a released one."""
    from playwright.sync_api import sync_playwright

    if name != "chromium":
        return None
    print("Downloading a Chromium with Playwright ...", file=sys.stderr)
    if not _runs([sys.executable, "-m", "playwright", "install", "chromium"]):
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr, check=False).returncode == 0


def _none(name: str) -> str:
    engine = ENGINES[name]
    install = f"sudo apt install {' '.join(engine.packages)}"
    if name != "chromium":
        raise SystemExit(f"Nothing is tried in {name.title()}: {engine.names[0]} is not here. Install it: {install}")
    raise SystemExit(
        f"The tests need {engine.names[0]}, or one like it, and none was found.\n"
        f"Install one (Debian and Ubuntu: {install}),\n"
        "or name a Chromium: PORTAL_BROWSER=/path/to/chromium make test"
    )


if __name__ == "__main__":
    print(find_browser(*sys.argv[1:] or ["chromium"]))
