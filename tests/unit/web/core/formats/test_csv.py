"""Tables as CSV: cells keep their words, and none of them becomes a formula."""

from __future__ import annotations

import csv
import io

import pytest

from tests.support.js_engine import Engine


def test_cells_come_back_as_they_were(engine: Engine) -> None:
    rows = [["Markt", 'Zij zei "ja"; ik ook', "Eén\nTwee"], ["", "a,b", "x"]]
    for comma, between in ((True, ";"), (False, ",")):
        text = engine.call("csvOf(rows, comma)", rows=rows, comma=comma)
        assert text.startswith("\ufeff")
        assert list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=between)) == rows


@pytest.mark.parametrize("cell", ["=1+1", "+32", "-x", "@SUM(A1)", "\t=1"])
def test_what_looks_like_a_formula_is_text(cell: str, engine: Engine) -> None:
    [[found]] = csv.reader(io.StringIO(engine.call("csvOf([[cell]], false)", cell=cell)[1:], newline=""))
    assert found == (cell if cell == "+32" else f"'{cell}")


def test_a_figure_below_nothing_stays_one(engine: Engine) -> None:
    assert engine.call('csvOf([["-12,50"]], true)') == '\ufeff"-12,50"\r\n'
