"""The search for what may go wrong: the box of all that may be filled in is cut until each piece is proved.

A fault comes with a witness, somebody who would meet it; what stays open is told with its box.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR
from starterspad.content.limits import FIGURE_LIMITS
from starterspad.content.problems import Problem
from starterspad.rules.money.arithmetic import Unknown, Values, shown
from starterspad.rules.money.compiled import Computation, plain
from starterspad.rules.money.compiler import WrongCalculator, compiled
from starterspad.rules.money.evaluate import calculate
from starterspad.rules.money.proof.bounds import Bounds, Danger, Doubt
from starterspad.rules.money.proof.box import Pieces
from starterspad.rules.money.proof.parts import Parts

# Parts of formulas that are worked out in all before what is still open is called undecided.
_MOST_WORK = 100_000
# What a box costs besides: its points are worked out exactly.
_WORK_OF_A_BOX = 50
_SAID: Mapping[Danger, tuple[str, str, str]] = {
    "division": ("money-division", "something may be divided by zero", "add if(the divisor > 0, ..., none)"),
    "too-large": (
        "money-too-large",
        f"it may come to more than {FIGURE_LIMITS['value']:,}, or to digits without end",
        "lower a max, round it, or add an if",
    ),
    "at-least": (
        "money-limit",
        "it may come to less than its at_least",
        "use max(0, ...), narrow a limit or add an if",
    ),
    "at-most": ("money-limit", "it may come to more than its at_most", "use min(...), narrow a limit or add an if"),
}
UNDECIDED = "money-undecided"


def prove_calculators(catalog: Catalog) -> list[Problem]:
    """Return what may go wrong in the calculators of a catalog without errors, each with its witness or its box."""
    problems: list[Problem] = []
    for id in catalog.of(CALCULATOR):
        try:
            computation = compiled(catalog, id)
        except WrongCalculator:
            continue
        problems += [_problem(catalog, computation, fault) for fault in faults(computation)]
    return sorted(problems)


@dataclass(frozen=True)
class Fault:
    """What goes wrong in a step with what is filled in; or, undecided, what may go wrong somewhere in a box."""

    doubt: Doubt
    witness: Mapping[str, Fraction] | None
    box: Mapping[str, tuple[Fraction, Fraction]]


def faults(computation: Computation) -> list[Fault]:
    """Return at most one fault for each step, in the order of the file; none for what follows from a faulty step."""
    search = _Search(computation)
    search.run()
    return [search.faults[id] for id in computation.steps if id in search.faults]


class _Search:
    """The search in one calculator."""

    def __init__(self, computation: Computation) -> None:
        self.computation = computation
        self.parts = Parts(computation)
        self.faults: dict[str, Fault] = {}
        self.cones = {id: _cone(computation, id) for id in computation.steps}
        self.chance = random.Random(computation.id)  # noqa: S311 - the same points in each run

    def run(self) -> None:
        waiting = [(Pieces.all_of(self.computation), frozenset(self.computation.steps))]
        work = 0
        while waiting:
            pieces, steps = waiting.pop()
            asked = frozenset[str]().union(*(self.cones[id] for id in steps))
            bounds = Bounds(self.parts, pieces.ranges(), asked)
            work += bounds.work + _WORK_OF_A_BOX
            self.look_for_witnesses(self.first(bounds.doubts), pieces)
            open_doubts = self.first(bounds.doubts)
            if not open_doubts:
                continue
            needed = frozenset[str]().union(*(self.cones[doubt.step] for doubt in open_doubts))
            halves = pieces.halves([name for name in self.computation.inputs if name in needed])
            if not halves or work > _MOST_WORK:
                for doubt in open_doubts:
                    self.faults[doubt.step] = Fault(doubt, None, pieces.limits(self.cones[doubt.step]))
            else:
                # What follows from a doubted step is looked at again where that one is clear.
                later = frozenset(id for id in bounds.doubts if not self.faults.keys() & self.cones[id])
                waiting += [(half, later) for half in halves]

    def first(self, doubts: Mapping[str, Doubt]) -> list[Doubt]:
        """Return the doubts that follow from no other, and from no fault."""
        unclear = doubts.keys() | self.faults.keys()
        return [doubt for id, doubt in doubts.items() if self.cones[id] & unclear == {id} and id not in self.faults]

    def look_for_witnesses(self, doubts: list[Doubt], pieces: Pieces) -> None:
        """Look for somebody who meets what is doubted, at the ends of a box and inside."""
        for point in pieces.points(self.chance) if doubts else ():
            values = calculate(self.computation, {name: (figure,) for name, figure in point.items()}, {})
            for doubt in [doubt for doubt in doubts if doubt.step not in self.faults]:
                if self.met(doubt, values):
                    inputs = self.cones[doubt.step]
                    witness = {name: figure for name, figure in point.items() if name in inputs}
                    self.faults[doubt.step] = Fault(doubt, witness, {})

    def met(self, doubt: Doubt, values: Mapping[str, Values]) -> bool:
        step = self.computation.steps[doubt.step]
        scale = step.unit.scale
        if doubt.danger in ("division", "too-large"):
            # What goes wrong in a step above goes on in this one, and is no fault of it.
            wrong = {name for name in self.cones[step.id] if doubt.danger in _faults_of(values[name])}
            return wrong == {step.id}
        for value in _each(values[step.id]):
            if isinstance(value, Unknown):
                continue
            if doubt.danger == "at-least" and step.at_least is not None and value * scale < step.at_least:
                return True
            if doubt.danger == "at-most" and step.at_most is not None and value * scale > step.at_most:
                return True
        return False


def _each(values: Values) -> Iterator[Fraction | Unknown]:
    yield from values if isinstance(values, list) else (values,)


def _faults_of(values: Values) -> set[str]:
    return {value.fault for value in _each(values) if isinstance(value, Unknown)}


def _cone(computation: Computation, id: str) -> frozenset[str]:
    """Return a step with all steps and inputs that it follows from."""
    names: set[str] = set()
    waiting = [id]
    months = [computation.months] if isinstance(computation.months, str) else []
    while waiting:
        name = waiting.pop()
        if name in names:
            continue
        names.add(name)
        if name in computation.steps:
            step = computation.steps[name]
            waiting += [part.name for part in step.formula.walk() if part.op == "name"]
            timed = step.monthly or any(part.op in ("sum", "last", "min", "max") for part in step.formula.walk())
            waiting += months if timed else []
    return frozenset(names)


def _problem(catalog: Catalog, computation: Computation, fault: Fault) -> Problem:
    step, danger = fault.doubt
    check, message, remedy = _SAID[danger]
    index = list(computation.steps).index(step)
    key = {"at-least": "at_least", "at-most": "at_most"}.get(danger, "formula")
    at = catalog.location(CALCULATOR.name, computation.id, "steps", index, key)
    if fault.witness is not None:
        filled = ", ".join(f"{name}: {_shown(computation, name, figure)}" for name, figure in fault.witness.items())
        return Problem(at, f"{step}: {message}", f"for example {{{filled}}}\n{remedy}", check)
    box = ", ".join(
        f"{name}: {_shown(computation, name, low)} to {_shown(computation, name, high)}"
        for name, (low, high) in fault.box.items()
    )
    message = f"{step}: {message}, or may not: the proof does not decide it"
    return Problem(at, message, f"within {{{box}}}\nnarrow a limit, or add an if", UNDECIDED)


def _shown(computation: Computation, name: str, figure: Fraction) -> str:
    decimals = computation.inputs[name].decimals
    return shown(figure, decimals) if (figure * 10**decimals).denominator == 1 else plain(figure)
