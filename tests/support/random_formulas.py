"""Calculators that nobody would write: any part of the language beside any other."""

from __future__ import annotations

import random
from fractions import Fraction

from starterspad.content.models.calculator import Calculator
from starterspad.content.units import PURE, Unit
from starterspad.rules.money.calculator_json import OpJson
from starterspad.rules.money.compiled import Computation, ComputedInput, ComputedStep
from starterspad.rules.money.formula import Node

# Of a record nothing is asked here.
_RECORD: Calculator = Calculator.model_construct(outputs=())  # type: ignore[call-arg]
_FIGURES = ("add", "sub", "sub", "mul", "div", "neg", "if", "if", "min", "max", "round", "power", "months")
_COMPARISONS: tuple[OpJson, ...] = ("lt", "le", "gt", "ge", "eq", "ne")


def random_computation(chance: random.Random) -> Computation:
    """Make a calculator of a few inputs and steps."""
    months: int | str = chance.choice((0, 3, 5, "term"))
    inputs = [
        ComputedInput("a", PURE, Fraction(-2), Fraction(chance.choice((2, 40))), 0, (), (Fraction(1),)),
        ComputedInput("b", PURE, Fraction(0), Fraction(3), 1, (), ()),
        ComputedInput("c", Unit((), True), Fraction(0), Fraction(100), 0, (), (Fraction(20),)),
        ComputedInput("d", PURE, Fraction(-1), Fraction(7), 1, (Fraction(-1), Fraction("0.5"), Fraction(7)), ()),
    ]
    if months == "term":
        inputs.append(ComputedInput("term", PURE, Fraction(1), Fraction(4), 0, (), (Fraction(2),)))
    if months:
        inputs.append(ComputedInput("s", PURE, Fraction(-1), Fraction(3), 1, (), (Fraction(1),), "", None, 2))
    maker = _Maker(chance, {item.id: item.monthly for item in inputs}, bool(months))
    steps = [maker.step(number) for number in range(chance.randint(1, 5))]
    return Computation("random", _RECORD, months, {item.id: item for item in inputs}, {step.id: step for step in steps})


class _Maker:
    """Makes steps, each of what stands above it."""

    def __init__(self, chance: random.Random, names: dict[str, bool], months: bool) -> None:
        self.chance = chance
        self.names = names
        self.months = months

    def step(self, number: int) -> ComputedStep:
        monthly = self.months and self.chance.random() < 0.5
        if monthly and self.chance.random() < 0.4:
            formula = Node("running", (self.figure(2, False, False), self.figure(3, True, True)))
        else:
            formula = self.figure(4, monthly, False)
        limit = self.chance.choice((None, None, Fraction(0), Fraction(-5)))
        step = ComputedStep(f"s{number}", PURE, 2, monthly, formula, limit)
        self.names[step.id] = monthly
        return step

    def figure(self, depth: int, timed: bool, running: bool) -> Node:
        chance = self.chance
        if depth <= 0 or chance.random() < 0.15:
            return self.leaf(timed, running)
        op = chance.choice(_FIGURES)
        if op == "sub" and chance.random() < 0.3:
            # What the proof knows better than its two ends say.
            part, other = self.figures(2, depth, timed, running)
            return Node("sub", (part, chance.choice((part, Node("min", (part, other)), Node("max", (other, part))))))
        if op == "if":
            return Node("if", (self.condition(depth - 1, timed, running), *self.figures(2, depth, timed, running)))
        if op == "round":
            how: OpJson = chance.choice(("round", "round_up", "round_down"))
            return Node(how, (self.figure(depth - 1, timed, running), _number(chance.randint(0, 2))))
        if op == "power":
            named = "term" in self.names and chance.random() < 0.5
            times = Node("name", name="term") if named else _number(chance.randint(0, 4))
            return Node("power", (self.figure(depth - 1, timed, running), times))
        if op == "months":
            return self.of_months(depth, timed, running)
        if op == "neg":
            return Node("neg", tuple(self.figures(1, depth, timed, running)))
        count = chance.randint(2, 3) if op in ("min", "max") else 2
        return Node(op, tuple(self.figures(count, depth, timed, running)))  # type: ignore[arg-type]  # all are ops

    def of_months(self, depth: int, timed: bool, running: bool) -> Node:
        chance = self.chance
        monthly = [name for name, each_month in self.names.items() if each_month]
        if not self.months:
            return self.leaf(timed, running)
        if timed and monthly and chance.random() < 0.5:
            series = Node("name", name=chance.choice(monthly))
            return Node("earlier", (series, _number(chance.randint(1, 2)), self.leaf(timed, running)))
        op = chance.choice(("sum", "min", "max", "last"))
        return Node(op, (self.figure(depth - 1, True, running),))  # type: ignore[arg-type]  # all are ops

    def figures(self, count: int, depth: int, timed: bool, running: bool) -> list[Node]:
        return [self.figure(depth - 1, timed, running) for _ in range(count)]

    def condition(self, depth: int, timed: bool, running: bool) -> Node:
        chance = self.chance
        if depth > 0 and chance.random() < 0.3:
            op: OpJson = chance.choice(("and", "or", "not"))
            parts = [self.condition(depth - 1, timed, running) for _ in range(1 if op == "not" else 2)]
            return Node(op, tuple(parts))
        op = chance.choice(_COMPARISONS)
        return Node(op, tuple(self.figures(2, min(depth, 2), timed, running)))

    def leaf(self, timed: bool, running: bool) -> Node:
        chance = self.chance
        names = [name for name, monthly in self.names.items() if timed or not monthly]
        leaves = [Node("name", name=chance.choice(names)) for _ in range(4)]
        leaves += [_number(chance.choice((0, 1, 2, Fraction("0.5"), 10)))]
        leaves += [Node("month")] if timed else []
        leaves += [Node("before"), Node("before")] if running else []
        leaves += [Node("none")] if chance.random() < 0.1 else []
        return chance.choice(leaves)


def _number(value: int | Fraction) -> Node:
    return Node("number", (), Fraction(value))
