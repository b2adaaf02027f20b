"""Calendars to subscribe to: read by two other programs, right over a change of clocks, known by the same names."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.output.event_feeds import event_feeds
from starterspad.output.script_bundler import node_program
from starterspad.pages.event_rows import coming
from starterspad.pages.localizer import Localizer
from starterspad.pages.page_inputs import PageInputs
from starterspad.quality.coverage import coverage_of

from tests.conftest import REPOSITORY, TODAY, Write
from tests.support.hostile_events import GOOD_EVENT

READER = REPOSITORY / "tests" / "node" / "read_calendar.mjs"
BRUSSELS = ZoneInfo("Europe/Brussels")
# Thursdays at half past six, over the change of clocks of 28 March 2027: one left out, one moved to a Friday at five.
WORKSHOPS = [
    "2027-02-18T18:30", "2027-02-25T18:30", "2027-03-04T18:30", "2027-03-11T18:30", "2027-03-18T18:30",
    "2027-03-25T18:30", "2027-04-01T18:30", "2027-04-15T18:30", "2027-04-23T17:00", "2027-04-29T18:30",
    "2027-05-06T18:30",
]  # fmt: skip


@pytest.fixture(scope="module")
def feeds(town: Catalog) -> dict[str, str]:
    return dict(event_feeds(town, "nl", TODAY))


def in_javascript(text: str) -> list[dict[str, Any]]:
    node = node_program()
    assert node
    read = subprocess.run([node, str(READER)], input=text, capture_output=True, text=True, check=True)
    entries: list[dict[str, Any]] = json.loads(read.stdout)
    return entries


def entries_of(text: str) -> list[Any]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_eleven_workshops_over_the_change_of_clocks_are_right_in_python_and_javascript(feeds: dict[str, str]) -> None:
    text = feeds["events/elf-workshops/all.ics"]
    here = [entry.decoded("DTSTART").astimezone(BRUSSELS) for entry in entries_of(text)]
    assert [moment.strftime("%Y-%m-%dT%H:%M") for moment in here] == WORKSHOPS
    there = [datetime.datetime.fromisoformat(entry["starts"]) for entry in in_javascript(text)]
    assert [moment.astimezone(BRUSSELS).strftime("%Y-%m-%dT%H:%M") for moment in there] == WORKSHOPS
    lengths = {entry.decoded("DTEND") - entry.decoded("DTSTART") for entry in entries_of(text)}
    assert lengths == {datetime.timedelta(hours=2, minutes=30)}


def test_every_feed_is_read_alike_by_both_and_no_line_is_too_long(feeds: dict[str, str]) -> None:
    assert len(feeds) > 20
    for path, text in feeds.items():
        assert all(len(line.encode()) <= 75 for line in text.split("\r\n")), path
        assert "\n" not in text.replace("\r\n", "")
    text = feeds["calendar.ics"]
    known = [(str(entry["UID"]), str(entry["SUMMARY"]), str(entry["STATUS"])) for entry in entries_of(text)]
    assert [(entry["uid"], entry["summary"], entry["status"]) for entry in in_javascript(text)] == known
    assert len({uid for uid, _, _ in known}) == len(known)
    assert [uid for uid, _, status in known if status == "CANCELLED"] == ["adviesdag.2027-01-16@town.example"]


def test_a_part_holds_what_the_whole_has_of_it(feeds: dict[str, str]) -> None:
    whole = {str(entry["UID"]) for entry in entries_of(feeds["calendar.ics"])}
    for path, text in feeds.items():
        part = {str(entry["UID"]) for entry in entries_of(text)}
        assert part <= whole, path
        assert part, path
    of_step = {str(entry["UID"]).partition(".")[0] for entry in entries_of(feeds["calendar/step-leergroep.ics"])}
    assert of_step == {"elf-workshops", "starters-ontmoeten"}
    kinds = [path for path in feeds if path.startswith("calendar/kind-")]
    assert sum(len(entries_of(feeds[path])) for path in kinds) == len(whole)


def test_a_day_without_an_hour_takes_the_whole_day(feeds: dict[str, str]) -> None:
    entry, _ = entries_of(feeds["events/startersbeurs/all.ics"])
    assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (datetime.date(2027, 3, 6), datetime.date(2027, 3, 7))


def uids(feeds: dict[str, str]) -> dict[str, list[str]]:
    return {path: [str(entry["UID"]) for entry in entries_of(text)] for path, text in feeds.items()}


def test_who_subscribes_twice_in_another_language_or_later_has_each_date_once(town: Catalog) -> None:
    first = uids(dict(event_feeds(town, "nl", TODAY)))
    assert uids(dict(event_feeds(town, "fr", TODAY))) == first
    later = uids(dict(event_feeds(town, "nl", TODAY + datetime.timedelta(20))))
    assert set(first["calendar.ics"]) <= set(later["calendar.ics"])


def test_a_date_that_moves_stays_the_same_entry(instance: Path, write: Write) -> None:
    today = datetime.date(2027, 2, 1)
    write("content/events/prices.yml", GOOD_EVENT)
    moved = dict(event_feeds(load_catalog(instance), "en", today))
    text = re.sub(r"  changed:\n.*\n", "", GOOD_EVENT)
    write("content/events/prices.yml", text)
    before = dict(event_feeds(load_catalog(instance), "en", today))
    assert uids(moved) == uids(before)
    assert moved != before
    assert "prices.2027-03-11.portal@tiny.example" in uids(moved)["events/prices/all.ics"]


def test_two_portals_of_one_host_never_share_an_entry(instance: Path, write: Write) -> None:
    write("content/events/prices.yml", GOOD_EVENT)
    config = (instance / "site_config.yml").read_text("utf-8")
    known = set()
    for folder in ("", "portal/", "portal/two/"):
        write("site_config.yml", re.sub(r"base_url: .*", f"base_url: https://tiny.example/{folder}", config))
        known |= set(uids(dict(event_feeds(load_catalog(instance), "en", datetime.date(2027, 2, 1))))["calendar.ics"])
    assert len(known) == 3 * 10


@pytest.mark.parametrize(
    "words",
    [
        "a, b; c\\d",
        "BEGIN:VALARM",
        "x\\nATTENDEE:mailto:a@b.example",
        "é" * 60,
        "🙂" * 30,
        "quote \" and ' here",
        "<b>",
    ],
)
def test_words_stay_words(words: str, instance: Path, write: Write) -> None:
    title = json.dumps(words, ensure_ascii=False)
    write("content/events/prices.yml", GOOD_EVENT.replace("An evening about prices", title))
    text = dict(event_feeds(load_catalog(instance), "en", datetime.date(2027, 2, 1)))["events/prices/all.ics"]
    calendar = icalendar.Calendar.from_ical(text)
    assert {str(entry["SUMMARY"]) for entry in calendar.walk("VEVENT")} == {words}
    assert {component.name for component in calendar.walk()} == {"VCALENDAR", "VEVENT"}
    assert {entry["summary"] for entry in in_javascript(text)} == {words}


def test_an_event_makes_one_file_which_every_one_of_its_dates_leads_to(instance: Path, write: Write) -> None:
    rule = "  rule: FREQ=DAILY"
    text = re.sub(r"  rule: .*\n  except: .*\n  changed:\n.*", rule, GOOD_EVENT)
    write("content/events/prices.yml", text)
    catalog = load_catalog(instance)
    today = datetime.date(2027, 2, 5)
    feeds = dict(event_feeds(catalog, "en", today))
    assert [path for path in feeds if path.startswith("events/")] == ["events/prices/all.ics"]
    assert len(entries_of(feeds["events/prices/all.ics"])) == 398
    inputs = PageInputs(coverage_of(catalog), Localizer(catalog.messages["en"], "en"), "model.json", today)
    rows = coming(inputs)
    assert len(rows) == 397
    assert {row.file for row in rows} == {"events/prices/all.ics"}
