"""The calendar file is read by another program with the same events in it."""

from __future__ import annotations

import datetime
import random
import zoneinfo
from collections.abc import Iterator
from typing import Any

import icalendar
import pytest

from tests.support.js_engine import ZONE, Engine

PORTAL = "portal.example/town"
WRITTEN = 1_795_340_000_000


def event(**changes: Any) -> dict[str, Any]:
    plain = {"id": "a1", "day": "2026-12-01", "time": "14:30", "title": "RVA: Vraag na", "place": "", "notes": ""}
    return plain | {"written": WRITTEN} | changes


def read(engine: Engine, events: list[dict[str, Any]], name: str = "Mijn plan") -> icalendar.Calendar:
    text = engine.call("calendarOf(events, name, portal, zone)", events=events, name=name, portal=PORTAL, zone=ZONE)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return icalendar.Calendar.from_ical(text)


def test_an_appointment_stands_at_the_time_of_the_city(engine: Engine) -> None:
    calendar = read(engine, [event()])
    (found,) = calendar.walk("VEVENT")
    assert found.decoded("DTSTART") == datetime.datetime(2026, 12, 1, 14, 30, tzinfo=zoneinfo.ZoneInfo(ZONE))
    assert found.decoded("DTSTAMP") == datetime.datetime.fromtimestamp(WRITTEN / 1000, datetime.UTC)
    assert str(found["UID"]) == f"a1@{PORTAL}"
    assert str(found["SUMMARY"]) == "RVA: Vraag na"
    assert "LOCATION" not in found


@pytest.fixture(scope="module", params=["UTC", "America/Montreal", "Pacific/Kiritimati"])
def elsewhere(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """A browser that reports a zone which is not the city's."""
    engine = Engine(zone=request.param)
    yield engine
    engine.close()


@pytest.mark.parametrize(
    ("zone", "day", "time", "moment"),
    [
        ("Europe/Brussels", "2027-03-30", "14:30", "2027-03-30T12:30"),
        ("Europe/Brussels", "2027-01-30", "14:30", "2027-01-30T13:30"),
        ("Europe/Amsterdam", "2027-07-01", "00:00", "2027-06-30T22:00"),
        # The last minute of winter and the first of summer, and a time that no clock shows.
        ("Europe/Brussels", "2027-03-28", "01:59", "2027-03-28T00:59"),
        ("Europe/Brussels", "2027-03-28", "02:30", "2027-03-28T01:30"),
        ("Europe/Brussels", "2027-03-28", "03:00", "2027-03-28T01:00"),
        # A time that clocks show twice is the first of the two.
        ("Europe/Brussels", "2027-10-31", "01:59", "2027-10-30T23:59"),
        ("Europe/Brussels", "2027-10-31", "02:30", "2027-10-31T00:30"),
        ("Europe/Brussels", "2027-10-31", "03:00", "2027-10-31T02:00"),
        ("America/Montreal", "2027-11-07", "01:30", "2027-11-07T05:30"),
        ("Asia/Kathmandu", "2027-05-01", "09:00", "2027-05-01T03:15"),
    ],
)
def test_a_time_is_that_of_the_city_whatever_the_browser_reports(
    elsewhere: Engine, zone: str, day: str, time: str, moment: str
) -> None:
    text = elsewhere.call("calendarOf(events, 'x', 'y', zone)", events=[event(day=day, time=time)], zone=zone)
    (found,) = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert found.decoded("DTSTART") == datetime.datetime.fromisoformat(f"{moment}:00+00:00")


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", None])
def test_without_a_zone_that_the_browser_knows_the_bare_time_stands(elsewhere: Engine, zone: str | None) -> None:
    events = [event(day="2027-03-30"), event(day="2027-03-28", time="02:30")]
    text = elsewhere.call("calendarOf(events, 'x', 'y', zone ?? undefined)", events=events, zone=zone)
    found = [one.decoded("DTSTART") for one in icalendar.Calendar.from_ical(text).walk("VEVENT")]
    assert found == [datetime.datetime(2027, 3, 30, 14, 30), datetime.datetime(2027, 3, 28, 2, 30)]


def test_an_appointment_without_a_time_takes_the_day(engine: Engine) -> None:
    (found,) = read(engine, [event(time="")]).walk("VEVENT")
    assert found.decoded("DTSTART") == datetime.date(2026, 12, 1)


def test_whatever_she_writes_comes_back_as_it_was(engine: Engine) -> None:
    chance = random.Random(5545)
    pieces = ["a", ";", ",", "\\", "\n", "é", "漢", "😀", '"', ":", "  ", "END:VEVENT", "x" * 60, "ك", "%0D%0A"]
    texts = ["".join(chance.choice(pieces) for _ in range(chance.randrange(1, 40))) for _ in range(200)]
    events = [event(id=f"a{number}", title=text, place=text, notes=text) for number, text in enumerate(texts)]
    found = read(engine, events).walk("VEVENT")
    assert [str(one["SUMMARY"]) for one in found] == texts
    assert [str(one["DESCRIPTION"]) for one in found] == texts
    assert len({str(one["UID"]) for one in found}) == len(texts)


def test_a_line_break_of_any_kind_cannot_end_an_event(engine: Engine) -> None:
    (found,) = read(engine, [event(title="a\r\nEND:VEVENT\rb\u0000c")]).walk("VEVENT")
    assert str(found["SUMMARY"]) == "a\nEND:VEVENT\nbc"


def test_what_divides_values_is_written_as_a_letter(engine: Engine) -> None:
    """Not every reader is as lenient as the one that is asked here."""
    text = engine.call("calendarOf(events, 'x')", events=[event(title="Soup, bread; and a \\")])
    assert r"SUMMARY:Soup\, bread\; and a \\" in text.split("\r\n")
