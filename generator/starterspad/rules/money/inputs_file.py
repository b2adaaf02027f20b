"""A file of what is filled in, judged: it may come from anybody."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from starterspad.content.problems import InvalidContent, Location, Problem, did_you_mean, quoted
from starterspad.rules.money.arithmetic import shown
from starterspad.rules.money.compiled import Computation, ComputedInput

MOST_BYTES = 64 * 1024
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,12})?")
_POWER_OF_TEN = 20


class _Figure(str):
    """A number as JSON has it, with all its digits."""

    __slots__ = ()


class _Refused(Exception):
    """Why a file of inputs cannot be read."""


def read_inputs(path: Path, computation: Computation) -> dict[str, tuple[Fraction, ...] | None]:
    """Read `{"price": 12.5, "each_month": [1, 2]}`; null is what she says she does not know.

    Raises `InvalidContent` with one error for each input that cannot stand.
    """
    name = path.name
    try:
        tree = _tree(path)
    except _Refused as refused:
        raise InvalidContent([Problem(Location(name), str(refused), 'write {"price": 12.5}', "inputs")]) from None
    filled: dict[str, tuple[Fraction, ...] | None] = {}
    problems: list[Problem] = []
    for id, value in tree.items():
        item = computation.inputs.get(id)
        try:
            if item is None:
                raise WrongInput(f"unknown input {quoted(id)}", did_you_mean(id, computation.inputs))
            filled[id] = None if value is None else judged(item, value, computation.most_months)
        except WrongInput as wrong:
            problems.append(Problem(Location(name), str(wrong), wrong.remedy, "inputs"))
    if problems:
        raise InvalidContent(problems)
    return filled


class WrongInput(Exception):
    """An input that cannot stand; `remedy` says what may be written."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def judged(item: ComputedInput, value: object, months: int) -> tuple[Fraction, ...]:
    """Return the figures of an input; raises `WrongInput`."""
    if isinstance(value, list):
        asked = item.asked or months
        if item.asked is None:
            raise WrongInput(f"{item.id} takes one figure, not a list", "write one number")
        if len(value) not in (1, asked):
            raise WrongInput(f"{item.id} takes {asked} figures, not {len(value)}", f"write {asked}, or one for all")
        return tuple(_judged_figure(item, figure) for figure in value)
    return (_judged_figure(item, value),)


def _judged_figure(item: ComputedInput, value: object) -> Fraction:
    figure = _fraction(value)
    if figure is None:
        raise WrongInput(f"{item.id}: {quoted(value)} is no number", "write digits, such as 12.50")
    if item.options:
        if figure not in item.options:
            known = ", ".join(shown(option, item.decimals) for option in item.options)
            raise WrongInput(f"{item.id}: {quoted(value)} is none of the choices", f"choose one of {known}")
        return figure
    if not item.min <= figure <= item.max:
        limits = f"{shown(item.min, item.decimals)} to {shown(item.max, item.decimals)} {item.unit.words}"
        raise WrongInput(f"{item.id}: {quoted(value)} lies outside its limits", f"write {limits}")
    if (figure * 10**item.decimals).denominator != 1:
        many = f"{item.decimals} digits behind the point" if item.decimals else "no digits behind the point"
        raise WrongInput(f"{item.id}: {quoted(value)} is too exact", f"it takes {many}")
    return figure


def _fraction(value: object) -> Fraction | None:
    if isinstance(value, _Figure):
        number = Decimal(value)
        exponent = number.as_tuple().exponent
        plain = isinstance(exponent, int) and abs(exponent) <= _POWER_OF_TEN and len(value) <= 2 * _POWER_OF_TEN
        return Fraction(number) if plain else None
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Fraction(value)
    return None


def _tree(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise _Refused(f"the file is larger than {MOST_BYTES // 1024} KiB")
    try:
        tree = json.loads(
            raw.decode("utf-8-sig"),
            parse_float=_Figure,
            parse_int=_Figure,
            parse_constant=_no_number,
            object_pairs_hook=_pairs,
        )
    except UnicodeDecodeError:
        raise _Refused("the file is not UTF-8") from None
    except RecursionError:
        raise _Refused("the file is nested too deeply") from None
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise _Refused(f"the file is no JSON, line {line}" if line else "the file is no JSON") from None
    if not isinstance(tree, dict):
        raise _Refused("the file holds no inputs by name")
    return tree


def _no_number(word: str) -> object:
    raise _Refused(f"{word} is no number")


def _pairs(pairs: list[tuple[str, object]]) -> dict[str, object]:
    tree = dict(pairs)
    if len(tree) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Refused(f"{quoted(next(name for name in names if names.count(name) > 1))} stands twice")
    return tree
