"""What she filled in on calculators, worked out for the files: in her language, and never what cannot stand."""

from __future__ import annotations

from typing import Any

import pytest
from starterspad.content.catalog import Catalog

from tests.support.js_engine import Engine
from tests.support.sheets import calculators_of


@pytest.fixture(scope="module")
def named(tiny: Catalog) -> list[dict[str, Any]]:
    computations = calculators_of(tiny)
    return [
        {
            "title": id,
            "computation": computations[id].as_json(),
            "inputs": {item.id: {"label": item.label["en"], "choices": {}} for item in computations[id].record.inputs},
            "steps": {step.id: step.label["en"] for step in computations[id].record.steps},
            "outputs": {
                output.id: {"text": f"It is {{{output.id}}}.", "otherwise": "Your price is too low."}
                for output in computations[id].record.outputs
            },
        }
        for id in ("coffee-bar", "every-part")
    ]


def journal(**typed: str) -> dict[str, Any]:
    fields = {f"money/coffee-bar/now/{name}": {"value": text, "at": [1, 0, "x"]} for name, text in typed.items()}
    return {"journal_schema": 3, "fields": fields}


TYPED = {"fixed-costs": "20000", "price": "3.50", "cost": "0.90"}


def tables(engine: Engine, named: Any, kept: Any) -> Any:
    return engine.call("resultTables(named, kept, (value, unit) => `${value} ${unit}`)", named=named, kept=kept)


def test_results_are_sentences_with_figures_and_a_choice_is_said_in_its_words(engine: Engine, named: Any) -> None:
    [table] = tables(engine, named, journal(**TYPED))
    assert table["results"] == ["It is 7693 piece/month."]
    assert ["Fixed costs a month", "20000.00 euro/month"] in table["rows"]
    chosen = [{**named[0], "inputs": {**named[0]["inputs"], "cost": {"label": "Cost", "choices": {"0.9": "Cheap"}}}}]
    assert ["Cost", "Cheap"] in tables(engine, chosen, journal(**TYPED))[0]["rows"]


def test_where_there_is_no_figure_it_says_why_and_what_is_missing_is_left_out(engine: Engine, named: Any) -> None:
    [table] = tables(engine, named, journal(**{**TYPED, "price": "0.50"}))
    assert table["results"] == ["Your price is too low."]
    [table] = tables(engine, named, journal(price="3.50"))
    assert (table["results"], [label for label, _ in table["rows"]]) == ([], ["Price of one"])
    assert tables(engine, named, journal()) == []


def test_the_spreadsheet_holds_what_she_began_or_all(engine: Engine, named: Any) -> None:
    worked = "workedOut(named, kept).map(({title, filled, values}) => [title, filled, values.units ?? null])"
    assert engine.call(worked, named=named, kept=journal(**TYPED)) == [
        ["coffee-bar", ["fixed_costs", "price", "cost"], "7693/1"]
    ]
    assert [title for title, _, _ in engine.call(worked, named=named, kept=journal())] == ["coffee-bar", "every-part"]
    assert engine.call(worked, named=named, kept=journal(**{**TYPED, "price": "1e999"}))[0][2] is None
