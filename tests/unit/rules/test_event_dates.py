"""The dates of events: what is left out, moved and cancelled, and the moments that clocks show."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.event_dates import EventDate, dates_in, dates_of, zone_of

FIRST, LAST = datetime.date(2026, 11, 22), datetime.date(2027, 12, 31)
BRUSSELS = ZoneInfo("Europe/Brussels")


def test_a_series_counts_its_dates_and_knows_what_is_otherwise(town: Catalog) -> None:
    dates = list(dates_of("elf-workshops", town.events["elf-workshops"], FIRST, LAST))
    assert [date.number for date in dates] == list(range(1, 12))
    assert datetime.date(2027, 4, 8) not in {date.by_rule for date in dates}
    (moved,) = [date for date in dates if date.moved]
    assert (moved.by_rule, moved.day) == (datetime.date(2027, 4, 22), datetime.date(2027, 4, 23))
    assert not moved.cancelled


def test_the_days_that_are_asked_for_are_those_on_which_it_is_held(town: Catalog) -> None:
    event, friday = town.events["elf-workshops"], datetime.date(2027, 4, 23)
    assert [date.number for date in dates_of("elf-workshops", event, friday, friday)] == [9]
    thursday = datetime.date(2027, 4, 22)
    assert not list(dates_of("elf-workshops", event, thursday, thursday))


def test_an_event_without_a_day_has_no_dates(town: Catalog) -> None:
    assert town.events["praatcafe"].rhythm
    assert "praatcafe" not in {date.event for date in dates_in(town, FIRST, LAST)}


def test_dates_stand_in_the_order_in_which_they_are_held(town: Catalog) -> None:
    dates = dates_in(town, FIRST, LAST)
    begins = [date.begins(zone_of(town)) for date in dates]
    assert begins == sorted(begins)
    assert {date.event for date in dates if date.cancelled} == {"adviesdag"}


@pytest.mark.parametrize(
    ("day", "starts", "ends", "begins", "over"),
    [
        ("2027-03-27", "18:30", "21:00", "2027-03-27T17:30", "2027-03-27T20:00"),
        ("2027-03-28", "18:30", "21:00", "2027-03-28T16:30", "2027-03-28T19:00"),
        # A time that clocks skip, and one that they show twice.
        ("2027-03-28", "02:30", "04:00", "2027-03-28T01:30", "2027-03-28T02:00"),
        ("2027-03-28", "02:30", "03:15", "2027-03-28T01:30", "2027-03-28T02:15"),
        ("2027-10-31", "02:30", "04:00", "2027-10-31T00:30", "2027-10-31T03:00"),
        # Where nobody says when it ends, it is over with its day, which is longer or shorter then.
        ("2027-03-28", "10:00", None, "2027-03-28T08:00", "2027-03-28T22:00"),
        ("2027-10-31", None, None, "2027-10-30T22:00", "2027-10-31T23:00"),
    ],
)
def test_hours_are_those_of_the_clocks_of_the_place(
    day: str, starts: str | None, ends: str | None, begins: str, over: str
) -> None:
    on = datetime.date.fromisoformat(day)
    hours = [datetime.time.fromisoformat(hour) if hour else None for hour in (starts, ends)]
    date = EventDate("evening", on, 1, on, hours[0], hours[1])
    assert date.begins(BRUSSELS) == datetime.datetime.fromisoformat(f"{begins}:00+00:00")
    assert date.over(BRUSSELS) == datetime.datetime.fromisoformat(f"{over}:00+00:00")
