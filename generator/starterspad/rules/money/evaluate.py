"""The reference engine: a calculator worked out exactly, in fractions. The same in `web/core/money/evaluate.js`.

What is not known makes unknown what depends on it, and names what is missing; what cannot be worked out says why.
Nothing is rounded but where a formula says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from starterspad.rules.money.arithmetic import (
    COMPARED,
    NONE,
    TOO_LARGE,
    Unknown,
    Value,
    Values,
    bounded,
    combined,
    rounded,
)
from starterspad.rules.money.compiled import Computation, ComputedInput
from starterspad.rules.money.formula import Node

Filled = Mapping[str, tuple[Fraction, ...] | None]
"""What is filled in, in the unit that people see: figures by input; None for what she says she does not know."""


def calculate(computation: Computation, filled: Filled, taken: Mapping[str, Value]) -> dict[str, Values]:
    """Return every input and step by name, as formulas see them: a figure, or a list with one for each month.

    `filled` must lie within the limits; `taken` says what other calculators give, by input.
    """
    return _Run(computation, filled, taken).run()


class _Run:
    """One calculation: what is known of each name so far."""

    def __init__(self, computation: Computation, filled: Filled, taken: Mapping[str, Value]) -> None:
        self.computation = computation
        self.values: dict[str, Values] = {}
        inputs = computation.inputs.values()
        for item in (item for item in inputs if not item.monthly):
            self.values[item.id] = _one_value(item, filled, taken)
        months = computation.months
        self.months: Value = Fraction(months) if isinstance(months, int) else self.single(months)
        for item in (item for item in inputs if item.monthly):
            self.values[item.id] = self.each_month(item, filled)

    def run(self) -> dict[str, Values]:
        for step in self.computation.steps.values():
            if not step.monthly:
                self.values[step.id] = bounded(self.figure(step.formula, 0, TOO_LARGE))
            elif isinstance(self.months, Unknown):
                self.values[step.id] = self.months
            elif step.formula.op == "running":
                self.values[step.id] = self.running(step.formula, int(self.months))
            else:
                months = range(1, int(self.months) + 1)
                self.values[step.id] = [bounded(self.figure(step.formula, month, TOO_LARGE)) for month in months]
        return self.values

    def running(self, formula: Node, months: int) -> list[Value]:
        before = bounded(self.figure(formula.of[0], 0, TOO_LARGE))
        values: list[Value] = []
        for month in range(1, months + 1):
            before = bounded(self.figure(formula.of[1], month, before))
            values.append(before)
        return values

    def each_month(self, item: ComputedInput, filled: Filled) -> Values:
        figures = filled.get(item.id, item.default)
        if not figures:
            return Unknown(frozenset((item.id,)))
        if isinstance(self.months, Unknown):
            return self.months
        scaled = [figure / item.unit.scale for figure in figures]
        return [scaled[month % len(scaled)] for month in range(int(self.months))]

    def single(self, name: str) -> Value:
        value = self.values[name]
        assert not isinstance(value, list), f"{name} has a figure for each month"
        return value

    def figure(self, node: Node, month: int, before: Value) -> Value:
        """Work out a part of a formula in a month, counted from 1; 0 where there is none."""
        match node.op:
            case "number" | "fact":
                assert node.number is not None
                return node.number
            case "name":
                value = self.values[node.name]
                return value[month - 1] if isinstance(value, list) else value
            case "none":
                return NONE
            case "month":
                return Fraction(month)
            case "before":
                return before
            case "if":
                condition = self.condition(node.of[0], month, before)
                if isinstance(condition, Unknown):
                    return condition
                return self.figure(node.of[1 if condition else 2], month, before)
            case "earlier":
                back = int(node.of[1].number or 0)
                if month <= back:
                    return self.figure(node.of[2], month, before)
                return self.figure(node.of[0], month - back, before)
        if node.op in ("sum", "last") or (node.op in ("min", "max") and len(node.of) == 1):
            return self.over_months(node, before)
        parts = [self.figure(part, month, before) for part in node.of]
        return combined(node.op, parts)

    def over_months(self, node: Node, before: Value) -> Value:
        if isinstance(self.months, Unknown):
            return self.months
        months = int(self.months)
        if node.op == "last":
            return self.figure(node.of[0], months, before)
        parts = [self.figure(node.of[0], month, before) for month in range(1, months + 1)]
        return combined("add" if node.op == "sum" else node.op, parts)

    def condition(self, node: Node, month: int, before: Value) -> bool | Unknown:
        if node.op == "not":
            inner = self.condition(node.of[0], month, before)
            return inner if isinstance(inner, Unknown) else not inner
        if node.op in ("and", "or"):
            decides = node.op == "or"
            left = self.condition(node.of[0], month, before)
            if left is decides:
                return decides
            right = self.condition(node.of[1], month, before)
            if right is decides:
                return decides
            if isinstance(left, Unknown):
                return left.and_of(right)
            return right
        first, second = (self.figure(part, month, before) for part in node.of)
        if isinstance(first, Unknown):
            return first.and_of(second)
        if isinstance(second, Unknown):
            return second
        return COMPARED[node.op](first, second)


def _one_value(item: ComputedInput, filled: Filled, taken: Mapping[str, Value]) -> Value:
    if item.id in filled:
        figures = filled[item.id]
    elif item.id in taken:
        return _taken_value(item, taken[item.id])
    else:
        figures = item.default
    return figures[0] / item.unit.scale if figures else Unknown(frozenset((item.id,)))


def _taken_value(item: ComputedInput, value: Value) -> Value:
    """Return the result of another calculator as this input takes it: rounded to its digits, within its limits."""
    if isinstance(value, Unknown):
        return Unknown(frozenset((item.id,)), value.fault)
    seen = rounded(value * item.unit.scale, item.decimals)
    return seen / item.unit.scale if item.min <= seen <= item.max else Unknown(fault="outside")
