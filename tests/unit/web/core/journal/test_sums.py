"""What she filled in on calculators: by names that survive, and judged, because anybody may have written it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.js_engine import Engine

CALCULATOR = {
    "id": "cash",
    "months": 3,
    "inputs": [
        {"id": "at_start", "unit": "euro", "scale": 1, "decimals": 2, "min": "0/1", "max": "1000/1"},
        {"id": "season", "unit": "percent", "scale": 100, "decimals": 0, "min": "0/1", "max": "500/1", "asked": 0},
    ],
    "steps": [],
    "outputs": [],
}


def judged(engine: Engine, **texts: str) -> Any:
    expression = """(({ filled, wrong }) => [
      Object.entries(filled).map(([id, figures]) => [id, figures && figures.map(written)]), [...wrong]])
      (judgedTexts(calculator, texts))"""
    return engine.call(expression, calculator=CALCULATOR, texts=texts)


def test_a_name_stands_in_a_path_and_comes_back(engine: Engine) -> None:
    assert engine.call("sumPath('cash', 'now', 'at_start')") == "money/cash/now/at-start"
    fields = {
        "money/cash/now/at-start": {"value": "12.50", "at": [1, 0, "x"]},
        "money/cash/now/season": {"value": 7, "at": [1, 0, "x"]},
        "money/cash/if-1/at-start": {"value": "9", "at": [1, 0, "x"]},
    }
    journal = {"journal_schema": 3, "fields": fields}
    assert engine.call("textsOf(journal, {id: 'cash'}, 'now')", journal=journal) == {"at_start": "12.50"}
    assert engine.call("textsOf(journal, {id: 'cash'}, 'if-1')", journal=journal) == {"at_start": "9"}


def test_figures_are_taken_and_nothing_is_what_she_does_not_know(engine: Engine) -> None:
    assert judged(engine, at_start="12.50", season="80 90 100") == [
        [["at_start", ["25/2"]], ["season", ["80/1", "90/1", "100/1"]]],
        [],
    ]
    assert judged(engine, at_start="", season="80 ? 100") == [[["at_start", None], ["season", None]], []]
    assert judged(engine, season="80") == [[["season", ["80/1"]]], []]
    assert judged(engine) == [[], []]


@pytest.mark.parametrize(
    ("input", "text", "why"),
    [
        ("at_start", "1e999", "number"),
        ("at_start", "1001", "limits"),
        ("at_start", "0.001", "digits"),
        ("at_start", "1 2", "number"),
        ("season", "80 90", "number"),
        ("season", "80 90 1000", "limits"),
    ],
)
def test_what_may_not_stand_is_told_and_not_counted(input: str, text: str, why: str, engine: Engine) -> None:
    assert judged(engine, **{input: text}) == [[[input, None]], [[input, why]]]
