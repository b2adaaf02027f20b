"""An organisation's own calendar: what it proposes, and what is refused of it, with the line and what to do."""

from __future__ import annotations

import datetime
from pathlib import Path
from random import Random

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent, Problem
from starterspad.intake.calendar_text import read_calendar
from starterspad.intake.events_from_calendar import Proposal, proposed_events
from starterspad.rules.event_dates import dates_of

from tests.conftest import Write
from tests.support.hostile_calendars import GOOD_CALENDAR, HOSTILE_CALENDARS, HostileCalendar

TODAY = datetime.date(2027, 1, 2)


def pulled(catalog: Catalog, content: str | bytes) -> tuple[list[Proposal], list[Problem]]:
    """Return what a calendar proposes, and every problem of it."""
    try:
        content = content.encode() if isinstance(content, str) else content
        entries, unreadable = read_calendar(content, "calendar.ics")
    except InvalidContent as invalid:
        return [], list(invalid.problems)
    proposals, problems = proposed_events(entries, "calendar.ics", "oog", catalog, TODAY)
    return proposals, [*unreadable, *problems]


def test_a_series_becomes_a_file_with_its_days_which_the_instance_can_hold(
    town: Catalog, instance: Path, write: Write
) -> None:
    proposals, problems = pulled(town, GOOD_CALENDAR.replace("\n", "\r\n"))
    assert problems == []
    (proposal,) = proposals
    assert proposal.id == "an-evening-about-prices"
    assert "Look at every line" in proposal.text
    text = (
        proposal.text.replace("{nl:", "{en:")
        .replace("  nl: ", "  en: ")
        .replace("organiser: oog", "organiser: town-desk")
    )
    write(f"content/events/{proposal.id}.yml", text)
    catalog = load_catalog(instance)
    assert catalog.problems == ()
    event = catalog.events[proposal.id]
    assert event.place == {"en": "The library, first floor"}
    assert event.summary == {"en": "You learn what to ask for your work. Come early."}
    dates = list(dates_of(proposal.id, event, TODAY, datetime.date(2028, 1, 1)))
    assert len(dates) == 10
    moved = dates[4]
    assert (str(moved.by_rule), str(moved.day), str(moved.starts)) == ("2027-03-11", "2027-03-12", "17:00:00")
    assert "2027-03-04" not in {str(date.by_rule) for date in dates}


@pytest.mark.parametrize("case", HOSTILE_CALENDARS, ids=lambda case: case.name)
def test_what_is_hostile_proposes_nothing_and_says_where_and_what_to_do(case: HostileCalendar, town: Catalog) -> None:
    proposals, problems = pulled(town, case.content)
    assert proposals == []
    assert any(problem.location.line == case.line and case.message in problem.message for problem in problems), problems
    assert all(problem.remedy for problem in problems)


def one(*lines: str) -> str:
    return "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", "END:VCALENDAR", ""])


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("DTSTART:20270204T173000Z", "DURATION:PT90M"), ["day: 2027-02-04", 'starts: "18:30"', 'ends: "20:00"']),
        (("DTSTART:20270704T230000Z",), ["day: 2027-07-05", 'starts: "01:00"']),
        (("DTSTART:20270204T183000",), ['starts: "18:30"']),
        (("DTSTART;TZID=America/New_York:20270204T183000",), ["day: 2027-02-05", 'starts: "00:30"']),
        (("DTSTART;TZID=Romance Standard Time:20270204T183000",), ["day: 2027-02-04", 'starts: "18:30"']),
        (("DTSTART;TZID=Eastern Standard Time:20270204T183000",), ["day: 2027-02-05", 'starts: "00:30"']),
        (("DTSTART;VALUE=DATE:20270204", "DTEND;VALUE=DATE:20270207"), ["rule: FREQ=DAILY;COUNT=3"]),
        (("DTSTART;VALUE=DATE:20270204", "STATUS:CANCELLED"), ['cancelled: "true"']),
        (("DTSTART:20270204T183000", "DTEND:20270205T000000"), ['ends: "23:59"']),
        (("DTSTART:20270204T183000", "CATEGORIES:Music,Workshop"), ["kind: workshop"]),
        (("DTSTART:20270204T183000", "DESCRIPTION:<b>Come</b>"), ["summary:\n  nl: Prices"]),
        (("DTSTART:20270204T183000", "RRULE:FREQ=WEEKLY;WKST=MO;UNTIL=20270304T173000Z"), ["UNTIL=20270304\n"]),
        (("DTSTART:20260204T183000",), None),
        (("DTSTART:20260204T183000", "RRULE:FREQ=WEEKLY;COUNT=4"), None),
    ],
)
def test_moments_are_those_of_the_clocks_of_the_town_and_what_has_passed_is_left(
    lines: tuple[str, ...], expected: list[str] | None, town: Catalog
) -> None:
    proposals, problems = pulled(town, one("SUMMARY:Prices", *lines))
    assert problems == []
    assert [all(words in proposal.text for words in expected or ()) for proposal in proposals] == [True] * bool(
        expected
    )


def test_what_is_there_already_is_not_proposed_again(town: Catalog) -> None:
    known = one("SUMMARY:Avond voor banken en boekhouders", "DTSTART:20270121T193000")
    assert pulled(town, known) == ([], [])
    assert len(pulled(town, known.replace("20270121", "20270122"))[0]) == 1


def test_two_events_of_one_uid_and_of_one_title_are_told_apart(town: Catalog) -> None:
    twice = one("SUMMARY:Prices", "DTSTART:20270204T183000", "END:VEVENT", "BEGIN:VEVENT", "UID:1", "SUMMARY:Prices")
    proposals, problems = pulled(town, twice)
    assert len(proposals) == 1
    assert ["stands there twice" in problem.message for problem in problems] == [True]
    proposals, _ = pulled(
        town, twice.replace("UID:1\nSUMMARY:Prices\nEND", "UID:2\nSUMMARY:Prices\nDTSTART:20270205T183000\nEND")
    )
    assert [proposal.id for proposal in proposals] == ["prices", "prices-2"]


def test_whatever_is_changed_in_a_calendar_nothing_but_words_comes_of_it(town: Catalog) -> None:
    chance = Random(5)
    for _ in range(400):
        content = bytearray(GOOD_CALENDAR.encode())
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(content))
            piece = chance.choice([b"\n", b":", b";", b"\xff", b"Z", b"99999999", b"BEGIN:VEVENT\n", b'"', b"", b"\0"])
            content[place : place + chance.randint(0, 9)] = piece
        for problem in pulled(town, bytes(content))[1]:
            assert problem.message.isprintable()
            assert problem.location.line >= 1


def test_a_change_of_what_is_not_there_is_told_beside_what_is_proposed(town: Catalog) -> None:
    proposals, problems = pulled(town, GOOD_CALENDAR.replace("UID:evening", "UID:other", 1))
    assert len(proposals) == 1
    assert [(problem.location.line, problem.message) for problem in problems] == [
        (14, "this changes an event that is not there")
    ]
