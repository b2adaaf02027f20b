"""What a comparison says of a part of a formula, where it holds and where it does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from starterspad.rules.money.proof.ranges import Range

_OPPOSITE = {"lt": "ge", "ge": "lt", "gt": "le", "le": "gt", "eq": "ne", "ne": "eq"}
# The same said from the other side: a < b is b > a.
_TURNED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le", "eq": "eq", "ne": "ne"}


@dataclass(frozen=True)
class Assumption:
    """What is known of the part at `place`, which is its key and its month: its limits, or what it is not."""

    place: tuple[int, int]
    low: Fraction | None = None
    high: Fraction | None = None
    strict: bool = False
    never: Fraction | None = None

    def within(self, value: Range) -> Range | None:
        """Return what of a range is left; None where nothing is."""
        if self.never is not None:
            return value.without(self.never)
        return value.within(self.low, self.high, strict=self.strict)


def opposite(op: str) -> str:
    """Return the comparison that holds where one does not."""
    return _OPPOSITE[op]


def decided(op: str, left: Range, right: Range) -> bool | None:
    """Return what a comparison of any figures of two ranges says, where it is always the same."""
    match op:
        case "lt":
            return True if left.high < right.low else False if left.low >= right.high else None
        case "le":
            return True if left.high <= right.low else False if left.low > right.high else None
        case "gt" | "ge":
            return decided(_TURNED[op], right, left)
        case "eq":
            if left.fixed and right.fixed and left.low == right.low:
                return True
            apart = left.high < right.low or left.low > right.high
            zero = (right.fixed and right.low == 0 and left.nonzero) or (left.fixed and left.low == 0 and right.nonzero)
            return False if apart or zero else None
    same = decided("eq", left, right)
    return None if same is None else not same


def assumed(op: str, place: tuple[int, int], other: Range, *, turned: bool) -> Iterator[Assumption]:
    """Yield what a comparison with any figure of `other` says of a part, which stands right of the sign when turned."""
    match _TURNED[op] if turned else op:
        case "lt":
            yield Assumption(place, high=other.high, strict=True)
        case "le":
            yield Assumption(place, high=other.high)
        case "gt":
            yield Assumption(place, low=other.low, strict=True)
        case "ge":
            yield Assumption(place, low=other.low)
        case "eq":
            yield Assumption(place, other.low, other.high)
        case "ne" if other.fixed:
            yield Assumption(place, never=other.low)


Said = tuple[bool | None, list[Assumption], list[Assumption]]
"""Whether a condition holds, where that is certain; what is known where it holds, and where it does not."""


def together(is_or: bool, left: Said, right: Said) -> Said:
    """Join two conditions: both hold where `and` does, both fail where `or` does."""
    if is_or:
        verdict, fails, holds = together(False, _turned(left), _turned(right))
        return (None if verdict is None else not verdict), holds, fails
    if left[0] is False or right[0] is False:
        return False, [], []
    verdict = True if left[0] and right[0] else None
    fails = right[2] if left[0] else left[2] if right[0] else []
    return verdict, [*left[1], *right[1]], fails


def _turned(said: Said) -> Said:
    return (None if said[0] is None else not said[0]), said[2], said[1]
