"""Which engine the tests walk, and how its browser is started by itself, with a memory of its own, and killed."""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

from tests.browser.conftest import FLAGS

# A browser that was killed asks nobody anything when it starts again, and welcomes nobody.
PREFERENCES = """
user_pref("toolkit.startup.max_resumed_crashes", -1);
user_pref("browser.sessionstore.resume_from_crash", false);
user_pref("browser.aboutwelcome.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.normandy.enabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
"""


def engine_of(path: str) -> str:
    """Return which engine stands behind a browser, or behind its driver."""
    name = Path(path).name.lower()
    return "firefox" if "firefox" in name else "webkit" if "webkit" in name else "chromium"


def mini_browser() -> Path:
    """Return the small browser that stands beside WebKit's driver, in the folder of its library."""
    return next(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))


class Started:
    """A browser that keeps what it keeps in a folder, at a page."""

    def __init__(self, browser: str, folder: Path, address: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        engine = engine_of(browser)
        environment = os.environ.copy()
        if engine == "firefox":
            (folder / "user.js").write_text(PREFERENCES, "utf-8")
            command = [browser, "--headless", "--no-remote", "--profile", str(folder), address]
        elif engine == "webkit":
            environment |= {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("DATA", "CACHE", "CONFIG")}
            command = [str(mini_browser()), address]
        else:
            command = [browser, "--headless", *FLAGS, f"--user-data-dir={folder}", address]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self._process = subprocess.Popen(command, env=environment, start_new_session=True, **quiet)  # type: ignore[call-overload]

    def processes(self) -> list[int]:
        """Return every process of it: the browser's own, and those that draw, ask and keep for it."""
        lines = subprocess.run(["ps", "-A", "-o", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
        parents = {int(child): int(parent) for child, parent in map(str.split, lines.splitlines())}
        found = [self._process.pid]
        for process in found:
            found += [child for child, parent in parents.items() if parent == process]
        return found

    def kill(self, processes: list[int]) -> None:
        """End all of it at once, so that nothing of it can put anything down any more."""
        for process in processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
