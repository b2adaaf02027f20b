"""What a command costs, with all processes that it starts: processor seconds, and memory."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

# How often memory is looked at: seldom enough to cost the command nothing that would be seen.
_LOOK = 0.1


@dataclass(frozen=True)
class Cost:
    """What a run took. `largest` is the memory of its largest process; `together` that of all at once, 0 if unknown."""

    cpu: float
    wall: float
    largest: int
    together: int


def run(command: Sequence[str], folder: Path, settings: Mapping[str, str]) -> Cost:
    """Run a command to its end and return what it cost; raises `RuntimeError` with what it said if it failed.

    The system counts for it: seconds of every process that was waited for, and the most memory that one of them had.
    A process begins with the memory of who starts it, so this program must stay small while it measures.
    """
    with tempfile.TemporaryFile("w+") as said:
        started = time.monotonic()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **settings}, stdout=subprocess.DEVNULL, stderr=said
        )
        ended, together = threading.Event(), [0]
        watcher = threading.Thread(target=_watch, args=(process.pid, ended, together), daemon=True)
        watcher.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        ended.set()
        watcher.join()
        if process.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)} failed:\n{said.read()}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit, together[0])


def cpu_seconds(pid: int) -> float:
    """Return the processor seconds of a process that still runs, and of those it waited for; 0 where none can tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")


def _watch(pid: int, ended: threading.Event, most: list[int]) -> None:
    while not ended.wait(_LOOK):
        most[0] = max(most[0], sum(map(_memory, _family(pid))))


def _family(pid: int) -> Iterator[int]:
    """Yield a process and all below it, as far as the system tells."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _memory(pid: int) -> int:
    """Return the bytes that a process has, of what it shares with others its share alone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
