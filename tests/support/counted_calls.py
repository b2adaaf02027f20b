"""Work, counted: how often anything is called, which no machine and no other program on it changes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

# So much more work at most where there is twice as much to do.
TWICE = 2.2


def counted_calls(work: Callable[[], object]) -> int:
    """Return how often `work` calls anything, functions of C included."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
