"""The form for an event in the browser, the models and the command say and write the same."""

from __future__ import annotations

import datetime
import random
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.models.event import Event
from starterspad.content.models.recurrence import rule_of
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent
from starterspad.content.validation import validate
from starterspad.content.yaml import SourceFile
from starterspad.content.yaml.parser import parse_yaml
from starterspad.intake.asked_days import AskedDays, event_with_days
from starterspad.intake.message_reader import read_message
from starterspad.intake.partner_writer import tidied
from starterspad.intake.record_forms import EVENT_FORM
from starterspad.intake.record_from_message import record_of
from starterspad.output.record_form_data import RecordFormJson, record_form

from tests.conftest import TODAY
from tests.support.injection_payloads import PAYLOADS
from tests.support.js_engine import Engine
from tests.support.trials import trials

WORDS = ("Avond", "yes", "a: b", "# none", "- x", "2026-01-01", "true", "x" * 141)
CLOCKS = ("09:00", "14:00", "16:30")
# As on the page: what was chosen stands in words before its id.
MADE = (
    "batch.map((given) => { const told = tidied(given); const record = changedRecord('event', {}, told, day);"
    " return { told, record, faults: answerFaults(told, form, {}, []), text: writePartner(record, form),"
    " id: recordId(Object.values(told.title ?? {})[0] ?? '', taken, form),"
    " message: messageOf(told, form, frame, (path) => path,"
    " ({ kind }) => ['choice', 'area', 'partner', 'tasks', 'languages', 'yes'].includes(kind) ? 'Zo (of niet): x' : '')"
    " }; })"
)
FRAME = {"intro": "Hello,", "licence": "CC BY", "end": "Bye", "language": "nl", "change": ""}
NEW: dict[str, Any] = {
    "title": {"nl": "Avond"},
    "summary": {"nl": "Praten."},
    "kind": "info",
    "organiser": "oog",
    "day": "2027-01-14",
    "source": "https://a.example",
    "checked": TODAY.isoformat(),
}


def day(choices: random.Random) -> str:
    return (TODAY + datetime.timedelta(choices.randint(0, 120))).isoformat()


def answers(choices: random.Random) -> dict[str, Any]:
    """Return what somebody may fill in, mostly well."""
    told: dict[str, Any] = NEW | {"title": {"nl": choices.choice(WORDS)}, "summary": {"nl": choices.choice(WORDS[:-1])}}
    told |= {"day": day(choices), "kind": "party" if choices.random() < 0.05 else "fair"}
    if choices.random() < 0.05:
        del told["day"]
    for key in ("starts", "ends"):
        if choices.random() < 0.6:
            told[key] = (
                "25:00" if choices.random() < 0.05 else choices.choice(CLOCKS[:2] if key == "starts" else CLOCKS[1:])
            )
    if choices.random() < 0.6:
        again: dict[str, Any] = {"every": choices.choice(("week", "two-weeks", "month-weekday", "month-day"))}
        if choices.random() < 0.9:
            again["until"] = (TODAY + datetime.timedelta(choices.randint(90, 300))).isoformat()
        if choices.random() < 0.15:
            again["except"] = [day(choices)]
        told["again"] = again
    asked: dict[str, tuple[Any, ...]] = {
        "online": ("true", "false"),
        "languages": (["nl", "en"], ["no"]),
        "helps_with": (["praat-met-iemand"],),
        "capacity": ({"nl": "Twaalf: mensen"},),
        "cancelled": ("true",),
        "area": ("gent", ""),
    }
    return told | {key: choices.choice(values) for key, values in asked.items() if choices.random() < 0.3}


@pytest.fixture(scope="module")
def asked(town: Catalog) -> RecordFormJson:
    return record_form(town, "nl", EVENT_FORM)


def made(batch: list[dict[str, Any]], asked: RecordFormJson, engine: Engine) -> list[dict[str, Any]]:
    taken = [record["id"] for record in asked["records"]]
    found: list[dict[str, Any]] = engine.call(
        MADE, batch=batch, form=asked["form"], taken=taken, frame=FRAME, day=TODAY.isoformat()
    )
    return found


