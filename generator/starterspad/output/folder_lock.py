"""One build at a time writes into a folder: the next one waits."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


@contextmanager
def locked(folder: Path, waits: Callable[[], None]) -> Iterator[None]:
    """Hold `folder`, which is made where it is not there; calls `waits` once where another process holds it.

    The lock lies on the folder itself, so that no file stays behind, and ends with the process, however that ends. One
    that was made here and stayed empty goes again.
    """
    made = not folder.exists()
    handle = _hold(folder, waits)
    try:
        yield
    finally:
        if made:
            with suppress(OSError):  # not empty: it holds a site now
                folder.rmdir()
        if handle is not None:
            os.close(handle)


def _hold(folder: Path, waits: Callable[[], None]) -> int | None:
    """Return what holds the folder until it is closed; None where this system, or its disk, knows no locks."""
    while True:
        folder.mkdir(parents=True, exist_ok=True)
        if sys.platform == "win32":
            return None
        handle = os.open(folder, os.O_RDONLY)
        try:
            _wait_for(handle, waits)
            if _is_still(handle, folder):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _is_still(handle: int, folder: Path) -> bool:
    """Tell whether the folder is the one that is held: who held it before may have taken an empty one away."""
    try:
        return os.path.samestat(os.fstat(handle), folder.stat())
    except FileNotFoundError:
        return False


def _wait_for(handle: int, waits: Callable[[], None]) -> None:
    if sys.platform == "win32":
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waits()
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        return  # a disk of another machine that knows no locks
