"""A witness who worked something out is opened with figures that lead there."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.output.calculators_data import calculators_json
from starterspad.rules.proof.money_witness import money_fields

from tests.support.calculators import write_calculators
from tests.support.js_engine import Engine


@pytest.mark.parametrize("cut", ["soon", "later", "never"])
def test_the_figures_of_a_witness_lead_to_its_cut(cut: str, tmp_path: Path, engine: Engine) -> None:
    catalog = load_catalog(write_calculators(tmp_path / "tiny"))
    fields = dict(money_fields(catalog, {"money.runway": cut, "gate.plan": "go"}))
    assert all(path.startswith("money/cash/now/") for path in fields)
    kept = {path: {"value": text, "at": [1, 0, "x"]} for path, text in fields.items()}
    journal = {"journal_schema": 3, "fields": kept}
    told = calculators_json(catalog, "en")
    assert engine.call("bucketAnswers(told, journal)", told=told, journal=journal) == {"money.runway": [cut]}
