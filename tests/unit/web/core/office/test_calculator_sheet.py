"""A calculator as a sheet: its formulas give what the engine gives, whatever is filled in."""

from __future__ import annotations

import random
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.money.arithmetic import Unknown, Value
from starterspad.rules.money.compiled import Computation
from starterspad.rules.money.evaluate import Filled
from starterspad.rules.money.results import results

from tests.support.js_engine import Engine
from tests.support.sheets import calculators_of, random_inputs, sheets_of
from tests.support.spreadsheet import Book, NoFigure
from tests.support.trials import trials


@pytest.fixture(scope="module")
def computations(tiny: Catalog) -> dict[str, Computation]:
    return calculators_of(tiny)


def shown(book: Book, rows: list[Any], sheet: str, label: str, month: int = 0) -> Value | str:
    """Return what stands beside a label, in a month or once."""
    row = next(number for number, cells in enumerate(rows, start=1) if cells and cells[0].get("text") == label)
    try:
        value = book.value(sheet, 2 + month, row)
    except NoFigure:
        return Unknown()
    assert isinstance(value, Fraction | str)
    return value


def assert_same(engine: Engine, computations: Mapping[str, Computation], id: str, filled: Filled) -> None:
    """Each step shows the figure of the engine, once or in each month, and an error where there is none."""
    computation = computations[id]
    [(name, rows)] = sheets_of(engine, computations, {id: filled}).items()
    book = Book({name: rows})
    worked = results(computations, id, {id: filled})
    for step in computation.record.steps:
        value = worked.values[step.id]
        for month, expected in enumerate(value if isinstance(value, list) else [value], start=1):
            found = shown(book, rows, name, step.label["en"], month if isinstance(value, list) else 0)
            if isinstance(expected, Unknown):
                assert isinstance(found, Unknown), (step.id, month, filled)
            else:
                assert found == expected, (step.id, month, filled)


@pytest.mark.random
@pytest.mark.parametrize("id", ["coffee-bar", "every-part", "month-plan", "bank-loan"])
def test_a_sheet_gives_what_the_engine_gives(id: str, engine: Engine, computations: dict[str, Computation]) -> None:
    chance = random.Random(id)
    for _ in range(trials(100)):
        assert_same(engine, computations, id, random_inputs(computations[id], chance))


def test_what_is_not_filled_in_makes_unknown_what_follows(engine: Engine, computations: dict[str, Computation]) -> None:
    assert_same(engine, computations, "month-plan", {"sales": (Fraction(1000),), "costs": (Fraction(900),)})


def test_an_adviser_changes_a_figure_and_everything_follows(
    engine: Engine, computations: dict[str, Computation]
) -> None:
    filled: Filled = {"amount": (Fraction(10000),), "rate": (Fraction(3),), "term": (Fraction(60),)}
    [(name, rows)] = sheets_of(engine, computations, {"bank-loan": filled}).items()
    cell = next(cells[1] for cells in rows if cells and cells[0].get("text") == "How many months")
    assert cell["look"] == "input"
    cell["number"] = 24
    changed = results(computations, "bank-loan", {"bank-loan": {**filled, "term": (Fraction(24),)}})
    book = Book({name: rows})
    assert shown(book, rows, name, "Interest in all") == changed.values["interest"]
    assert shown(book, rows, name, "What is left to pay", 24) == changed.values["debt"][23]  # type: ignore[index]
    assert shown(book, rows, name, "What is left to pay", 25) == ""


def test_one_sheet_takes_from_another_what_she_did_not_write(
    engine: Engine, computations: dict[str, Computation]
) -> None:
    plan: Filled = {"sales": (Fraction(1000),), "costs": (Fraction(900),), "at_start": (Fraction(500),)}
    loan: Filled = {"rate": (Fraction(3),), "term": (Fraction(12),)}
    sheets = sheets_of(engine, computations, {"month-plan": plan, "bank-loan": loan})
    assert list(sheets) == ["Case month-plan", "Case bank-loan"]
    rows = sheets["Case bank-loan"]
    assert shown(Book(sheets), rows, "Case bank-loan", "Amount") == 600
    amount = next(cells[1] for cells in rows if cells and cells[0].get("text") == "Amount")
    assert amount["formula"] == "ROUND('Case month-plan'!$B$16,2)"


def test_a_formula_reads_as_an_adviser_writes_it(engine: Engine, computations: dict[str, Computation]) -> None:
    [(_, rows)] = sheets_of(engine, computations, {"coffee-bar": {}}).items()
    formulas = {
        cells[0]["text"]: cells[1] for cells in rows if len(cells) > 1 and cells[1] and cells[1]["look"] == "figure"
    }
    assert formulas["What is left of one"]["formula"] == "$B$6-$B$7"
    assert formulas["What is left of one"]["format"] == '#,##0.00 "€"'
    units = formulas["So many you must sell"]
    assert units["formula"] == "IF(ROUND($B$10,9)>0,ROUNDUP(ROUND($B$5/$B$10,8),0),NA())"
    assert units["format"] == "#,##0"


def test_names_of_sheets_keep_the_rules_of_spreadsheets(engine: Engine, computations: dict[str, Computation]) -> None:
    made = [
        {
            "calculator": computations["coffee-bar"].as_json() | {"id": id},
            "title": "What's left: [of a very long title/name]?",
            "labels": {},
            "results": {},
            "values": {},
            "filled": [],
        }
        for id in ("one", "two")
    ]
    sheets = engine.call("calculatorSheets(made, {}).map(({ name }) => name)", made=made)
    assert sheets == ["What s left of a very long titl", "What s left of a very long ti 2"]
