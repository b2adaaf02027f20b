"""`portal events expand`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import TINY, TOWN
from tests.support.command_line import portal
from tests.support.hostile_calendars import GOOD_CALENDAR


def test_each_date_between_two_days_is_printed_with_its_moment() -> None:
    arguments = ("--root", TOWN, "--from", "2027-04-22", "--to", "2027-05-06", "--format", "json")
    answer = json.loads(portal("events", "expand", *arguments).output)
    assert (answer["schema"], answer["time_zone"]) == (1, "Europe/Brussels")
    assert [(date["event"], date["day"], date["status"]) for date in answer["dates"]] == [
        ("elf-workshops", "2027-04-23", "moved"),
        ("elf-workshops", "2027-04-29", "held"),
        ("infosessie-starterslabo", "2027-05-06", "held"),
        ("elf-workshops", "2027-05-06", "held"),
    ]
    assert answer["dates"][0] == {
        "event": "elf-workshops",
        "title": {
            "nl": "Elf workshops: van idee tot zaak",
            "fr": "Onze ateliers : de l'idée à l'entreprise",
            "en": "Eleven workshops: from idea to business",
        },
        "by_rule": "2027-04-22",
        "day": "2027-04-23",
        "starts": "17:00",
        "ends": "19:30",
        "starts_utc": "2027-04-23T15:00:00Z",
        "ends_utc": "2027-04-23T17:30:00Z",
        "number": 9,
        "status": "moved",
        "uid": "elf-workshops.2027-04-22@town.example",
    }


def test_people_read_a_line_for_each_date() -> None:
    lines = portal("events", "expand", "--root", TOWN, "--from", "2027-01-16", "--to", "2027-01-21").output.splitlines()
    assert lines == [
        "2027-01-16  whole day  adviesdag  Adviesdag in het stadhuis  (cancelled)",
        "2027-01-21  19:30-21:30  avond-voor-adviseurs  Avond voor banken en boekhouders",
    ]
    nothing = portal("events", "expand", "--root", TINY, "--from", "2027-01-16", "--to", "2027-01-21")
    assert nothing.output == "No event is held on these days.\n"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2027-02-01", "2027-01-31", "--to 2027-01-31 lies before --from 2027-02-01"),
        ("2027-01-01", "2057-01-01", "ten years at most: ask for fewer days"),
        ("soon", "2027-01-01", "does not match the format"),
    ],
)
def test_days_that_make_no_sense_are_refused(first: str, last: str, words: str) -> None:
    result = portal("events", "expand", "--root", TOWN, "--from", first, "--to", last)
    assert result.exit_code != 0
    assert words in result.output


def test_a_calendar_becomes_files_to_look_at_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    calendar = tmp_path / "desk.ics"
    calendar.write_text(GOOD_CALENDAR, "utf-8")
    known = ("events", "pull", "--root", TOWN, "--today", "2027-01-02", "--calendar", calendar)
    result = portal(*known, "--partner", "oog", "--out", tmp_path / "out")
    assert result.exit_code == 0, result.output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["an-evening-about-prices.yml"]
    assert "1 events proposed, 0 left out. Nothing is published by this." in result.output
    calendar.write_text(GOOD_CALENDAR.replace("COUNT=11", "COUNT=9999999"), "utf-8")
    result = portal(*known, "--partner", "oog", "--out", tmp_path / "none")
    assert result.exit_code == 1
    assert f"{calendar}:7: repeat, rule: COUNT is a number from 1 to 400" in result.output
    assert not (tmp_path / "none").exists()
    assert portal(*known, "--partner", "nobody").exit_code == 1
    # Where no partner names a calendar, nothing is asked.
    assert portal("events", "pull", "--root", TOWN).output.startswith("0 events proposed")
