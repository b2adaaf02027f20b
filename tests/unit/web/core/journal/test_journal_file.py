"""Only what she chose leaves the device, and what comes in is a plan or nothing."""

from __future__ import annotations

import json
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.unit.web.core.journal.test_journal import JOURNALS, NOW, hostile

FIELDS: dict[str, Any] = {
    "answers/stage": ["idea"],
    "answers/situation": ["student"],
    "answers/place": None,
    "tasks/kbo/state": "done",
    "tasks/kbo/notes": "for me alone",
    "tasks/btw/why": "too early",
    "tasks/btw/chosen/acerta/vat": True,
    "appointments/a1/task": "kbo",
    "appointments/a1/day": "2026-12-01",
    "gates/safe-start/decision": "go",
    "gates/safe-start/why": "for me alone",
    "mirror/m1/day": "2026-11-20",
    "mirror/m1/given/plan-1": 3,
    "money/break-even/now/price": "for me alone",
    "sheets/canvas/1/whom": "for me alone",
    "pop/plan/review": "2027-01-01",
    "plan/target": "2027-05-01",
    "plan/name": "An",
    "later/thing": "x",
}


def journal() -> dict[str, Any]:
    fields = {path: {"value": value, "at": [NOW + place, 0, ""]} for place, (path, value) in enumerate(FIELDS.items())}
    return {"journal_schema": 3, "fields": fields}


@pytest.mark.parametrize(
    ("chosen", "paths"),
    [
        ("", {"answers/stage"}),
        ("sensitive", {"answers/stage", "answers/situation"}),
        (
            "notes",
            {
                "answers/stage",
                "tasks/kbo/notes",
                "tasks/btw/why",
                "gates/safe-start/why",
                "mirror/m1/day",
                "mirror/m1/given/plan-1",
                "money/break-even/now/price",
                "sheets/canvas/1/whom",
                "pop/plan/review",
            },
        ),
        (
            "progress",
            {
                "answers/stage",
                "tasks/kbo/state",
                "tasks/btw/chosen/acerta/vat",
                "appointments/a1/task",
                "appointments/a1/day",
                "gates/safe-start/decision",
                "plan/target",
            },
        ),
    ],
)
def test_a_link_carries_what_she_chose_and_no_more(chosen: str, paths: set[str], town: Catalog, engine: Engine) -> None:
    shared = {name: name == chosen for name in ("progress", "notes", "sensitive")}
    model = compile_decision_model(town, "nl")
    found = engine.call(
        'modules["journal/passed-on"].partOf(journal, model, shared)', journal=journal(), model=model, shared=shared
    )
    assert set(found["fields"]) == paths


def test_the_questions_about_her_situation_and_nationality_are_sensitive(town: Catalog) -> None:
    model = compile_decision_model(town, "nl")
    assert [question["id"] for question in model["questions"] if question.get("sensitive")] == [
        "situation",
        "nationality",
    ]


def test_a_file_comes_back_as_it_was(engine: Engine) -> None:
    opened = engine.call("fromFile(asFile(journal), now)", journal=journal(), now=NOW)
    assert opened == {"journal": journal(), "newer": False}


def test_three_hundred_long_notes_come_back_from_their_file(engine: Engine) -> None:
    notes = {f"tasks/s{number}/notes": {"value": '"é\n' * 1300, "at": [NOW, 0, ""]} for number in range(300)}
    count = "Object.keys(fromFile(asFile({journal_schema: 3, fields}), now).journal.fields).length"
    assert engine.call(count, fields=notes, now=NOW) == 300


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Fatima", "plan-fatima-2026-11-22.json"),
        (" Zoé d'Hondt/.. ", "plan-zoe-d-hondt-2026-11-22.json"),
        ("مريم", "plan-مريم-2026-11-22.json"),
        ("…", "plan-2026-11-22.json"),
        (None, "plan-2026-11-22.json"),
        (7, "plan-2026-11-22.json"),
    ],
)
def test_a_file_bears_the_name_of_its_plan(name: Any, file: str, engine: Engine) -> None:
    named = {"journal_schema": 3, "fields": {"plan/name": {"value": name, "at": [NOW, 0, ""]}}}
    assert engine.call("fileNameOf(named, '2026-11-22')", named=named) == file


def test_a_summary_says_what_a_plan_holds(engine: Engine) -> None:
    assert engine.call("summaryOf(journal)", journal=journal()) == {
        "answers": 2,
        "done": 1,
        "appointments": 1,
        "notes": 2,
        "other": 1,
        "latest": NOW + len(FIELDS) - 1,
    }


def test_what_a_coach_wrote_counts_as_one_note(engine: Engine) -> None:
    written = {"task": "kbo", "text": "Dag", "by": "An", "day": "2026-11-22"}
    kept = {f"advice/a/{name}": {"value": value, "at": [NOW, 0, ""]} for name, value in written.items()}
    assert engine.call("summaryOf(kept).notes", kept={"journal_schema": 3, "fields": kept}) == 1


@pytest.mark.parametrize("text", ["", "{", "null", "[]", '"x"', '{"kind": "other", "journal_schema": 3, "fields": {}}'])
def test_what_is_no_plan_is_nothing(text: str, engine: Engine) -> None:
    assert engine.call("fromFile(text, now)", text=text, now=NOW) is None


def test_a_plan_without_its_kind_is_nothing_and_too_much_is_too(engine: Engine) -> None:
    for path in JOURNALS.glob("*.json"):
        assert engine.call("fromFile(text, now)", text=path.read_text("utf-8"), now=NOW) is None
    padded = "fromFile(asFile(emptyJournal()).padEnd(LARGEST + more), now) !== null"
    assert [engine.call(padded, more=more, now=NOW) for more in (0, 1)] == [True, False]


def test_nothing_hostile_comes_in_as_more_than_fields(engine: Engine) -> None:
    texts = [json.dumps({"kind": "starterspad-plan", **one} if isinstance(one, dict) else one) for one in hostile()]
    for opened in engine.call("texts.map((text) => fromFile(text, now))", texts=texts, now=NOW):
        assert opened is None or set(opened) == {"journal", "newer"}
