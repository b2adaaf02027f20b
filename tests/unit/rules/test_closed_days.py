"""On which days no desk is open: the public holidays of the country, and what the instance lists."""

from __future__ import annotations

import datetime

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.closed_days import closed_days


def day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


@pytest.mark.parametrize(
    ("region", "holiday", "working_day"),
    [
        ("BE", "2026-07-21", "2026-04-27"),  # the national day
        ("NL", "2026-04-27", "2026-07-21"),  # the king's birthday
        ("GB", "2026-12-28", "2026-12-29"),  # Boxing Day falls on a Saturday
    ],
)
def test_each_country_has_its_public_holidays(town: Catalog, region: str, holiday: str, working_day: str) -> None:
    closed = closed_days(town.site.model_copy(update={"region": region}), (2026,))
    assert day(holiday) in closed
    assert day(working_day) not in closed


def test_what_the_instance_lists_is_closed_besides_and_is_all_where_no_country_is_known(town: Catalog) -> None:
    listed = set(town.site.closed_days)
    assert day("2026-12-24") in listed
    assert closed_days(town.site.model_copy(update={"region": "BE"}), (2026, 2027)) > listed
    for region in (None, "ZZ"):
        assert closed_days(town.site.model_copy(update={"region": region}), (2026, 2027)) == listed
