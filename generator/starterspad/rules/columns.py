"""Whole numbers as one text, a character a number: small on the wire, and read without making an object of each."""

from __future__ import annotations

from collections.abc import Iterable

# The first characters above are written as they are in JSON; halves of a surrogate pair are no characters.
_FIRST = ord("#")
_HALVES = range(0xD800, 0xE000)


def column(numbers: Iterable[int]) -> str:
    """Return the text of a column of numbers from 0; `numbersIn` of `web/core/rules/columns.js` reads it."""
    return "".join(_character(number + _FIRST) for number in numbers)


def _character(code: int) -> str:
    return chr(code if code < _HALVES.start else code + len(_HALVES))
