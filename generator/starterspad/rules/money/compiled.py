"""A calculator made ready to be worked out: formulas read, units known, facts filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from starterspad.content.models.calculator import Calculator
from starterspad.content.units import Unit
from starterspad.rules.money.calculator_json import CalculatorJson, ComputedInputJson, ComputedStepJson, NodeJson
from starterspad.rules.money.formula import Node


@dataclass(frozen=True)
class ComputedInput:
    """An input with its limits; figures stand in the unit that people see.

    `asked` is how many figures are asked where they are asked for months, and 0 for as many as there are months; None
    where one figure is asked. `default` holds one figure, or one for each month; it is empty where there is none.
    """

    id: str
    unit: Unit
    min: Fraction
    max: Fraction
    decimals: int
    options: tuple[Fraction, ...] = ()
    default: tuple[Fraction, ...] = ()
    fact: str = ""
    taken: tuple[str, str] | None = None
    asked: int | None = None

    @property
    def monthly(self) -> bool:
        """Tell whether it has a figure for each month."""
        return self.asked is not None

    @property
    def grain(self) -> Fraction:
        """What every figure is a multiple of."""
        return Fraction(1, 10**self.decimals)


@dataclass(frozen=True)
class ComputedStep:
    """A step with its formula as a tree; limits stand in the unit that people see."""

    id: str
    unit: Unit
    decimals: int
    monthly: bool
    formula: Node
    at_least: Fraction | None = None
    at_most: Fraction | None = None


@dataclass(frozen=True)
class Computation:
    """A calculator that can be worked out: `months` is how many there are, or the input that says it, or 0."""

    id: str
    record: Calculator
    months: int | str
    inputs: Mapping[str, ComputedInput]
    steps: Mapping[str, ComputedStep]

    @property
    def most_months(self) -> int:
        """How many months there are at most."""
        return self.months if isinstance(self.months, int) else int(self.inputs[self.months].max)

    @property
    def facts(self) -> set[str]:
        """The facts whose amounts it works with."""
        named = (part.name for step in self.steps.values() for part in step.formula.walk() if part.op == "fact")
        return {*(item.fact for item in self.inputs.values() if item.fact), *named}

    def unit_of(self, name: str) -> Unit:
        """Return what an input or a step counts."""
        return self.steps[name].unit if name in self.steps else self.inputs[name].unit

    def monthly(self, name: str) -> bool:
        """Tell whether an input or a step has a figure for each month."""
        return self.steps[name].monthly if name in self.steps else self.inputs[name].monthly

    def decimals_of(self, name: str) -> int:
        """Return with how many digits behind the point an input or a step is shown."""
        return self.steps[name].decimals if name in self.steps else self.inputs[name].decimals

    def as_json(self) -> CalculatorJson:
        """Write it for the browser's engine."""
        data: CalculatorJson = {
            "id": self.id,
            "months": self.months,
            "inputs": [_input_json(item) for item in self.inputs.values()],
            "steps": [_step_json(step) for step in self.steps.values()],
            "outputs": [output.id for output in self.record.outputs],
        }
        if self.record.aliases:
            data["aliases"] = list(self.record.aliases)
        return data


def exact(value: Fraction) -> str:
    """Write a figure exactly: p/q, reduced."""
    return f"{value.numerator}/{value.denominator}"


def plain(value: Fraction) -> str:
    """Write a figure with its digits where these end, and as a fraction otherwise."""
    for digits in range(11):
        whole = value * 10**digits
        if whole.denominator == 1:
            text = f"{abs(whole.numerator):0{digits + 1}d}"
            text = f"{text[:-digits]}.{text[-digits:]}" if digits else text
            return f"-{text}" if value < 0 else text
    return exact(value)


def _input_json(item: ComputedInput) -> ComputedInputJson:
    written: ComputedInputJson = {
        "id": item.id,
        "unit": str(item.unit),
        "scale": int(item.unit.scale),
        "decimals": item.decimals,
        "min": exact(item.min),
        "max": exact(item.max),
    }
    if item.options:
        written["options"] = [exact(value) for value in item.options]
    if item.default:
        written["default"] = [exact(value) for value in item.default]
    if item.fact:
        written["fact"] = item.fact
    if item.taken:
        written["taken"] = list(item.taken)
    if item.asked is not None:
        written["asked"] = item.asked
    return written


def _step_json(step: ComputedStep) -> ComputedStepJson:
    written: ComputedStepJson = {
        "id": step.id,
        "unit": str(step.unit),
        "scale": int(step.unit.scale),
        "decimals": step.decimals,
        "formula": node_json(step.formula),
    }
    if step.monthly:
        written["monthly"] = True
    return written


def node_json(node: Node) -> NodeJson:
    """Write a part of a formula."""
    written: NodeJson = {"op": node.op}
    if node.of:
        written["of"] = [node_json(part) for part in node.of]
    if node.number is not None:
        written["number"] = exact(node.number)
    if node.name:
        written["name"] = node.name
    return written
