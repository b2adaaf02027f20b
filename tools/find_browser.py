"""Print the path of a Chromium for the tests: a given one, one on the machine, or one that can be installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


def find_browser() -> str:
    """Return a browser's path; exits with what to do where none can be had."""
    named = os.environ.get("PORTAL_BROWSER")
    if named:
        if not Path(named).exists():
            raise SystemExit(f"PORTAL_BROWSER names {named}, which does not exist.")
        return named
    return _on_machine() or _from_packages() or _from_playwright() or _none()


def _on_machine() -> str | None:
    installed = next((path for name in NAMES if (path := shutil.which(name))), None)
    return installed or (str(MAC) if MAC.exists() else None)


def _from_packages() -> str | None:
    """Install Debian's Chromium where this user may."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and _runs(["sudo", "-n", "true"]):
        prefix = ["sudo", "-n"]
    else:
        return None
    print("Installing chromium with apt-get ...", file=sys.stderr)
    _runs([*prefix, "apt-get", "update", "-q"])
    _runs([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q", "chromium"])
    return _on_machine()


def _from_playwright() -> str | None:
    """Let Playwright download its own Chromium."""
    from playwright.sync_api import sync_playwright

    print("Downloading a Chromium with Playwright ...", file=sys.stderr)
    if not _runs([sys.executable, "-m", "playwright", "install", "chromium"]):
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, stdout=sys.stderr, stderr=sys.stderr, check=False).returncode == 0


def _none() -> str:
    raise SystemExit(
        "The tests need a browser and none was found.\n"
        "Install one (Debian and Ubuntu: sudo apt install chromium),\n"
        "or name one: PORTAL_BROWSER=/path/to/chromium make test"
    )


if __name__ == "__main__":
    print(find_browser())
