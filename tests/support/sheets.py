"""Calculators written as sheets, by the browser's program: all that a spreadsheet can say of them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR, SITE
from starterspad.content.models.calculator import Calculator
from starterspad.rules.money.arithmetic import Unknown, Values
from starterspad.rules.money.compiled import Computation, ComputedInput, exact
from starterspad.rules.money.compiler import compiled
from starterspad.rules.money.evaluate import Filled
from starterspad.rules.money.results import Results, results

from tests.support.js_engine import Engine

# Rows of cells, as the browser's program writes them; an empty cell is nothing.
Rows = list[list[Any]]
CASES = Path(__file__).parents[1] / "fixtures" / "cases" / "sheets.yml"
WORDS = {
    "inputs": "What you fill in",
    "steps": "How it follows",
    "outputs": "Result",
    "helpers": "Rows that help",
    "value": "figure",
    "hint": "Change a yellow cell.",
}


def calculators_of(catalog: Catalog) -> dict[str, Computation]:
    """Return the calculators of an instance, and those written to try what a sheet must say."""
    cases: Mapping[str, Any] = yaml.load(CASES.read_text("utf-8"), yaml.BaseLoader)
    shared = {
        "summary": {"en": "Tried."},
        "then": {"en": "Nothing."},
        "example": {"inputs": {}, "results": {"x": "1"}},
    }
    context = {"languages": ("en",)}
    made = {
        id: Calculator.model_validate({**shared, "title": {"en": f"Case [{id}]"}, **case}, context=context)
        for id, case in cases.items()
    }
    # They stand in no file: whatever were wrong with one would be told at the first of the instance.
    place = catalog.places[SITE.name, SITE.name]
    places = {**catalog.places, **{(CALCULATOR.name, id): place for id in made}}
    whole = replace(catalog, places=places)
    tried = whole.with_records(CALCULATOR, {**catalog.of(CALCULATOR), **made})
    return {id: compiled(tried, id) for id in tried.of(CALCULATOR)}


def written(computation: Computation, filled: Filled, worked: Results) -> dict[str, Any]:
    """Return what the browser's program makes a sheet of."""
    names = [*computation.inputs, *computation.steps]
    return {
        "calculator": computation.as_json(),
        "title": computation.record.title["en"],
        "labels": {
            **{item.id: item.label["en"] for item in computation.record.inputs},
            **{step.id: step.label["en"] for step in computation.record.steps},
        },
        "results": {output.id: output.text["en"] for output in computation.record.outputs},
        "values": {name: _exact(worked.values[name]) for name in names},
        "filled": list(filled),
    }


def sheets_of(engine: Engine, computations: Mapping[str, Computation], filled: Mapping[str, Filled]) -> dict[str, Rows]:
    """Return the rows of each sheet by its name, in the order of `filled`."""
    made = [written(computations[id], inputs, results(computations, id, filled)) for id, inputs in filled.items()]
    sheets = engine.call("calculatorSheets(made, words)", made=made, words=WORDS)
    return {sheet["name"]: sheet["rows"] for sheet in sheets}


def random_inputs(computation: Computation, chance: random.Random) -> Filled:
    """Fill a calculator in: anything within the limits, often their ends."""

    def figure(item: ComputedInput) -> Fraction:
        if item.options:
            return chance.choice(item.options)
        low, high = int(item.min / item.grain), int(item.max / item.grain)
        return chance.choice((low, high, chance.randint(low, high), min(high, max(low, 0)))) * item.grain

    return {
        item.id: tuple(figure(item) for _ in range(item.asked or computation.most_months if item.monthly else 1))
        for item in computation.inputs.values()
    }


def _exact(value: Values) -> Any:
    if isinstance(value, list):
        return [_exact(each) for each in value]
    return None if isinstance(value, Unknown) else exact(value)
