"""What a formula counts: what is added, compared or chosen from is of one unit; months stand where there are any."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starterspad.content.limits import FORMULA_LIMITS
from starterspad.content.problems import did_you_mean, quoted
from starterspad.content.units import PURE, Unit
from starterspad.rules.money.compiled import ComputedInput
from starterspad.rules.money.formula import Node
from starterspad.rules.money.formula_tokens import FormulaFault

_MEND = "bring both to one unit: multiply or divide by a number with its unit, such as 12 [month/year]"
_MOST_DIGITS = 6
_MOST_MONTHS_BACK = 24


@dataclass(frozen=True)
class Named:
    """What a formula may name: what it counts, and whether for each month."""

    unit: Unit
    monthly: bool
    input: ComputedInput | None = None


class _Any:
    """The unit of a bare 0, which fits everywhere."""


ANY: Final = _Any()
Counted = Unit | _Any


@dataclass(frozen=True)
class _Where:
    """Where a part stands: whether months go by there, and what `before` counts."""

    months: bool
    before: Counted | None = None
    over: bool = False
    """whether all months are gone through for each figure here"""


class UnitCheck:
    """Judges the formulas of one calculator: what they name, and what they count. `facts` are those with an amount."""

    def __init__(self, names: Mapping[str, Named], facts: Mapping[str, Unit], months: bool) -> None:
        self.names = names
        self.facts = facts
        self.months = months

    def of_step(self, formula: Node, unit: Unit, monthly: bool) -> None:
        """See that a formula gives what its step says; raises `FormulaFault`."""
        if formula.op == "running":
            if not monthly:
                raise FormulaFault("running needs months", "add every: month to this step")
            start = self.figure(formula.of[0], _Where(False))
            inside = self.figure(formula.of[1], _Where(True, unit.pure))
            counted = self.alike(start, inside, "the start of running", "its step")
        else:
            counted = self.figure(formula, _Where(monthly))
        if not isinstance(counted, _Any) and counted != unit.pure:
            message = f"the formula gives {counted.words}, and the step says {unit.words}"
            raise FormulaFault(message, "mend the formula or the unit", of_units=True)

    def figure(self, node: Node, where: _Where) -> Counted:
        """Return what a part counts."""
        if node.holds:
            raise FormulaFault("a condition stands where a figure belongs", "write if(condition, then, otherwise)")
        match node.op:
            case "number":
                return ANY if node.unit is None else node.unit
            case "none":
                return ANY
            case "month":
                if not where.months:
                    raise FormulaFault("month means something only where months go by", "add every: month to this step")
                return PURE
            case "before":
                if where.before is None:
                    raise FormulaFault("before stands outside of running", "write running(start, before + ...)")
                return where.before
            case "fact":
                return self.facts[node.name] if node.name in self.facts else self.no_fact(node.name)
            case "name":
                return self.name(node, where)
            case "neg":
                return self.figure(node.of[0], where)
            case "mul" | "div":
                return self.combined(node, where)
            case "if":
                self.condition(node.of[0], where)
                left, right = (self.figure(part, where) for part in node.of[1:])
                return self.alike(left, right, "what if gives", "what it gives otherwise")
            case "running":
                raise FormulaFault("running stands inside another formula", "make a step of its own of it")
        return self.function(node, where)

    def function(self, node: Node, where: _Where) -> Counted:
        match node.op:
            case "add" | "sub" | "min" | "max" if len(node.of) > 1:
                counted = [self.figure(part, where) for part in node.of]
                common = counted[0]
                for other in counted[1:]:
                    common = self.alike(common, other, "the first part", "another part")
                return common
            case "min" | "max" | "sum" | "last":
                if not self.months:
                    raise FormulaFault(f"{node.op} needs months", "say months: 12 at the top of the file")
                if where.over:
                    # Each would go through all months for each month of the other.
                    message = f"{node.op} over months stands inside another one"
                    raise FormulaFault(message, "make a step of its own of it")
                return self.figure(node.of[0], _Where(True, where.before, over=True))
            case "round" | "round_up" | "round_down":
                _whole(node.of[1], 0, _MOST_DIGITS, f"how many digits {node.op} leaves")
                return self.figure(node.of[0], where)
            case "power":
                return self.power(node, where)
        return self.earlier(node, where)

    def earlier(self, node: Node, where: _Where) -> Counted:
        series, back, first = node.of
        if not where.months:
            raise FormulaFault("earlier means something only where months go by", "add every: month to this step")
        if series.op != "name" or (series.name in self.names and not self.names[series.name].monthly):
            raise FormulaFault("earlier needs the name of what has a figure each month", "make a step of it first")
        _whole(back, 1, _MOST_MONTHS_BACK, "how many months earlier looks back")
        return self.alike(self.name(series, where), self.figure(first, where), "what was earlier", "what stands for it")

    def combined(self, node: Node, where: _Where) -> Counted:
        left, right = (self.figure(part, where) for part in node.of)
        if isinstance(right, _Any):
            if node.op == "div":
                raise FormulaFault("nothing can be divided by 0", "write another number")
            return right
        if isinstance(left, _Any):
            return left
        return left.times(right, 1 if node.op == "mul" else -1)

    def power(self, node: Node, where: _Where) -> Counted:
        base = self.figure(node.of[0], where)
        times = node.of[1]
        named = self.names.get(times.name) if times.op == "name" else None
        if named and named.input:
            most = FORMULA_LIMITS["power"]
            item = named.input
            if named.monthly or item.decimals or item.unit.percent or item.min < 0 or item.max > most:
                message = f"{quoted(times.name)} cannot be the exponent of power"
                raise FormulaFault(message, f"it must be a whole number of 0 to {most}: decimals: 0, min and max")
            if base not in (PURE, ANY):
                raise FormulaFault("what has a unit cannot be raised to a power that is filled in", "divide it first")
            return base
        count = _whole(times, 0, FORMULA_LIMITS["power"], "the exponent of power")
        return base if isinstance(base, _Any) else base.to_power(count)

    def condition(self, node: Node, where: _Where) -> None:
        """See that a part is a condition, and that what it compares is of one unit."""
        if node.op in ("and", "or", "not"):
            for part in node.of:
                self.condition(part, where)
        elif node.holds:
            left, right = (self.figure(part, where) for part in node.of)
            self.alike(left, right, "what is compared", "what it is compared with")
        else:
            raise FormulaFault("a figure stands where a condition belongs", "compare it, such as price > cost")

    def name(self, node: Node, where: _Where) -> Counted:
        named = self.names.get(node.name)
        if named is None:
            remedy = did_you_mean(node.name, self.names) + "\nan input, or a step above this one, can be named"
            raise FormulaFault(f"unknown name {quoted(node.name)}", remedy)
        if named.monthly and not where.months:
            message = f"{quoted(node.name)} has a figure for each month, and this step has one"
            raise FormulaFault(message, f"write sum({node.name}), or add every: month to this step")
        return named.unit.pure

    def no_fact(self, id: str) -> Unit:
        raise FormulaFault(f"the fact {quoted(id)} has no amount", 'give it one: amount: {value: "100", unit: euro}')

    @staticmethod
    def alike(left: Counted, right: Counted, first: str, second: str) -> Counted:
        if isinstance(left, _Any):
            return right
        if not isinstance(right, _Any) and left != right:
            raise FormulaFault(f"{first} counts {left.words}, and {second} {right.words}", _MEND, of_units=True)
        return left


def _whole(node: Node, least: int, most: int, what: str) -> int:
    """Return the whole number that a part must be."""
    number = node.number if node.op == "number" else None
    if number is None or number.denominator != 1 or not least <= number <= most:
        raise FormulaFault(f"{what} is no whole number of {least} to {most}", "write it in digits")
    return int(number)
