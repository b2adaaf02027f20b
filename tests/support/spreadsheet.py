"""Reads the formulas of a sheet and works them out in fractions: a second reader of what spreadsheets get."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from starterspad.rules.money.arithmetic import rounded

NOT_KNOWN = "#N/A"
_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)|(?P<text>\"[^\"]*\")"
    r"|(?P<cell>(?:'(?P<sheet>[^']+)'!)?\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+))(?![A-Z(])"
    r"|(?P<name>[A-Z]+)|(?P<sign><=|>=|<>|[-+*/(),:<>=])"
)
_ROUNDING = {"ROUND": "round", "ROUNDUP": "round_up", "ROUNDDOWN": "round_down"}
_COMPARED: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "<": Fraction.__lt__,
    "<=": Fraction.__le__,
    ">": Fraction.__gt__,
    ">=": Fraction.__ge__,
    "=": Fraction.__eq__,
    "<>": lambda left, right: left != right,
}
# In columns and rows from 1, by the name of the sheet.
Place = tuple[str, int, int]
Value = Fraction | bool | str | None
Thunk = Callable[[], Any]


class NoFigure(Exception):
    """What a spreadsheet shows as an error."""


@dataclass
class Book:
    """The sheets of a file, as rows of cells; what is worked out is kept."""

    sheets: Mapping[str, list[list[dict[str, Any] | None]]]

    def __post_init__(self) -> None:
        self.worked_out: dict[Place, Value | NoFigure] = {}

    def value(self, sheet: str, column: int, row: int) -> Value:
        """Return what a cell shows; raises `NoFigure` for an error, and returns None for an empty one."""
        place = (sheet, column, row)
        if place not in self.worked_out:
            try:
                self.worked_out[place] = self._work_out(place)
            except NoFigure as error:
                self.worked_out[place] = error
        known = self.worked_out[place]
        if isinstance(known, NoFigure):
            raise known
        return known

    def _work_out(self, place: Place) -> Value:
        sheet, column, row = place
        cells = self.sheets[sheet][row - 1] if row <= len(self.sheets[sheet]) else []
        cell = cells[column - 1] if column <= len(cells) else None
        if cell is None:
            return None
        if "formula" in cell:
            value: Value = _Reader(cell["formula"], self, sheet).whole()
            return value
        if "number" in cell:
            return Fraction(str(cell["number"]))
        return str(cell.get("text", ""))


class _Reader:
    """Reads a formula from left to right; each part is worked out when it is asked for, as IF asks for one of two."""

    def __init__(self, formula: str, book: Book, sheet: str) -> None:
        self.tokens = list(_tokens(formula))
        self.place = 0
        self.book = book
        self.sheet = sheet

    def whole(self) -> Any:
        value = self.compared()
        assert self.place == len(self.tokens), self.tokens[self.place :]
        return value()

    def sign(self, *signs: str) -> str:
        if self.place < len(self.tokens) and self.tokens[self.place].lastgroup == "sign":
            text = self.tokens[self.place][0]
            if text in signs:
                self.place += 1
                return text
        return ""

    def compared(self) -> Thunk:
        left = self.added()
        sign = self.sign(*_COMPARED)
        if not sign:
            return left
        right = self.added()
        return lambda: _COMPARED[sign](_figure(left()), _figure(right()))

    def added(self) -> Thunk:
        value = self.multiplied()
        while sign := self.sign("+", "-"):
            value = _both(value, sign, self.multiplied())
        return value

    def multiplied(self) -> Thunk:
        value = self.signed()
        while sign := self.sign("*", "/"):
            value = _both(value, sign, self.signed())
        return value

    def signed(self) -> Thunk:
        if self.sign("-"):
            inner = self.signed()
            return lambda: -_figure(inner())
        return self.atom()

    def atom(self) -> Thunk:
        if self.sign("("):
            inner = self.compared()
            assert self.sign(")")
            return inner
        token = self.tokens[self.place]
        self.place += 1
        if token["number"]:
            return lambda: Fraction(token["number"])
        if token["text"]:
            return lambda: token["text"][1:-1]
        if token["cell"]:
            return self.cells(token)
        return self.function(token["name"])

    def cells(self, first: re.Match[str]) -> Thunk:
        sheet, row, start = first["sheet"] or self.sheet, int(first["row"]), _column(first["column"])
        if not self.sign(":"):
            return lambda: self.book.value(sheet, start, row)
        last = self.tokens[self.place]
        self.place += 1
        assert int(last["row"]) == row
        columns = range(start, _column(last["column"]) + 1)
        return lambda: [self.book.value(sheet, column, row) for column in columns]

    def function(self, name: str) -> Thunk:
        if name in ("TRUE", "FALSE"):
            return lambda: name == "TRUE"
        assert self.sign("("), name
        parts: list[Thunk] = []
        while not self.sign(")"):
            parts.append(self.compared())
            self.sign(",")
        return lambda: _called(name, parts)


def _tokens(formula: str) -> Iterator[re.Match[str]]:
    place = 0
    while place < len(formula):
        match = _TOKEN.match(formula, place)
        assert match, formula[place:]
        yield match
        place = match.end()


def _column(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def _figure(value: Any) -> Fraction:
    if value is None:
        return Fraction(0)
    if isinstance(value, Fraction):
        return value
    raise NoFigure(f"{value!r} is no figure")


def _both(left: Thunk, sign: str, right: Thunk) -> Thunk:
    def value() -> Fraction:
        first, second = _figure(left()), _figure(right())
        if sign == "/" and not second:
            raise NoFigure("#DIV/0!")
        return {
            "+": lambda: first + second,
            "-": lambda: first - second,
            "*": lambda: first * second,
            "/": lambda: first / second,
        }[sign]()

    return value


def _called(name: str, parts: list[Thunk]) -> Any:
    if name == "IF":
        return parts[1]() if parts[0]() else parts[2]()
    if name == "IFERROR":
        try:
            return parts[0]()
        except NoFigure:
            return parts[1]()
    if name == "NA":
        raise NoFigure(NOT_KNOWN)
    values = [part() for part in parts]
    if name == "NOT":
        return not values[0]
    if name in _ROUNDING:
        return rounded(_figure(values[0]), int(_figure(values[1])), _ROUNDING[name])
    if name == "POWER":
        return _figure(values[0]) ** int(_figure(values[1]))
    if name == "INDEX":
        return values[0][int(_figure(values[2])) - 1]
    figures = [figure for value in values for figure in _counted(value)]
    return {"SUM": lambda: sum(figures, Fraction(0)), "MIN": lambda: min(figures), "MAX": lambda: max(figures)}[name]()


def _counted(value: Any) -> list[Fraction]:
    """A range counts its figures alone, and what stands between commas counts as it is."""
    return [each for each in value if isinstance(each, Fraction)] if isinstance(value, list) else [_figure(value)]
