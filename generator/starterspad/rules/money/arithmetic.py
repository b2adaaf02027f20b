"""Figures that may be unknown, and exact arithmetic with them. The same in `web/core/money/arithmetic.js`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from starterspad.content.limits import FIGURE_LIMITS
from starterspad.rules.money.calculator_json import FigureFaultJson

_MOST = FIGURE_LIMITS["value"]
_FINEST = 1 << FIGURE_LIMITS["bits"]


@dataclass(frozen=True)
class Unknown:
    """A figure that is not known: which inputs are missing, or what is wrong."""

    missing: frozenset[str] = frozenset()
    fault: FigureFaultJson = ""

    def and_of(self, other: object) -> Unknown:
        """Return what is unknown where both are needed."""
        if not isinstance(other, Unknown):
            return self
        return Unknown(self.missing | other.missing, self.fault or other.fault)


Value = Fraction | Unknown
Values = Value | list[Value]
NONE = Unknown(fault="none")
TOO_LARGE = Unknown(fault="too-large")
COMPARED: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "lt": Fraction.__lt__,
    "le": Fraction.__le__,
    "gt": Fraction.__gt__,
    "ge": Fraction.__ge__,
    "eq": Fraction.__eq__,
    "ne": lambda left, right: left != right,
}


def rounded(value: Fraction, digits: int, how: str = "round") -> Fraction:
    """Round to so many digits behind the point: half away from zero; or `round_up` away from it, `round_down` to it."""
    scaled = abs(value) * 10**digits
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if (how == "round_up" and rest) or (how == "round" and 2 * rest >= scaled.denominator):
        whole += 1
    return Fraction(whole if value >= 0 else -whole, 10**digits)


def shown(value: Fraction, decimals: int) -> str:
    """Write a figure with so many digits behind the point, rounded half away from zero, never as -0."""
    number = rounded(value, decimals) * 10**decimals
    digits = str(abs(number.numerator)).rjust(decimals + 1, "0")
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{text}" if number < 0 else text


def combined(op: str, parts: list[Value]) -> Value:
    """Work out what needs all of its parts."""
    figures: list[Fraction] = []
    unknown: Unknown | None = None
    for part in parts:
        if isinstance(part, Unknown):
            unknown = unknown.and_of(part) if unknown else part
        else:
            figures.append(part)
    return unknown or _worked_out(op, figures)


def _worked_out(op: str, figures: list[Fraction]) -> Value:
    match op:
        case "add":
            return _sum(figures)
        case "sub":
            return _fine(figures[0] - figures[1])
        case "mul":
            return _fine(figures[0] * figures[1])
        case "div":
            return _fine(figures[0] / figures[1]) if figures[1] else Unknown(fault="division")
        case "neg":
            return -figures[0]
        case "min":
            return min(figures)
        case "max":
            return max(figures)
        case "power":
            return _power(figures[0], int(figures[1]))
    return rounded(figures[0], int(figures[1]), op)


def _sum(figures: list[Fraction]) -> Value:
    total = Fraction(0)
    for figure in figures:
        total += figure
        if isinstance(_fine(total), Unknown):
            return TOO_LARGE
    return total


def _power(base: Fraction, times: int) -> Value:
    # What has so many digits at least is not even begun.
    if times * (max(abs(base.numerator), base.denominator).bit_length() - 1) > FIGURE_LIMITS["bits"]:
        return TOO_LARGE
    return _fine(base**times)


def _fine(value: Fraction) -> Value:
    """Stop at figures whose digits have no end: one waits for them in vain."""
    return value if abs(value.numerator) < _FINEST and value.denominator < _FINEST else TOO_LARGE


def bounded(value: Value) -> Value:
    """Stop at what no step may come to."""
    return value if isinstance(value, Unknown) or abs(value) <= _MOST else TOO_LARGE
