"""Hosts on this machine that answer as the web does: well, elsewhere, late, drop by drop, with nonsense, or not at all.

Every address of 127.0.0.0/8 is this machine, so each host of a trial has a name of its own.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
_MOVES = {
    "moved": (301, "/fine"), "for-now": (302, "/fine"), "round": (302, "/round"), "to-file": (301, "file:///etc/passwd"),
    "to-ftp": (302, "ftp://127.0.0.1/file"), "inside": (301, "http://192.168.0.1/"), "to-nonsense": (301, "http://[half/"),
}  # fmt: skip
_STATUSES = {"missing": 404, "gone": 410, "refused": 403, "broken": 500}
_NO_ANSWER = "no answer in time"
# What each path is answered with: the states that are right, and a part of the words.
KINDS: dict[str, tuple[str, str]] = {
    "fine": ("fine", "200"), "for-now": ("fine", "200"), "moved": ("moved", "200"), "missing": ("gone", "404"),
    "gone": ("gone", "410"), "refused": ("refused", "403"), "broken": ("unreachable", "500"),
    "round": ("unreachable", "without end"), "to-file": ("unreachable", "file:"), "to-ftp": ("unreachable", "ftp:"),
    "inside": ("private", "private"), "to-nonsense": ("unreachable", ""), "silent": ("unreachable", _NO_ANSWER),
    "drips": ("unreachable", _NO_ANSWER), "drips-body": ("fine", "200"), "cut": ("unreachable", ""),
    "reset": ("unreachable", ""), "garbage": ("unreachable", ""), "nothing": ("unreachable", ""),
    "huge-header": ("unreachable", ""), "many-headers": ("unreachable", ""), "closed": ("unreachable", ""),
    "tls": ("unreachable", ""),
}  # fmt: skip
FAULTY = ("round", "to-file", "silent", "drips", "cut", "reset", "garbage", "nothing", "huge-header", "many-headers",
          "closed", "tls", "to-ftp", "broken", "to-nonsense")  # fmt: skip
_GOOD = ("fine", "fine", "fine", "for-now", "moved", "missing", "gone", "refused", "inside", "drips-body")


async def _answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.CancelledError):
        head = await reader.readuntil(b"\r\n")
        kind = head.decode("latin-1").split(" ")[1].strip("/").partition("/")[0] if b" /" in head else "fine"
        await _write(kind, writer)
        writer.close()


async def _write(kind: str, writer: asyncio.StreamWriter) -> None:
    if kind == "silent":
        await asyncio.sleep(3600)
    elif kind in ("drips", "drips-body"):
        writer.write(b"HTTP/1.1 200 OK\r\nX: " if kind == "drips" else b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            writer.write(b"y")
            await writer.drain()
            await asyncio.sleep(0.05)
    elif kind == "reset":
        connection = writer.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    elif kind in _MOVES:
        status, to = _MOVES[kind]
        writer.write(f"HTTP/1.1 {status} Moved\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode())
    elif kind in _STATUSES:
        writer.write(f"HTTP/1.1 {_STATUSES[kind]} No\r\nContent-Length: 0\r\n\r\n".encode())
    else:
        writer.write(
            {
                "cut": b"HTTP/1.1 2",
                "garbage": b"\x00\xff nonsense\r\n\r\n",
                "nothing": b"",
                "huge-header": b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",
                "many-headers": b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
            }.get(kind, _OK)
        )


@contextmanager
def odd_hosts() -> Iterator[int]:
    """Serve all kinds on every address of this machine; gives the port."""
    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(asyncio.start_server(_answer, "0.0.0.0", 0, backlog=1000))
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        server.close()
        for task in asyncio.all_tasks(loop):
            task.cancel()
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()


def odd_addresses(count: int, port: int) -> dict[str, str]:
    """Return address -> kind for so many addresses, a third of them faulty, five to a host."""
    kinds: dict[str, str] = {}
    for number in range(count):
        host = number // 5
        faulty = number % 3 == 0
        kind = FAULTY[number // 3 % len(FAULTY)] if faulty else _GOOD[number % len(_GOOD)]
        name = f"127.{1 + host // 62500}.{host // 250 % 250}.{1 + host % 250}"
        scheme, at = ("https", port) if kind == "tls" else ("http", 1 if kind == "closed" else port)
        kinds[f"{scheme}://{name}:{at}/{kind}/{number}"] = kind
    return kinds


def wrong_answer(kind: str, state: str, words: str) -> bool:
    """Tell whether an address of a kind got an answer that it should not have; not to be asked is none."""
    right, part = KINDS[kind]
    return state != "unasked" and (state != right or part not in words or not words)


if __name__ == "__main__":
    with odd_hosts() as served:
        sys.stdout.write(f"{served}\n")
        sys.stdout.flush()
        threading.Event().wait()
