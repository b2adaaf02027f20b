"""Boxes of what may be filled in: each input from one of its figures to another, counted in its smallest steps."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from starterspad.rules.money.compiled import Computation, ComputedInput
from starterspad.rules.money.proof.ranges import Range, common, fixed

_MIXES = 6


@dataclass(frozen=True)
class Pieces:
    """A box: for each input the numbers of its first and its last figure."""

    computation: Computation
    ends: Mapping[str, tuple[int, int]]

    @classmethod
    def all_of(cls, computation: Computation) -> Pieces:
        """Return the box of everything that may be filled in."""
        return cls(computation, {id: (0, _count(item) - 1) for id, item in computation.inputs.items()})

    def ranges(self) -> dict[str, Range]:
        """Return the range of each input as formulas see it."""
        return {id: _range(self.computation.inputs[id], *ends) for id, ends in self.ends.items()}

    def limits(self, names: Collection[str]) -> dict[str, tuple[Fraction, Fraction]]:
        """Return the first and the last figure of some inputs, as people see them."""
        inputs = self.computation.inputs
        return {
            id: (_figure(inputs[id], first), _figure(inputs[id], last))
            for id, (first, last) in self.ends.items()
            if id in names
        }

    def halves(self, names: Sequence[str]) -> list[Pieces]:
        """Cut the box in two, across the input that was cut least; nothing where each has one figure left."""

        def width(id: str) -> Fraction:
            first, last = self.ends[id]
            return Fraction(last - first, max(1, _count(self.computation.inputs[id]) - 1))

        cut = [id for id in names if self.ends[id][0] < self.ends[id][1] and not self.computation.inputs[id].monthly]
        if not cut:
            return []
        widest = max(cut, key=width)
        first, last = self.ends[widest]
        middle = (first + last) // 2
        parts = ((middle + 1, last), (first, middle))
        return [Pieces(self.computation, {**self.ends, widest: part}) for part in parts]

    def points(self, chance: random.Random) -> Iterator[dict[str, Fraction]]:
        """Yield some of what may be filled in there: the ends, the middle, and mixes of all three."""

        def point(number: Mapping[str, int]) -> dict[str, Fraction]:
            return {id: _figure(self.computation.inputs[id], number[id]) for id in self.ends}

        yield point({id: first for id, (first, _) in self.ends.items()})
        yield point({id: last for id, (_, last) in self.ends.items()})
        yield point({id: (first + last) // 2 for id, (first, last) in self.ends.items()})
        for _ in range(_MIXES if any(first < last for first, last in self.ends.values()) else 0):
            yield point({id: chance.choice((*ends, sum(ends) // 2)) for id, ends in self.ends.items()})


def _count(item: ComputedInput) -> int:
    return len(item.options) if item.options else int((item.max - item.min) / item.grain) + 1


def _figure(item: ComputedInput, number: int) -> Fraction:
    return sorted(item.options)[number] if item.options else item.min + number * item.grain


def _range(item: ComputedInput, first: int, last: int) -> Range:
    scale = item.unit.scale
    low, high = _figure(item, first) / scale, _figure(item, last) / scale
    if first == last:
        return fixed(low)
    if item.options:
        some = [fixed(option / scale) for option in sorted(item.options)[first : last + 1]]
        grain = reduce(lambda left, right: Range(low, high, common(left, right), 0), some).grain
    else:
        grain = item.grain / scale
    assert grain is not None
    return Range(low, high, grain, grain.denominator.bit_length(), low > 0 or high < 0)
