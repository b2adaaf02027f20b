"""A fact has a life: its value holds from a day to a day, and may become another."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from starterspad.content.fact_life import has_ended
from starterspad.content.loader import load_catalog
from starterspad.quality.checks import check_days

from tests.conftest import Write

FEE = """\
- id: fee
  text: {en: "A number costs {fact: fee}."}
  value: {en: ten coins}
  source: https://town.example/fee
  source_kind: official
  second_source: https://news.example/fee
  seen: copy
  valid_until: 2026-12-31
  next: {value: {en: eleven coins}, from: 2027-01-01, source: "https://town.example/next"}
  checked: 2026-01-01
"""


@pytest.mark.parametrize(
    ("day", "value", "sources"),
    [
        ("2026-12-31", "ten coins", ("https://town.example/fee", "https://news.example/fee", "official")),
        ("2027-01-01", "eleven coins", ("https://town.example/next", None, "other")),
    ],
)
def test_from_its_first_day_on_the_next_value_stands_with_its_own_source_alone(
    day: str, value: str, sources: tuple[str, str | None, str], instance: Path, write: Write
) -> None:
    write("content/facts/fees.yml", FEE)
    fact = load_catalog(instance, datetime.date.fromisoformat(day)).facts["fee"]
    assert fact.text["en"] == f"A number costs {value}."
    assert (fact.source, fact.second_source, fact.source_kind) == sources


def test_what_ended_is_warned_of_the_day_after_its_last(instance: Path, write: Write) -> None:
    write("content/facts/fees.yml", FEE.replace(FEE.splitlines(keepends=True)[8], ""))
    catalog = load_catalog(instance)
    last = datetime.date(2026, 12, 31)
    assert not has_ended(catalog.facts["fee"], last)
    assert list(check_days(catalog, last)) == []
    (problem,) = check_days(catalog, last + datetime.timedelta(1))
    assert (problem.severity, problem.message) == ("warning", 'the fact "fee" held until 2026-12-31')
