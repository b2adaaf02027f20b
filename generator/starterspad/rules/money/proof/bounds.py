"""Between which figures every step lies, over a box of all that may be filled in, and what may go wrong there.

In a branch of `if` its condition holds. So what it says of a part of a formula is kept for every part that means the
same: in `if(price > cost, fixed ÷ (price − cost), none)` the divisor is more than zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from starterspad.content.limits import FIGURE_LIMITS
from starterspad.rules.money.compiled import Computation
from starterspad.rules.money.proof import ranges
from starterspad.rules.money.proof.assumptions import Assumption, Said, assumed, decided, opposite, together
from starterspad.rules.money.proof.branch import Branch
from starterspad.rules.money.proof.parts import Part, Parts
from starterspad.rules.money.proof.ranges import DividedByZero, Endless, Range

Danger = Literal["division", "too-large", "at-least", "at-most"]
Box = Mapping[str, Range]
"""What is filled in: a range for each input, as formulas see it."""
_MOST_BRANCHES = 4
# So many steps that name each other are worked out anew in a branch.
_MOST_NAMED = 20
_ANYTHING = Range(-ranges.ENDLESS, ranges.ENDLESS, None, FIGURE_LIMITS["bits"])


class Doubt(NamedTuple):
    """What may go wrong in a step."""

    step: str
    danger: Danger


class Bounds:
    """Works out the ranges of one calculator over one box. `None` stands for no figure at all."""

    def __init__(self, parts: Parts, box: Box, asked: frozenset[str]) -> None:
        self.parts = parts
        self.computation: Computation = parts.computation
        self.box = box
        # The first doubt of each step: what follows from it says nothing.
        self.doubts: dict[str, Doubt] = {}
        self.work = 0
        self.named_now = 0
        self.step = ""
        self.values: dict[str, Range | list[Range | None] | None] = {}
        months = self.computation.months
        self.fewest, self.most = (months, months) if isinstance(months, int) else _whole(box[months])
        for id in parts.steps:
            if id in asked:
                self.step = id
                # A part that stands in two steps is doubted in both.
                self.values[id] = self.of_step(id, Branch())

    def of_step(self, id: str, branch: Branch) -> Range | list[Range | None] | None:
        step, part = self.computation.steps[id], self.parts.steps[id]
        if not step.monthly:
            return self.judged(self.value(part, 0, None, branch))
        if step.formula.op != "running":
            return [self.judged(self.value(part, month, None, branch)) for month in range(1, self.most + 1)]
        start, inside = part.of
        before = self.judged(self.value(start, 0, None, branch), whole=False)
        values: list[Range | None] = []
        for month in range(1, self.most + 1):
            before = self.judged(self.value(inside, month, before, branch))
            values.append(before)
        return values

    def doubt(self, danger: Danger) -> None:
        self.doubts.setdefault(self.step, Doubt(self.step, danger))

    def judged(self, value: Range | None, *, whole: bool = True) -> Range | None:
        """See that a step stays within what it may come to, and go on with what it then is."""
        if value is None:
            return None
        step = self.computation.steps[self.step]
        bound = Fraction(FIGURE_LIMITS["value"])
        if value.low < -bound or value.high > bound:
            self.doubt("too-large")
        kept = value.within(-bound, bound)
        scale = step.unit.scale
        if whole and step.at_least is not None and value.low < step.at_least / scale:
            self.doubt("at-least")
            kept = kept and kept.within(step.at_least / scale, None)
        if whole and step.at_most is not None and value.high > step.at_most / scale:
            self.doubt("at-most")
            kept = kept and kept.within(None, step.at_most / scale)
        return kept

    def value(self, part: Part, month: int, before: Range | None, branch: Branch) -> Range | None:
        """Return the range of a part in a month, under what its branch assumes."""
        place = (part.key, month if part.timed else 0)
        while branch.before and not branch.keys & part.needs:
            branch = branch.before
        if not part.running and place in branch.known:
            return branch.known[place]
        self.work += 1
        try:
            value = self.worked_out(part, month, before, branch)
        except DividedByZero:
            self.doubt("division")
            value = _ANYTHING
        except Endless:
            self.doubt("too-large")
            value = _ANYTHING
        above: Branch | None = branch
        while above and value is not None:
            for assumption in above.assumptions.get(place, ()):
                value = value and assumption.within(value)
            above = above.before
        if not part.running:
            branch.known[place] = value
        return value

    def worked_out(self, part: Part, month: int, before: Range | None, branch: Branch) -> Range | None:
        node, of = part.node, part.of
        match node.op:
            case "number" | "fact":
                assert node.number is not None
                return ranges.fixed(node.number)
            case "name":
                return self.named(part, month, branch)
            case "none":
                return None
            case "month":
                return ranges.fixed(Fraction(month))
            case "before":
                return before
            case "if":
                return self.chosen(part, month, before, branch)
            case "earlier":
                back = int(of[1].node.number or 0)
                if month <= back:
                    return self.value(of[2], month, before, branch)
                return self.value(of[0], month - back, before, branch)
        if node.op in ("sum", "last") or (node.op in ("min", "max") and len(of) == 1):
            return self.over_months(part, before, branch)
        if node.op == "sub":
            short = self.of_itself(part, month, before, branch)
            if short is not None:
                return short
        figures = [self.value(inner, month, before, branch) for inner in of]
        return ranges.combined(node.op, figures)

    def of_itself(self, part: Part, month: int, before: Range | None, branch: Branch) -> Range | None:
        """Work out x − x, and x − min(x, y), which is what is left: max(0, x − y)."""
        left, right = part.of
        nothing = ranges.fixed(Fraction(0))
        if left.key == right.key and left.timed == right.timed:
            return self.value(left, month, before, branch) and nothing
        keys = [inner.key for inner in right.of]
        if right.node.op not in ("min", "max") or len(keys) != 2 or left.key not in keys:
            return None
        other = right.of[1 if keys[0] == left.key else 0]
        rest = ranges.combined("sub", [self.value(inner, month, before, branch) for inner in (left, other)])
        return rest and (ranges.most if right.node.op == "min" else ranges.least)(rest, nothing)

    def named(self, part: Part, month: int, branch: Branch) -> Range | None:
        name = part.node.name
        if name not in self.computation.steps:
            return self.box[name]
        inner = self.parts.steps[name]
        value = self.values[name]
        plain = value[month - 1] if isinstance(value, list) else value
        if plain is None or branch.before is None or inner.node.op == "running" or self.named_now >= _MOST_NAMED:
            return plain
        # What the step says of itself holds here too: work it out anew where its parts are known better.
        doubts = dict(self.doubts)
        self.named_now += 1
        try:
            again = self.worked_out(inner, month, None, branch)
        except (DividedByZero, Endless):
            again = plain
        self.named_now -= 1
        self.doubts = doubts
        return again and again.within(plain.low, plain.high)

    def chosen(self, part: Part, month: int, before: Range | None, branch: Branch) -> Range | None:
        condition, yes, no = part.of
        verdict, holds, fails = self.condition(condition, month, before, branch)
        values: list[Range] = []
        for inner, possible, assumptions in ((yes, verdict is not False, holds), (no, verdict is not True, fails)):
            if possible:
                below = branch
                if assumptions and verdict is None and branch.depth < _MOST_BRANCHES:
                    below = branch.below(assumptions)
                value = self.value(inner, month, before, below)
                values += [value] if value is not None else []
        if not values:
            return None
        return values[0] if len(values) == 1 else ranges.either(*values)

    def over_months(self, part: Part, before: Range | None, branch: Branch) -> Range | None:
        op, inner = part.node.op, part.of[0]
        first = self.fewest if op == "last" else 1
        values = {month: self.value(inner, month, before, branch) for month in range(max(first, 1), self.most + 1)}
        if any(value is None for month, value in values.items() if op != "last" and month <= self.fewest):
            return None
        total: Range | None = None
        for month, value in values.items():
            if value is None:
                continue
            if total is None:
                total = value
            elif op == "last":
                total = ranges.either(total, value)
            else:
                more = ranges.combined("add" if op == "sum" else op, [total, value])
                assert more is not None
                total = more if month <= self.fewest else ranges.either(total, more)
        return total

    def condition(self, part: Part, month: int, before: Range | None, branch: Branch) -> Said:
        """Return whether a condition holds, where that is certain, and what is known where it does and does not."""
        op = part.node.op
        if op == "not":
            verdict, holds, fails = self.condition(part.of[0], month, before, branch)
            return (None if verdict is None else not verdict), fails, holds
        if op in ("and", "or"):
            left = self.condition(part.of[0], month, before, branch)
            right = self.condition(part.of[1], month, before, branch)
            return together(op == "or", left, right)
        first, second = part.of
        low, high = (self.value(inner, month, before, branch) for inner in part.of)
        if low is None or high is None:
            return None, [], []
        verdict = decided(op, low, high)
        sides = ((first, low), (second, high))
        holds, fails = (list(self.assumptions(said, sides, month)) for said in (op, opposite(op)))
        return verdict, holds, fails

    def assumptions(self, op: str, sides: tuple[tuple[Part, Range], ...], month: int) -> Iterator[Assumption]:
        """Yield what a comparison says of its two sides, and of what is left of one when the other is taken off."""
        (first, low), (second, high) = sides
        yield from assumed(op, (first.key, month if first.timed else 0), high, turned=False)
        yield from assumed(op, (second.key, month if second.timed else 0), low, turned=True)
        nothing = ranges.fixed(Fraction(0))
        when = month if first.timed or second.timed else 0
        for turned, (one_side, other) in ((False, (first, second)), (True, (second, first))):
            key = self.parts.known("sub", None, "", one_side.key, other.key)
            if key is not None:
                yield from assumed(op, (key, when), nothing, turned=turned)


def _whole(value: Range) -> tuple[int, int]:
    return int(value.low), int(value.high)
