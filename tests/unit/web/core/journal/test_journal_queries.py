"""What the journal says of a starter's path: whatever stands in it, the plan can be shown."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.rules.model_compiler import compile_decision_model

from tests.conftest import Write
from tests.support.js_engine import Engine
from tests.unit.web.core.journal.test_journal import NOW, hostile


def journal(**fields: Any) -> dict[str, Any]:
    return {
        "journal_schema": 2,
        "fields": {
            path: {"value": value, "at": [place + 1, 0, "x"]} for place, (path, value) in enumerate(fields.items())
        },
    }


def test_her_own_steps_are_those_that_she_wrote_oldest_first(engine: Engine) -> None:
    kept = journal(**{"tasks/0b/title": "second?", "tasks/0a/title": "first?", "tasks/kbo/title": "not mine"})
    found = engine.call("ownOf(journal)", journal=kept)
    assert found == [{"id": "0b", "title": "second?"}, {"id": "0a", "title": "first?"}]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("state", "done"), ("state", "not-for-me"), ("notes", "x"), ("chosen/a/b", True), ("due", "2027-01-01"),
        ("times/a1", "2027-01-01"), ("why", "x"),
    ],
)  # fmt: skip
def test_a_step_with_work_in_it_is_never_lost_from_sight(path: str, value: Any, engine: Engine) -> None:
    assert engine.call("[...workOf(journal)]", journal=journal(**{f"tasks/kbo/{path}": value})) == ["kbo"]


def test_seeing_a_step_or_putting_it_on_the_plan_is_no_work(engine: Engine) -> None:
    kept = journal(**{"tasks/kbo/seen": "abc", "tasks/btw/added": True, "tasks/pand/state": None})
    assert engine.call("[...workOf(journal)]", journal=kept) == []


def test_an_appointment_is_work(engine: Engine) -> None:
    kept = journal(**{"appointments/a1/task": "kbo", "appointments/a1/day": "2027-01-01"})
    assert engine.call("[...workOf(journal)]", journal=kept) == ["kbo"]


def test_appointments_stand_by_day_and_time_and_advice_oldest_first(engine: Engine) -> None:
    moments = {"a1": ("2027-01-02", "09:00"), "a2": ("2027-01-01", "14:00"), "a3": ("2027-01-01", "09:30")}
    fields: dict[str, str] = {}
    for id, (day, time) in moments.items():
        fields |= {
            f"appointments/{id}/{key}": value for key, value in {"task": "kbo", "day": day, "time": time}.items()
        }
        fields |= {f"advice/{id}/text": "x", f"advice/{id}/day": day}
    found = engine.call("[appointmentsOf(journal), adviceOf(journal)]", journal=journal(**fields))
    assert [[one["id"] for one in each] for each in found] == [["a3", "a2", "a1"], ["a2", "a3", "a1"]]


def test_a_service_that_is_called_as_a_field_is_none_of_the_step(engine: Engine) -> None:
    kept = journal(**{"tasks/kbo/chosen/desk/added": True, "tasks/kbo/chosen/desk/state": True})
    assert engine.call("[...addedOf(journal), ...doneOf(journal)]", journal=kept) == []


@pytest.mark.parametrize("day", ["2027-99-99", "tomorrow", 7, None, "2027-1-1"])
def test_what_has_no_day_is_no_appointment_and_no_advice(day: Any, engine: Engine) -> None:
    kept = journal(
        **{"appointments/a1/task": "kbo", "appointments/a1/day": day, "advice/a1/text": "x", "advice/a1/day": day}
    )
    assert engine.call("[appointmentsOf(journal), adviceOf(journal)]", journal=kept) == [[], []]


def test_every_hostile_journal_that_opens_can_be_shown(engine: Engine, town: Catalog) -> None:
    model = compile_decision_model(town, "nl")
    shown = engine.call(
        "things.flatMap((thing) => { const opened = open(thing, now); if (!opened) return [];"
        " const journal = renamed(opened.journal, model.aliases);"
        " const plan = makePlan(model, answersOf(journal), {added: addedOf(journal)});"
        " const due = dueTasks(model, plan, journal);"
        " return [[adviceOf(journal), ownOf(journal), newsOf(model, plan, journal), momentsOf(due, journal),"
        " unsavedOf(journal), [...workOf(journal)], summaryOf(journal), needsOf(journal),"
        " model.tasks.map(({id}) => [stateOf(journal, id), chosenOf(journal, id), timesOf(journal, id)])].length]; })",
        things=hostile(),
        model=model,
        now=NOW,
    )
    assert len(shown) > 20
    assert set(shown) == {9}


def test_what_a_coach_writes_of_a_renamed_step_follows_it(engine: Engine) -> None:
    aliases: dict[str, dict[str, str]] = {"question": {}, "option": {}, "task": {"old": "new"}, "service": {}}
    kept = journal(**{"advice/a1/task": "old", "advice/a2/suggests": "old", "tasks/old/due": "2027-01-01"})
    fields = engine.call("renamed(journal, aliases)", journal=kept, aliases=aliases)["fields"]
    assert {path: field["value"] for path, field in fields.items()} == {
        "advice/a1/task": "new",
        "advice/a2/suggests": "new",
        "tasks/new/due": "2027-01-01",
    }


def test_a_link_without_notes_carries_nothing_that_she_or_a_coach_wrote(engine: Engine, town: Catalog) -> None:
    secret = {
        "tasks/0a/title": "SECRET", "tasks/kbo/notes": "SECRET", "tasks/kbo/why": "SECRET", "advice/a1/text": "SECRET",
        "advice/a1/day": "2027-01-01", "plan/name": "SECRET", "plan/seed": "SECRET", "tasks/kbo/seen": "SECRET",
    }  # fmt: skip
    shared = engine.call(
        'modules["journal/passed-on"].partOf(journal, model, {progress: true, notes: false, sensitive: true})',
        journal=journal(**secret, **{"tasks/kbo/state": "done"}),
        model=compile_decision_model(town, "nl"),
    )
    assert "SECRET" not in json.dumps(shared)
    assert list(shared["fields"]) == ["tasks/kbo/state"]


def test_work_since_the_last_copy_is_counted_and_putting_off_starts_anew(engine: Engine) -> None:
    def unsaved(**fields: Any) -> Any:
        return engine.call("unsavedOf(journal)", journal=journal(**fields))

    assert unsaved(**{"tasks/a/state": "done"}) == {"copied": None, "count": 1}
    fields = {"tasks/a/state": "done", "plan/saved": 7, "tasks/b/state": "done", "tasks/c/seen": "x"}
    assert unsaved(**fields) == {"copied": 7, "count": 1}
    assert unsaved(**fields, **{"plan/later": 9}) == {"copied": 9, "count": 0}


def test_a_retired_step_and_service_keep_the_name_they_had(instance: Any, write: Write) -> None:
    write(
        "content/retired.yml",
        "- {kind: task, id: stall, title: {en: Open a stall}}\n"
        "- {kind: service, id: town-desk/loan, title: {en: A loan}}\n"
        "- {kind: phase, id: zero, title: {en: Before}}\n",
    )
    model = compile_decision_model(load_catalog(instance), "en")
    assert model["retired"] == {"task/stall": "Open a stall", "service/town-desk/loan": "A loan"}


def test_what_a_file_says_for_an_answer_to_advice_is_one_or_none(engine: Engine) -> None:
    given = {"a1": "accepted", "a2": "declined", "a3": "<b>", "a4": "constructor"}
    fields = {
        f"advice/{id}/{key}": {"value": value, "at": [1, 0, "x"]}
        for id, answer in given.items()
        for key, value in {"text": "Call", "day": "2026-11-20", "answer": answer}.items()
    }
    journal = {"journal_schema": 3, "fields": fields}
    said = engine.call("adviceOf(journal).map(({ id, answer }) => [id, answer])", journal=journal)
    assert dict(said) == {"a1": "accepted", "a2": "declined", "a3": "", "a4": ""}
