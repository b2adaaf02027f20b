"""Calculators as records."""

from __future__ import annotations

from starterspad.content.kinds import CALCULATOR
from starterspad.content.loader import load_catalog
from starterspad.content.models.calculator import in_order

from tests.conftest import TOWN


def test_the_lowest_order_comes_first_and_then_the_id() -> None:
    record = next(iter(load_catalog(TOWN).of(CALCULATOR).values())).model_copy(update={"order": 0})
    records = {"c": record, "b": record, "a": record.model_copy(update={"order": 1})}
    assert list(in_order(records)) == ["b", "c", "a"]
