"""The smallest pieces of a formula: numbers, names, units and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.problems import quoted

_SIGNS = {"×": "*", "÷": "/", "−": "-", "≤": "<=", "≥": ">=", "≠": "!=", "=": "=="}
_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<name>[a-z][a-z0-9_]*)|\"(?P<text>[a-z][a-z0-9-]*)\""
    r"|\[(?P<unit>[^\[\]]*)\]|(?P<sign><=|>=|==|!=|[-+*/×÷−<>=≤≥≠(),%]))"
)


class FormulaFault(Exception):
    """A formula that cannot stand: the message says why, `remedy` what to write instead.

    `of_units` tells that two units do not fit.
    """

    def __init__(self, message: str, remedy: str = "", *, of_units: bool = False) -> None:
        super().__init__(message)
        self.remedy = remedy
        self.of_units = of_units


@dataclass(frozen=True)
class Token:
    """A piece: a number, a name, a text between quotes, a unit between brackets, or a sign."""

    kind: str
    text: str


def tokens(text: str) -> Iterator[Token]:
    """Yield the pieces of a formula; raises `FormulaFault`."""
    place = 0
    rest = text.rstrip()
    while place < len(rest):
        match = _TOKEN.match(rest, place)
        if match is None:
            odd = rest[place:].lstrip()[:12]
            remedy = (
                "a formula holds numbers such as 0.5, names, + - × ÷, comparisons and the functions of the language"
            )
            raise FormulaFault(f"{quoted(odd)} means nothing in a formula", remedy)
        kind = match.lastgroup or ""
        yield Token(kind, _SIGNS.get(match[kind], match[kind]) if kind == "sign" else match[kind])
        place = match.end()
