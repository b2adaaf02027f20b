"""What a calculator says for what is filled in: its results with their units, and what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starterspad.rules.money.arithmetic import Unknown, Value, Values, shown
from starterspad.rules.money.calculator_json import FigureJson
from starterspad.rules.money.compiled import Computation, exact
from starterspad.rules.money.evaluate import Filled, calculate


@dataclass(frozen=True)
class Results:
    """Everything that was worked out, by name, in the order of the file."""

    computation: Computation
    values: Mapping[str, Values]

    def figure(self, name: str, value: Value) -> FigureJson:
        """Write a figure of an input or a step in the unit that people see."""
        unit = self.computation.unit_of(name)
        written: FigureJson = {"value": None, "exact": None, "unit": str(unit), "missing": [], "fault": ""}
        if isinstance(value, Unknown):
            known = self.computation.inputs
            return written | {"missing": [id for id in known if id in value.missing], "fault": value.fault}
        seen = value * unit.scale
        return written | {"value": shown(seen, self.computation.decimals_of(name)), "exact": exact(seen)}

    def figures(self, name: str) -> list[FigureJson]:
        """Write the figures of a name: one, or one for each month."""
        value = self.values[name]
        return [self.figure(name, part) for part in (value if isinstance(value, list) else [value])]


def results(computations: Mapping[str, Computation], id: str, filled: Mapping[str, Filled]) -> Results:
    """Work one of many calculators out, with what it takes from others as these are filled in.

    `filled`, by calculator, must lie within the limits, and no calculator may take from itself by way of others.
    """
    return _results(computations, id, filled, {})


def _results(
    computations: Mapping[str, Computation], id: str, filled: Mapping[str, Filled], known: dict[str, Results]
) -> Results:
    """Work one out, with those that are worked out already: several may take from the same one."""
    if id not in known:
        computation = computations[id]
        taken: dict[str, Value] = {}
        for item in computation.inputs.values():
            if item.taken and item.taken[0] in computations and item.id not in filled.get(id, {}):
                other, output = item.taken
                value = _results(computations, other, filled, known).values[output]
                assert not isinstance(value, list), f"{other} gives {output} for each month"
                taken[item.id] = value
        known[id] = Results(computation, calculate(computation, filled.get(id, {}), taken))
    return known[id]
