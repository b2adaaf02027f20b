"""The calendar file is read by another program with the same events in it."""

from __future__ import annotations

import datetime
import random
import zoneinfo
from typing import Any

import icalendar

from tests.support.js_engine import ZONE, Engine

PORTAL = "portal.example/town"
WRITTEN = 1_795_340_000_000


def event(**changes: Any) -> dict[str, Any]:
    plain = {"id": "a1", "day": "2026-12-01", "time": "14:30", "title": "RVA: Vraag na", "place": "", "notes": ""}
    return plain | {"written": WRITTEN} | changes


def read(engine: Engine, events: list[dict[str, Any]], name: str = "Mijn plan") -> icalendar.Calendar:
    text = engine.call("calendarOf(events, name, portal)", events=events, name=name, portal=PORTAL)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return icalendar.Calendar.from_ical(text)


def test_an_appointment_stands_at_her_own_time(engine: Engine) -> None:
    calendar = read(engine, [event()])
    (found,) = calendar.walk("VEVENT")
    assert found.decoded("DTSTART") == datetime.datetime(2026, 12, 1, 14, 30, tzinfo=zoneinfo.ZoneInfo(ZONE))
    assert found.decoded("DTSTAMP") == datetime.datetime.fromtimestamp(WRITTEN / 1000, datetime.UTC)
    assert str(found["UID"]) == f"a1@{PORTAL}"
    assert str(found["SUMMARY"]) == "RVA: Vraag na"
    assert "LOCATION" not in found


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
