"""Arithmetic with ranges: between which two figures a result lies, whatever lies within those that it is made of.

Besides its two ends a range knows its grain: what every figure in it is a multiple of. So what is more than zero is at
least a cent, and a division by it has an end.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import gcd

from starterspad.content.limits import FIGURE_LIMITS
from starterspad.rules.money.arithmetic import rounded

# Beyond that nothing is told apart any more: no step may come near to it.
ENDLESS = Fraction(10) ** 30
_FINE_GRID = Fraction(10) ** 40
_MOST_BITS_OF_ENDS = 240
_MOST_BITS_OF_GRAIN = 400


class Endless(Exception):
    """A result that has no end, or whose digits have none."""


class DividedByZero(Exception):
    """A divisor that may be zero."""


@dataclass(frozen=True, slots=True)
class Range:
    """All figures from `low` to `high`, both included.

    `grain` is what each is a multiple of, 0 for zero alone and None where nothing is known; `bits` how many the
    denominator of each may have. With `nonzero` none of them is zero, although both ends may say so.
    """

    low: Fraction
    high: Fraction
    grain: Fraction | None
    bits: int
    nonzero: bool = False

    @property
    def fixed(self) -> bool:
        """Tell whether it is one figure."""
        return self.low == self.high

    @property
    def has_zero(self) -> bool:
        """Tell whether zero may lie in it."""
        return self.low <= 0 <= self.high and not self.nonzero

    def within(self, low: Fraction | None, high: Fraction | None, *, strict: bool = False) -> Range | None:
        """Return what of it lies between two figures; `strict` leaves these two out. None where nothing does."""
        least = self.low if low is None else max(self.low, self._above(low) if strict else low)
        most = self.high if high is None else min(self.high, self._below(high) if strict else high)
        beyond = strict and ((low is not None and most <= low) or (high is not None and least >= high))
        if least > most or beyond:
            return None
        nonzero = self.nonzero or (strict and 0 in (low, high))
        return replace(self, low=least, high=most, nonzero=nonzero or least > 0 or most < 0)

    def without(self, figure: Fraction) -> Range | None:
        """Return it without one figure, as far as a range can say that."""
        if self.fixed and self.low == figure:
            return None
        if figure == self.low:
            return self.within(figure, None, strict=True)
        if figure == self.high:
            return self.within(None, figure, strict=True)
        return replace(self, nonzero=self.nonzero or figure == 0)

    def _above(self, figure: Fraction) -> Fraction:
        return (figure // self.grain + 1) * self.grain if self.grain else figure

    def _below(self, figure: Fraction) -> Fraction:
        return -((-figure) // self.grain + 1) * self.grain if self.grain else figure


def fixed(value: Fraction) -> Range:
    """Return the range of one figure."""
    return Range(value, value, abs(value), value.denominator.bit_length(), value != 0)


def made(low: Fraction, high: Fraction, grain: Fraction | None, bits: int, *, nonzero: bool = False) -> Range:
    """Make a range of what was worked out; raises `Endless`."""
    size = max(abs(low), abs(high))
    if size > ENDLESS:
        raise Endless
    if grain is not None and grain and grain.denominator.bit_length() > _MOST_BITS_OF_GRAIN:
        grain = None
    if grain is not None:
        bits = grain.denominator.bit_length()
    if bits + int(size).bit_length() + 1 > FIGURE_LIMITS["bits"]:
        raise Endless
    nonzero = nonzero or low > 0 or high < 0
    if low.denominator.bit_length() > _MOST_BITS_OF_ENDS:
        low = Fraction(low * _FINE_GRID // 1) / _FINE_GRID
    if high.denominator.bit_length() > _MOST_BITS_OF_ENDS:
        high = -Fraction(-high * _FINE_GRID // 1) / _FINE_GRID
    return Range(low, high, grain, bits, nonzero)


def add(left: Range, right: Range) -> Range:
    """Return the range of a sum."""
    return made(left.low + right.low, left.high + right.high, common(left, right), left.bits + right.bits)


def negative(part: Range) -> Range:
    """Return the range with the other sign."""
    return replace(part, low=-part.high, high=-part.low)


def multiply(left: Range, right: Range) -> Range:
    """Return the range of a product."""
    ends = [left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high]
    grain = left.grain * right.grain if left.grain is not None and right.grain is not None else None
    nonzero = not left.has_zero and not right.has_zero
    return made(min(ends), max(ends), grain, left.bits + right.bits, nonzero=nonzero)


def divide(left: Range, right: Range) -> Range:
    """Return the range of a quotient; raises `DividedByZero` and `Endless`."""
    if right.has_zero:
        raise DividedByZero
    if right.fixed and not right.low:
        return fixed(Fraction(0))  # of a divisor that cannot be
    bits = left.bits + right.bits + int(max(abs(right.low), abs(right.high))).bit_length() + 1
    grain = left.grain / abs(right.low) if right.fixed and left.grain is not None else None
    zero = Fraction(0)
    ends: list[Fraction] = []
    for side in (right.within(zero, None, strict=True), right.within(None, zero, strict=True)):
        for end in (side.low, side.high) if side else ():
            if end:
                ends += [left.low / end, left.high / end]
            elif not (left.fixed and left.low == 0):
                raise Endless
    if not ends:
        return fixed(zero)  # zero by what comes as near to it as one likes
    return made(min(ends), max(ends), grain, bits, nonzero=not left.has_zero)


def least(left: Range, right: Range) -> Range:
    """Return the range of the lesser of two."""
    return _chosen(left, right, min(left.low, right.low), min(left.high, right.high))


def most(left: Range, right: Range) -> Range:
    """Return the range of the greater of two."""
    return _chosen(left, right, max(left.low, right.low), max(left.high, right.high))


def either(left: Range, right: Range) -> Range:
    """Return the range of what is one or the other."""
    return _chosen(left, right, min(left.low, right.low), max(left.high, right.high))


def _chosen(left: Range, right: Range, low: Fraction, high: Fraction) -> Range:
    nonzero = not left.has_zero and not right.has_zero
    return made(low, high, common(left, right), max(left.bits, right.bits), nonzero=nonzero)


def round_to(part: Range, digits: int, how: str) -> Range:
    """Return the range of what is rounded."""
    low, high = rounded(part.low, digits, how), rounded(part.high, digits, how)
    nonzero = how == "round_up" and not part.has_zero
    return made(low, high, Fraction(1, 10**digits), 0, nonzero=nonzero)


def power(base: Range, times: Range) -> Range:
    """Return the range of a power; its exponent is whole, and zero or more."""
    size = max(abs(base.low), abs(base.high), Fraction(1))
    fewest, greatest = int(times.low), int(times.high)
    bits = max(1, base.bits * greatest)
    if greatest * (base.bits + int(size).bit_length() + 1) > FIGURE_LIMITS["bits"]:
        raise Endless
    if greatest * (int(size).bit_length() - 1) > int(ENDLESS).bit_length():
        raise Endless
    grain = base.grain**greatest if times.fixed and base.grain is not None else None
    ends = [end**count for end in (base.low, base.high) for count in (fewest, greatest)]
    if base.low < 0 and times.fixed and greatest % 2 == 0:
        ends += [Fraction(0)]
    elif base.low < 0 and not times.fixed:
        # The sign turns with each exponent in between.
        size = max(abs(base.low), abs(base.high))
        farthest = max(size**fewest, size**greatest)
        ends = [-farthest, farthest]
    return made(min(ends), max(ends), grain, bits, nonzero=not base.has_zero)


def common(left: Range, right: Range) -> Fraction | None:
    """Return what the figures of both are multiples of."""
    if left.grain is None or right.grain is None:
        return None
    first, second = left.grain, right.grain
    over = gcd(first.numerator * second.denominator, second.numerator * first.denominator)
    return Fraction(over, first.denominator * second.denominator)


def combined(op: str, figures: list[Range | None]) -> Range | None:
    """Work out what needs all of its parts; raises `DividedByZero` and `Endless`."""
    known = [figure for figure in figures if figure is not None]
    if len(known) < len(figures):
        return None
    first = known[0]
    match op:
        case "add":
            return add(first, known[1])
        case "sub":
            return add(first, negative(known[1]))
        case "mul":
            return multiply(first, known[1])
        case "div":
            return divide(first, known[1])
        case "neg":
            return negative(first)
        case "power":
            return power(first, known[1])
        case "min" | "max":
            for other in known[1:]:
                first = least(first, other) if op == "min" else most(first, other)
            return first
    return round_to(first, int(known[1].low), op)
