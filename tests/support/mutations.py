"""Hostile inputs out of good ones: each follows from its number alone, so that what went wrong can be made again."""

from __future__ import annotations

import random
from collections.abc import Sequence

# What readers of YAML, of e-mail, of JSON and of addresses stumble over.
_TOKENS = (
    b"\x00", b"\t", b"\r", b"\r\n", b"\xff", b"\xc3", b"\xe2\x80\xae", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\xe2\x80\x8b", b"{", b"}", b"[", b"]", b"'", b'"', b": ", b"- ", b"? ", b"&a ", b"*a ", b"!x ",
    b"|\n", b">\n", b"%YAML 1.1\n",
    b"---\n", b"...\n", b"# ", b"<<: ", b"~", b"null", b"true", b"2026-99-99", b"-1", b"1e999", b"{fact: x}", b"{fact:",
    b"<script>", b"javascript:alert(1)", b"https://[", b"http://", b"//", b"..", b"../../etc/passwd", b"\\", b"$(id)",
    b"__proto__", b"constructor", b"=?utf-8?q?", b"=C3", b"=\n", b"Content-Type: text/plain; charset=", b"boundary=",
    b"Content-Transfer-Encoding: base64\n", b"\n\n", b"\n ", b"[end]", b"[name] ", b"[services.", b"> ", b"-- \n", b"<",
    b"<<<<<<< a\n", b"=======\n", b">>>>>>> b\n", b"9" * 400, b"x" * 300, b"\xcc\x81" * 9, b"A" * 70, b"_w", b"%00",
)  # fmt: skip


def mutated(number: int, bases: Sequence[bytes], limit: int) -> bytes:
    """Return the hostile input of a number: one of the good ones, changed once or more, and now and then huge."""
    chance = random.Random(number)
    data = chance.choice(bases)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        data = _changed(data, chance, bases)
    if chance.random() < 0.02 and data:
        start = chance.randrange(len(data))
        piece = data[start : start + chance.choice((1, 2, 9, 80, 700))] or b"x"
        data = data[:start] + piece * (limit // len(piece)) + data[start:]
    return data[: limit + chance.choice((0, 0, 0, 1))] if len(data) > limit else data


def _changed(data: bytes, chance: random.Random, bases: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice((0, 1, 1, 3, 20, 200)))
    lines = data.split(b"\n")
    line = chance.randrange(len(lines))
    match chance.randrange(9):
        case 0:
            return data[:at] + chance.choice(_TOKENS) + data[to:]
        case 1:
            return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
        case 2:
            return data[:at] + data[to:]
        case 3:
            return data[:at] + data[at:to] * chance.choice((2, 5, 60)) + data[to:]
        case 4:
            other = chance.choice(bases)
            return data[:at] + other[chance.randrange(len(other) + 1) :]
        case 5:
            return b"\n".join((*lines[:line], *lines[line + 1 :]))
        case 6:
            return b"\n".join((*lines[:line], chance.choice(lines), *lines[line:]))
        case 7:
            before, colon, _ = lines[line].partition(b": ")
            return b"\n".join((*lines[:line], before + colon + chance.choice(_TOKENS), *lines[line + 1 :]))
        case _:
            words = b" ".join(chance.choice(_TOKENS) for _ in range(chance.choice((2, 6, 30))))
            return data[:at] + words + data[at:]
