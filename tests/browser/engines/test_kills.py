"""What she did is there after her browser was killed; how much of it, how soon after, in each engine."""

from __future__ import annotations

import os
import queue
import shutil
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.engines.browsers import Started, engine_of
from tests.browser.engines.conftest import TABLE
from tests.browser.engines.served import Served

# Which page each kind of edit is made on.
PAGES = {
    "answer": "questions/#living",
    "tick": "plan/",
    "note": "plan/",
    "appointment": "plan/",
    "own step": "plan/",
    "mirror": "mirror/",
    "decision": "decide/you-and-idea/",
    "worksheet": "worksheets/canvas/",
    "business plan": "workbook/",
    "calculator": "calculators/break-even/",
    "import": "plan/",
    "partner form": "join/",
}
# Of these the page says that they are kept; the others it shows, and keeps them meanwhile.
SAID = ("note", "appointment", "decision", "worksheet", "business plan", "calculator", "import")
# Not counted among the edits: what is erased may not come back, and what a coach types is the session's.
BESIDES = {"erased": "plan/", "coach's draft": "coach/"}
DELAYS_MS = tuple(map(int, os.environ.get("PORTAL_KILL_DELAYS", "0 100 500 1000").split()))
# So many of each kind of edit, at each delay.
KILLS = int(os.environ.get("PORTAL_KILLS", "1"))
START_S = 30
# WebKit comes to nothing once in a while after a kill; who meets that opens it again.
TRIES = 3
# What stood there before has been written down long ago: browsers take up to five seconds for it.
WRITTEN_S = 7


class Trial:
    """One browser, killed again and again."""

    def __init__(self, served: Served, browser: str, folder: Path) -> None:
        self.served, self.browser, self.folder = served, browser, folder
        self._last: list[Any] | None = None

    def edit(self, kind: str, number: int, delay_ms: int) -> bool | None:
        """Tell whether the last edit is there; make one, and kill the browser so long after the page showed it."""
        found = None
        for _ in range(TRIES):
            started = self._start(kind, number)
            processes: list[int] = []
            try:
                found = self._told("found") if self._last else found
                self.served.next["last"] = self._last = None
                if kind:
                    # Whoever keeps things for the browser is at work by now.
                    processes = started.processes()
                    self._last = self._told("edit")
                    time.sleep(delay_ms / 1000)
                return found
            except queue.Empty:
                continue
            finally:
                started.kill(processes or started.processes())
        raise AssertionError(f"{self.browser} does not come to {kind or 'its end'} any more")

    def _start(self, kind: str, number: int) -> Started:
        page = (PAGES | BESIDES).get(kind, "about/")
        self.served.next = {"site": "/some-project/", "kind": kind, "number": number, "last": self._last}
        self.served.told.queue.clear()
        return Started(self.browser, self.folder, f"{self.served.address}nl/{page}")

    def _told(self, name: str) -> Any:
        return self.served.told.get(timeout=START_S)[name]


def begun(served: Served, browser: str, folder: Path) -> None:
    """Make the memory of a browser in which somebody answered five questions a while ago."""
    served.next = {"site": "/some-project/", "kind": "", "number": 0, "last": None}
    started = Started(browser, folder, f"{served.address}nl/about/")
    served.told.get(timeout=START_S)
    time.sleep(WRITTEN_S)
    started.kill(started.processes())


def killed(served: Served, browser: str, folder: Path, kinds: list[str], delay_ms: int) -> Counter[str]:
    """Return how many edits of each kind were kept."""
    trial = Trial(served, browser, folder)
    kept: Counter[str] = Counter()
    for number, kind in enumerate([*kinds, ""]):
        found = trial.edit(kind, number, delay_ms)
        if number:
            kept[kinds[number - 1]] += bool(found)
    return kept


def test_what_the_page_said_is_kept_is_there_after_a_kill(
    host: Path, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    browser = os.environ["PORTAL_BROWSER"]
    served = Served(host, "kills.js")
    rows = {}
    begun(served, browser, tmp_path / "begun")
    for delay in DELAYS_MS:
        shutil.copytree(tmp_path / "begun", tmp_path / str(delay), symlinks=True)
        rows[delay] = killed(served, browser, tmp_path / str(delay), [*PAGES, *BESIDES] * KILLS, delay)
    served.end()
    told = [f"{engine_of(browser)}: of {KILLS * len(PAGES)} edits, kept after a kill so many ms later"]
    for delay, kept in rows.items():
        lost = {kind: KILLS - kept[kind] for kind in PAGES if kept[kind] < KILLS}
        besides = ", ".join(f"{kind} {kept[kind]} of {KILLS}" for kind in BESIDES)
        told.append(f"{delay:5} {sum(kept[kind] for kind in PAGES):4}   lost: {lost or 'none'}; besides: {besides}")
    record_property(TABLE, "\n".join(told))
    faults = {
        (delay, kind): kept[kind]
        for delay, kept in rows.items()
        for kind in PAGES
        if kept[kind] < KILLS and (delay == DELAYS_MS[-1] or kind in SAID)
    }
    assert not faults
