"""What a corrected fact keeps of what was known of the old value."""

from __future__ import annotations

import datetime
from typing import Any

from starterspad.intake.corrected_fact import corrected_fact, current_fact

TODAY = datetime.date(2026, 11, 22)
FACT: dict[str, Any] = {
    "id": "cost",
    "text": {"en": "It costs {fact: cost}."},
    "value": {"en": "EUR 1", "nl": "1 euro"},
    "amount": {"value": "1", "unit": "euro"},
    "source": "https://a.example",
    "source_kind": "official",
    "second_source": "https://b.example",
    "seen": "copy",
    "valid": {"en": "2025"},
    "checked": "2026-01-01",
}


def test_who_only_looked_again_changes_the_day_alone() -> None:
    told: dict[str, Any] = {"source": "https://a.example", "checked": "2026-11-21"}
    assert corrected_fact(FACT, told, TODAY) == FACT | {"seen": "told", "checked": "2026-11-21"}


def test_another_value_loses_its_period_and_its_second_source_and_keeps_its_unit() -> None:
    new = corrected_fact(FACT, {"value": {"en": "EUR 2"}, "amount": {"value": "2"}}, TODAY)
    assert (new["value"], new["amount"]) == ({"en": "EUR 2", "nl": "1 euro"}, {"value": "2", "unit": "euro"})
    assert not {"valid", "second_source"} & new.keys()
    assert new["source_kind"] == "official"


def test_another_page_must_say_again_whose_it_is() -> None:
    assert "source_kind" not in corrected_fact(FACT, {"source": "https://c.example"}, TODAY)


def test_what_holds_later_waits_and_once_it_holds_it_is_what_stands_there() -> None:
    told: dict[str, Any] = {"value": {"en": "EUR 3"}, "source": "https://a.example", "valid_from": "2027-01-01"}
    new = corrected_fact(FACT, told, TODAY)
    assert new["value"] == FACT["value"]
    assert current_fact(new, datetime.date(2026, 12, 31)) == new
    later = current_fact(new, datetime.date(2027, 1, 1))
    assert later["value"] == {"en": "EUR 3", "nl": "1 euro"}
    assert "next" not in later
    corrected = corrected_fact(new, {"value": {"en": "EUR 4"}}, datetime.date(2027, 1, 1))
    assert corrected["value"] == {"en": "EUR 4", "nl": "1 euro"}
