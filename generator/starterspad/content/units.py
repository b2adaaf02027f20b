"""Units of amounts: what a figure counts, such as euro/month.

A unit is a product and a quotient of the names below. Each is a unit of its own: a year is no twelve months until a
formula says so with `12 [month/year]`. Percent is a pure number, shown a hundred times as large.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

# The name of each unit, and how one says that there are several, for messages to who writes content.
NAMES: dict[str, str] = {
    "euro": "euro",
    "year": "years",
    "quarter": "quarters",
    "month": "months",
    "week": "weeks",
    "day": "days",
    "hour": "hours",
    "minute": "minutes",
    "piece": "pieces",
    "customer": "customers",
    "order": "orders",
    "visit": "visits",
    "person": "persons",
    "kilometre": "kilometres",
    "square_metre": "square metres",
}
NUMBER = "number"
PERCENT = "percent"
_TOKEN = re.compile(r"\s*([a-z_]+|[*/()×÷1])")
_LONGEST = 80


class WrongUnit(Exception):
    """A unit that nobody can read; the message says why, `remedy` what to write."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


@dataclass(frozen=True)
class Unit:
    """What a figure counts: the power of each name, sorted, and whether it is shown in hundredths."""

    powers: tuple[tuple[str, int], ...] = ()
    percent: bool = False

    @property
    def scale(self) -> Fraction:
        """What a figure is divided by before a formula sees it."""
        return Fraction(100 if self.percent else 1)

    @property
    def pure(self) -> Unit:
        """The same as a formula sees it, where percent is a number."""
        return Unit(self.powers)

    def times(self, other: Unit, sign: int = 1) -> Unit:
        """Return the unit of a product, or with -1 of a quotient."""
        powers = dict(self.powers)
        for name, power in other.powers:
            powers[name] = powers.get(name, 0) + sign * power
        return Unit(tuple(sorted((name, power) for name, power in powers.items() if power)))

    def to_power(self, power: int) -> Unit:
        """Return the unit of a power."""
        return Unit(tuple((name, times * power) for name, times in self.powers if power))

    def __str__(self) -> str:
        """Write it as content does, in one form only: euro/month."""
        over = [name for name, power in self.powers for _ in range(power)]
        under = [name for name, power in self.powers for _ in range(-power)]
        over = [PERCENT, *over] if self.percent else over
        return "/".join(("*".join(over) or ("1" if under else NUMBER), *under))

    @property
    def words(self) -> str:
        """Say it as a person does: euro per month."""
        over = [name.replace("_", " ") for name, power in self.powers for _ in range(power)]
        under = [name.replace("_", " ") for name, power in self.powers for _ in range(-power)]
        over = [PERCENT, *over] if self.percent else over
        if not over and not under:
            return "a plain number"
        return " per ".join((" times ".join(over) or "a number", *under))


PURE = Unit()


def read_unit(text: str) -> Unit:
    """Read a unit as content writes it; raises `WrongUnit`."""
    if len(text) > _LONGEST:
        raise WrongUnit("this unit is too long", f"use {_LONGEST} characters at most")
    words = _words(text)
    unit = _product(words, text)
    if words:
        raise _unreadable(text)
    return unit


def _words(text: str) -> list[str]:
    words: list[str] = []
    place = 0
    while text[place:].strip():
        match = _TOKEN.match(text, place)
        if match is None:
            raise _unreadable(text)
        words.append(match[1])
        place = match.end()
    return words


def _product(words: list[str], text: str) -> Unit:
    unit = _factor(words, text)
    while words and words[0] in "*×/÷":
        sign = 1 if words.pop(0) in "*×" else -1
        other = _factor(words, text)
        if other.percent:
            raise WrongUnit("percent stands first in a unit", "write it as percent, or percent/year")
        unit = Unit(unit.times(other, sign).powers, unit.percent)
    return unit


def _factor(words: list[str], text: str) -> Unit:
    word = words.pop(0) if words else ""
    if word == "(":
        unit = _product(words, text)
        if not words or words.pop(0) != ")":
            raise _unreadable(text)
        return unit
    if word in (NUMBER, "1"):
        return PURE
    if word == PERCENT:
        return Unit((), True)
    if word in NAMES:
        return Unit(((word, 1),))
    if re.fullmatch(r"[a-z_]+", word):
        known = ", ".join((*NAMES, PERCENT, NUMBER))
        raise WrongUnit(f'unknown unit "{word}"', f"known: {known}")
    raise _unreadable(text)


def _unreadable(text: str) -> WrongUnit:
    shown = "".join(character for character in text[:60] if character.isprintable())
    return WrongUnit(f'"{shown}" is no unit', "write it as euro, euro/month or percent")
