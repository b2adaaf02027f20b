"""Share work among processes, each of which takes the next piece as soon as it is free."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, ForkProcess
from multiprocessing.sharedctypes import Synchronized
from typing import Generic, TypeVar, cast

Piece = TypeVar("Piece")
Result = TypeVar("Result")

# More hardly help: the disk is one.
_MOST = 4


def in_processes(pieces: Sequence[Piece], work: Callable[[Iterable[Piece]], Result]) -> Iterator[Result]:
    """Yield what `work` returns in each of several processes, this one first; each takes the pieces that are left.

    Who takes which piece differs from run to run. What is in memory now is there in every process; what `work` returns
    must be something that can be pickled. Raises what `work` raises, in whichever process. Only Linux copies a process
    safely and at once: elsewhere this one does everything, and so it does where other threads run in it.
    """
    if not _can_fork() or len(pieces) < 2:
        yield work(pieces)
        return
    context: ForkContext = multiprocessing.get_context("fork")
    counter = cast("Synchronized[int]", context.Value("i", 0))
    others = [_Other(context, pieces, work, counter) for _ in range(min(_cpus(), _MOST, len(pieces)) - 1)]
    try:
        yield work(_left(pieces, counter))
        for other in others:
            yield other.result()
    finally:
        for other in others:
            other.stop()


def _can_fork() -> bool:
    import threading

    return sys.platform == "linux" and threading.active_count() == 1


def _cpus() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _left(pieces: Sequence[Piece], counter: Synchronized[int]) -> Iterator[Piece]:
    while True:
        with counter.get_lock():
            number = counter.value
            counter.value += 1
        if number >= len(pieces):
            return
        yield pieces[number]


class _Other(Generic[Piece, Result]):
    """A copy of this process that works beside it."""

    def __init__(
        self,
        context: ForkContext,
        pieces: Sequence[Piece],
        work: Callable[[Iterable[Piece]], Result],
        counter: Synchronized[int],
    ) -> None:
        self._answer, send = context.Pipe(duplex=False)

        def run() -> None:
            try:
                answer: tuple[bool, object] = (True, work(_left(pieces, counter)))
            except BaseException as error:  # it is raised again where it is waited for
                answer = (False, error)
            _send(send, answer)
            os._exit(0)

        self._process: ForkProcess = context.Process(target=run, daemon=True)
        self._process.start()
        send.close()

    def result(self) -> Result:
        try:
            well, value = cast("tuple[bool, object]", self._answer.recv())
        except EOFError:
            raise RuntimeError("a process that made pages was ended from outside") from None
        if isinstance(value, BaseException) and not well:
            raise value
        return cast("Result", value)

    def stop(self) -> None:
        self._process.terminate()
        self._process.join()
        self._answer.close()


def _send(connection: Connection[tuple[bool, object], object], answer: tuple[bool, object]) -> None:
    try:
        connection.send(answer)
    except Exception:  # an error that cannot be copied is told in its words
        connection.send((False, RuntimeError(repr(answer[1]))))