def refused(told: dict[str, Any], town: Catalog) -> list[str]:
    """Return what the models refuse of the answers, and of the event that is made of them."""
    beside = {key: value for key, value in told.items() if key in AskedDays.model_fields}
    languages = town.site.languages
    wrong = validate(AskedDays, beside, Place(SourceFile("x", beside, {(): 1})), languages)[1]
    record = event_with_days({}, told)
    wrong = [*wrong, *validate(Event, record, Place(SourceFile("x", record, {(): 1})), languages)[1]]
    # Only the form wants the day of what is new.
    return [problem.message for problem in wrong] or (["day"] if "day" not in told else [])


def test_page_and_command_refuse_the_same_and_write_the_same_file(
    town: Catalog, asked: RecordFormJson, engine: Engine
) -> None:
    choices = random.Random(11)
    count = trials(1500)
    batch = [answers(choices) for _ in range(count)]
    written = 0
    for given, one in zip(batch, made(batch, asked, engine), strict=True):
        told = tidied(given)
        assert isinstance(told, dict)
        assert one["told"] == told
        assert bool(refused(told, town)) == bool(one["faults"]), (told, one["faults"], refused(told, town))
        if one["faults"]:
            continue
        message = read_message(one["message"].encode(), "letter.txt", town, EVENT_FORM)
        found = record_of(message, "letter.txt", EVENT_FORM, town, TODAY)
        assert (found.path, found.text) == (f"content/events/{one['id']}.yml", one["text"])
        tree, _ = parse_yaml(found.text, found.path)
        assert tree == one["record"]
        written += 1
    assert count * 0.15 < written < count * 0.8


@pytest.mark.parametrize("every", ["week", "two-weeks", "month-weekday", "month-day"])
def test_the_days_that_the_page_says_are_those_of_the_rule(every: str, engine: Engine) -> None:
    firsts = [datetime.date(2026, 1, 1) + datetime.timedelta(number) for number in range(0, 800, 3)]
    batch: list[tuple[str, dict[str, Any]]] = [
        (first.isoformat(), {"every": every, "until": "2028-12-31"}) for first in firsts
    ]
    said = engine.call("batch.map(([day, again]) => daysOf(day, again))", batch=batch)
    for first, (text, again), days in zip(firsts, batch, said, strict=True):
        repeat: Any = event_with_days({}, {"day": text, "again": again})["repeat"]
        assert days == [one.isoformat() for one in rule_of(repeat["rule"]).days(first)], (text, repeat["rule"])
        assert days[0] == text


@pytest.mark.parametrize("key", ["title", "summary", "place", "for_whom", "capacity", "cost_note"])
def test_an_attack_is_the_same_words_in_both_or_is_refused(
    key: str, town: Catalog, asked: RecordFormJson, engine: Engine
) -> None:
    assert len(PAYLOADS) >= 40
    stopped = 0
    for one in made([{**NEW, key: {"nl": payload}} for payload in PAYLOADS], asked, engine):
        try:
            message = read_message(one["message"].encode(), "letter.txt", town, EVENT_FORM)
            found = record_of(message, "letter.txt", EVENT_FORM, town, TODAY)
        except InvalidContent:
            # Of two addresses in one another the command asks which is meant; gateways of e-mail write such.
            stopped += not one["faults"]
            continue
        assert not one["faults"]
        assert (found.path, found.text) == (f"content/events/{one['id']}.yml", one["text"])
        tree, _ = parse_yaml(found.text, found.path)
        assert tree == one["record"]
    assert stopped <= 2


def test_a_date_that_moves_or_is_cancelled_changes_the_same_lines_in_both(town: Catalog, engine: Engine) -> None:
    place = town.places["event", "elf-workshops"]
    tree: Any = place.tree
    batch: list[dict[str, Any]] = [
        {"one_day": {"day": "2027-03-04", "cancelled": "true"}},
        {"one_day": {"day": "2027-04-22", "to": "2027-04-24", "starts": "10:00", "ends": "12:00"}},
        {"cancelled": "true"},
        {"source": "https://b.example", "place": {"nl": "Zaal"}},
        {"day": "2027-02-19", "again": {"every": "week", "until": "2027-03-26"}},
    ]
    said = engine.call("batch.map((told) => changedRecord('event', tree, told, ''))", batch=batch, tree=tree)
    for told, record in zip(batch, said, strict=True):
        new = event_with_days(tree, told)
        assert record == new
        assert not validate(Event, new, Place(SourceFile("x", new, {(): 1})), town.site.languages)[1]
        gone = {key for key in tree if new.get(key) != tree[key]}
        assert gone == {"repeat" if key in ("one_day", "again") else key for key in told} - (set(told) - set(tree))
