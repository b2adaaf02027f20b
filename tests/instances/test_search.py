"""What people of Ghent ask in their own words finds the page that answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.js_engine import Engine


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        ("nl", "verzekeren", "tasks/verzekeringen/"),
        ("nl", "verzekering", "tasks/verzekeringen/"),
        ("nl", "wie leent mij 5.000 euro", "tasks/financiering/"),
        ("nl", "INSCHRIJVEN", "tasks/kbo/"),
        ("nl", "facturen", "tasks/e-facturatie/"),
        ("nl", "boekhouder", "tasks/boekhouder-kiezen/"),
        ("nl", "uitkering houden", "tasks/voorbereiden-met-uitkering/"),
        ("nl", "mag dit met mijn uitkering", "benefit/"),
        ("nl", "microstart", "partners/microstart/"),
        ("fr", "allocations", "guides/job-seekers/"),
        ("fr", "qui me prête 5 000 euros", "tasks/financiering/"),
        ("fr", "pret", "partners/microstart/"),
        ("fr", "inscrire", "tasks/kbo/"),
        ("en", "lenders", "tasks/financiering/"),
        ("en", "registering", "tasks/kbo/"),
    ],
)
def test_starters_find_what_they_ask_for(
    language: str, query: str, first: str, ghent_site: Path, engine: Engine
) -> None:
    index = json.loads((ghent_site / language / "search-index.json").read_text("utf-8"))
    found = engine.call("search(index, query)", index=index, query=query)
    assert first in [page["path"] for page in found[:3]]
