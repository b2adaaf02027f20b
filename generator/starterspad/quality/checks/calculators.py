"""Calculators can be worked out: formulas and units fit, what is named exists, and examples give their results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from graphlib import CycleError, TopologicalSorter

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR
from starterspad.content.models.calculator import Calculator
from starterspad.content.problems import Problem, Severity, did_you_mean, quoted
from starterspad.content.units import read_unit
from starterspad.quality.next_values import took_its_next
from starterspad.rules.money.arithmetic import Unknown, rounded
from starterspad.rules.money.compiled import Computation, plain
from starterspad.rules.money.compiler import CHECK, UNITS, WrongCalculator, compiled, slots
from starterspad.rules.money.inputs_file import WrongInput, judged
from starterspad.rules.money.results import results


def check_calculators(catalog: Catalog) -> Iterator[Problem]:
    """Every calculator compiles, and names what exists."""
    computations: dict[str, Computation] = {}
    for id in catalog.of(CALCULATOR):
        try:
            computations[id] = compiled(catalog, id)
        except WrongCalculator as wrong:
            yield from wrong.problems
    yield from _check_taken(catalog, computations)
    for computation in computations.values():
        yield from _check_names(catalog, computation)
        yield from _check_texts(catalog, computation)


def check_examples(catalog: Catalog) -> Iterator[Problem]:
    """Every calculator without a fault gives the results of its example, by the facts as they are written."""
    computations: dict[str, Computation] = {}
    for id in catalog.of(CALCULATOR):
        with suppress(WrongCalculator):
            computations[id] = compiled(catalog, id)
    if any(_check_taken(catalog, computations)):
        return
    # What takes from one with a fault cannot be worked out either: calculators come behind those that they take from.
    taken = {
        id: {item.taken[0] for item in computation.inputs.values() if item.taken}
        for id, computation in computations.items()
    }
    sound: dict[str, Computation] = {}
    for id in TopologicalSorter(taken).static_order():
        if id in computations and taken[id] <= sound.keys() and not any(_check_names(catalog, computations[id])):
            sound[id] = computations[id]
    for id in sound:
        yield from _check_example(catalog, sound, id)


def _check_taken(catalog: Catalog, computations: Mapping[str, Computation]) -> Iterator[Problem]:
    """What is taken from another calculator is an output there, counts the same, and no circle closes."""
    records = catalog.of(CALCULATOR)
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for id, record in records.items():
        for index, item in enumerate(record.inputs):
            if item.from_ is None:
                continue
            other, output = item.from_.calculator, item.from_.output
            sorter.add(id, other)
            at = catalog.location(CALCULATOR.name, id, "inputs", index, "from")
            if other not in catalog.ids(CALCULATOR.name):
                remedy = did_you_mean(other, catalog.ids(CALCULATOR.name))
                yield Problem(at, f"unknown calculator {quoted(other)}", remedy, "reference")
                continue
            outputs = [result.id for result in records[other].outputs] if other in records else [output]
            if output not in outputs:
                message = f"{other} has no output {quoted(output)}"
                yield Problem(at, message, did_you_mean(output, outputs), CHECK)
            elif other not in computations or output not in (*computations[other].inputs, *computations[other].steps):
                continue  # told where it stands
            elif computations[other].unit_of(output) != read_unit(item.unit):
                words = computations[other].unit_of(output).words
                message = f"{other} gives {words}, and this input counts {read_unit(item.unit).words}"
                yield Problem(at, message, "give both the same unit", UNITS)
    try:
        sorter.prepare()
    except CycleError as error:
        circle = list(dict.fromkeys(reversed(error.args[1])))
        at = catalog.location(CALCULATOR.name, circle[0])
        message = f"calculators take from each other in a circle: {', '.join(circle)}"
        yield Problem(at, message, "take one from: out", "cycle")


def _check_names(catalog: Catalog, computation: Computation) -> Iterator[Problem]:
    """What is told and drawn exists, and has one figure where one is told."""
    record, known = computation.record, [*computation.inputs, *computation.steps]

    def at(*path: str | int, message: str, remedy: str = "") -> Problem:
        return Problem(catalog.location(CALCULATOR.name, computation.id, *path), message, remedy, CHECK)

    for index, output in enumerate(record.outputs):
        if output.id not in known:
            message = f"unknown output {quoted(output.id)}"
            yield at("outputs", index, "id", message=message, remedy=did_you_mean(output.id, known))
        elif computation.monthly(output.id):
            message = f"the output {quoted(output.id)} has a figure for each month"
            yield at("outputs", index, "id", message=message, remedy=f"make a step of it: sum({output.id})")
    if record.own_money and record.own_money not in known:
        message = f"unknown input or step {quoted(record.own_money)}"
        yield at("own_money", message=message, remedy=did_you_mean(record.own_money, known))
    elif record.own_money and (
        computation.monthly(record.own_money) or computation.unit_of(record.own_money) != read_unit("euro")
    ):
        yield at("own_money", message=f"{quoted(record.own_money)} is no single amount", remedy="name one in euro")
    outputs = {output.id for output in record.outputs}
    for index, pair in enumerate(record.ranges):
        for key, name in (("low", pair.low), ("high", pair.high)):
            if name not in outputs:
                remedy = did_you_mean(name, outputs)
                yield at("ranges", index, key, message=f"{quoted(name)} is no output", remedy=remedy)
    series = record.chart.series if record.chart else ()
    for index, name in enumerate(series):
        if name not in known:
            message = f"unknown name {quoted(name)} in the chart"
            yield at("chart", "series", index, message=message, remedy=did_you_mean(name, known))
    yield from _check_chart(catalog, computation, known)


def _check_chart(catalog: Catalog, computation: Computation, known: list[str]) -> Iterator[Problem]:
    chart = computation.record.chart
    if chart is None or any(name not in known for name in chart.series):
        return
    at = catalog.location(CALCULATOR.name, computation.id, "chart", "series")
    monthly = [computation.monthly(name) for name in chart.series]
    if chart.kind == "months" and not all(monthly):
        yield Problem(at, "a chart of months is drawn of what has a figure each month", "name such steps", CHECK)
    elif chart.kind != "months" and any(monthly):
        yield Problem(at, f"a chart {chart.kind} is drawn of single figures", "name a sum of the months", CHECK)
    elif chart.kind == "break_even" and len(chart.series) != 4:
        remedy = "name the fixed costs, the price of one, the costs of one, and how many it takes"
        yield Problem(at, "a chart break_even is drawn of four figures", remedy, CHECK)
    units = {computation.unit_of(name) for name in chart.series} if chart.kind != "break_even" else set()
    if len(units) > 1:
        words = " and ".join(sorted(unit.words for unit in units))
        yield Problem(at, f"the chart mixes {words}", "draw figures of one unit", UNITS)


def _check_texts(catalog: Catalog, computation: Computation) -> Iterator[Problem]:
    """Braces in the sentences of results hold names of single figures."""
    known = [name for name in (*computation.inputs, *computation.steps) if not computation.monthly(name)]
    for index, output in enumerate(computation.record.outputs):
        for language, text in output.text.items():
            for name in slots(text):
                if name not in known:
                    at = catalog.location(CALCULATOR.name, computation.id, "outputs", index, "text", language)
                    message = f"{quoted('{' + name + '}')} is no single figure of this calculator"
                    yield Problem(at, message, did_you_mean(name, known), CHECK)
        for language, text in (output.otherwise or {}).items():
            if any(slots(text)):
                at = catalog.location(CALCULATOR.name, computation.id, "outputs", index, "otherwise", language)
                message = "no figure can be told where there is none"
                yield Problem(at, message, "take the braces out", CHECK)
        if output.otherwise is None and output.id in _perhaps_none(computation):
            at = catalog.location(CALCULATOR.name, computation.id, "outputs", index)
            message = f"{quoted(output.id)} may be none, and nothing is said then"
            yield Problem(at, message, "add otherwise: with a sentence that says why there is no figure", CHECK)


def _perhaps_none(computation: Computation) -> set[str]:
    """Return the steps for which a formula may say that there is no figure."""
    names: set[str] = set()
    for step in computation.steps.values():
        parts = list(step.formula.walk())
        if any(part.op == "none" or (part.op == "name" and part.name in names) for part in parts):
            names.add(step.id)
    return names


def _facts(computations: Mapping[str, Computation], id: str) -> set[str]:
    """Return the facts that a calculator works with, and those that it takes figures from."""
    taken = {item.taken[0] for item in computations[id].inputs.values() if item.taken}
    return computations[id].facts.union(*(_facts(computations, other) for other in taken))


def _check_example(catalog: Catalog, computations: Mapping[str, Computation], id: str) -> Iterator[Problem]:
    """The example fits the limits, and gives its results exactly."""
    computation = computations[id]
    record: Calculator = computation.record
    filled: dict[str, tuple[Fraction, ...] | None] = {}
    faults: list[Problem] = []
    # No site may fail by itself on the day when a figure of law changes.
    old = any(took_its_next(catalog, fact) for fact in _facts(computations, id))
    severity: Severity = "warning" if old else "error"

    def fault(path: tuple[str | int, ...], message: str, remedy: str) -> None:
        at = catalog.location(CALCULATOR.name, id, "example", *path)
        faults.append(Problem(at, message, remedy, "example", severity))

    for name, figures in record.example.inputs.items():
        item = computation.inputs.get(name)
        if item is None:
            fault(("inputs", name), f"unknown input {quoted(name)}", did_you_mean(name, computation.inputs))
            continue
        try:
            written = [plain(figure) for figure in figures]
            filled[name] = judged(item, written if item.monthly else written[0], computation.most_months)
        except WrongInput as wrong:
            fault(("inputs", name), str(wrong), wrong.remedy)
    if not faults:
        worked_out = results(computations, id, {id: filled})
        for name, right in record.example.results.items():
            if name not in worked_out.values:
                fault(("results", name), f"unknown result {quoted(name)}", did_you_mean(name, worked_out.values))
                continue
            value = worked_out.values[name]
            if isinstance(value, list):
                fault(("results", name), f"{quoted(name)} has a figure for each month", f"name a sum({name})")
            elif isinstance(value, Unknown):
                missing = ", ".join(sorted(value.missing)) or value.fault
                fault(("results", name), f"{name} is not known: {missing}", "fill these in, in the example")
            else:
                seen = value * computation.unit_of(name).scale
                digits = len(right.partition(".")[2])
                if (seen if "/" in right else rounded(seen, digits)) != Fraction(right):
                    message = f"{name} comes to {plain(seen)}, and the example says {right}"
                    fault(("results", name), message, "work it out by hand, and mend the formula or the example")
    yield from faults
