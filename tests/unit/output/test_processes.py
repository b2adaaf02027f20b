"""Work that several processes share: each piece once, and what goes wrong comes home."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable

import pytest
from starterspad.output.processes import in_processes


def test_each_piece_is_taken_once_whoever_takes_it() -> None:
    def work(pieces: Iterable[int]) -> list[int]:
        return list(pieces)

    shares = list(in_processes(range(1000), work))
    assert sorted(number for share in shares for number in share) == list(range(1000))


def test_what_goes_wrong_in_another_process_is_raised_here() -> None:
    home = os.getpid()

    def work(pieces: Iterable[int]) -> int:
        for _ in pieces:
            pass
        if os.getpid() != home or len(os.sched_getaffinity(0)) == 1:
            raise OSError(28, "No space left on device")
        return 0

    with pytest.raises(OSError, match="No space left"):
        list(in_processes(range(8), work))


def test_an_error_that_cannot_be_copied_is_told_in_its_words() -> None:
    home = os.getpid()

    class Odd(Exception):
        def __reduce__(self) -> str:
            raise TypeError("not to be copied")

    def work(pieces: Iterable[int]) -> int:
        for _ in pieces:
            pass
        if os.getpid() != home or len(os.sched_getaffinity(0)) == 1:
            raise Odd("the words")
        return 0

    with pytest.raises(Exception, match="the words"):
        list(in_processes(range(8), work))


def test_a_program_with_threads_does_everything_itself() -> None:
    done = threading.Event()
    beside = threading.Thread(target=done.wait)
    beside.start()
    try:
        assert list(in_processes(range(8), lambda pieces: (os.getpid(), len(list(pieces))))) == [(os.getpid(), 8)]
    finally:
        done.set()
        beside.join()
