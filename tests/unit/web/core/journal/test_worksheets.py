"""Worksheets: what she wrote, round after round, and what changed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.js_engine import Engine


def rounds(engine: Engine, **fields: Any) -> Any:
    kept = {f"sheets/canvas/{path}": {"value": value, "at": [1, 0, "x"]} for path, value in fields.items()}
    return engine.call("roundsOf(journal, 'canvas')", journal={"journal_schema": 2, "fields": kept})


def test_rounds_are_read_in_order_with_their_day_and_only_what_is_written(engine: Engine) -> None:
    fields = {
        "2/offer": "Soup and bread",
        "2/0day": "2026-12-01",
        "1/offer": "Soup",
        "1/whom": "  ",
        "1/0day": "2026-11-22",
        "10/offer": "Soup, bread and cake",
        "3/0day": "2026-12-24",
    }
    assert rounds(engine, **fields) == [
        {"number": 1, "day": "2026-11-22", "texts": {"offer": "Soup"}},
        {"number": 2, "day": "2026-12-01", "texts": {"offer": "Soup and bread"}},
        {"number": 10, "day": "", "texts": {"offer": "Soup, bread and cake"}},
    ]


@pytest.mark.parametrize("path", ["0/offer", "x/offer", "1000/offer", "-1/offer", "__proto__/offer"])
def test_what_is_no_round_is_left_out(path: str, engine: Engine) -> None:
    assert rounds(engine, **{path: "Soup"}) == []


def test_what_changed_is_what_was_written_taken_away_or_written_anew(engine: Engine) -> None:
    before = {"number": 1, "day": "", "texts": {"offer": "Soup", "price": "4", "whom": "Neighbours"}}
    after = {"number": 2, "day": "", "texts": {"offer": "Soup and bread", "whom": "Neighbours", "learned": "Too dear"}}
    assert engine.call("changedIn(before, after)", before=before, after=after) == ["offer", "price", "learned"]
    assert engine.call("changedIn(undefined, after)", after=after) == ["offer", "whom", "learned"]
