"""Her business plan: what she wrote round after round, what she takes over, and what leaves her device."""

from __future__ import annotations

from typing import Any

from tests.support.js_engine import Engine


def journal(**fields: Any) -> dict[str, Any]:
    kept = {path: {"value": value, "at": [1, 0, "x"]} for path, value in fields.items()}
    return {"journal_schema": 3, "fields": kept}


PLAN = journal(
    **{
        "book/1/market/who": "Everybody",
        "book/1/0day": "2026-11-22",
        "book/2/market/who": "My neighbours",
        "book/2/market/price": "Four euro",
        "book/2/0day": "2026-12-01",
        "book/notes/market": "Ask Ann",
    }
)


def test_the_last_round_is_what_the_plan_says(engine: Engine) -> None:
    assert engine.call("planAnswers(journal)", journal=PLAN) == {
        "market/who": "My neighbours",
        "market/price": "Four euro",
    }
    assert [one["number"] for one in engine.call("planRounds(journal)", journal=PLAN)] == [1, 2]
    assert engine.call("planAnswers(journal)", journal=journal()) == {}


def test_notes_stand_beside_every_round_and_are_no_answer(engine: Engine) -> None:
    assert engine.call("planNotes(journal, 'market')", journal=PLAN) == "Ask Ann"
    assert engine.call("planNotes(journal, 'money')", journal=PLAN) == ""


def test_what_is_taken_over_stands_behind_her_own_words_with_its_source(engine: Engine) -> None:
    call = "takenOver(answer, words, source)"
    assert engine.call(call, answer="", words=" Soup ", source="My idea") == "Soup (My idea)"
    assert engine.call(call, answer="Lunch.\n", words="Soup", source="My idea") == "Lunch.\nSoup (My idea)"


def test_a_plan_and_what_she_ticked_of_a_loan_leave_the_device_with_her_notes_alone(engine: Engine) -> None:
    kept = journal(
        **{"book/1/market/who": "x", "loans/own": "2500", "loans/micro/card": True, "tasks/kbo/state": "done"}
    )
    model: dict[str, Any] = {"questions": []}
    shared = "Object.keys(modules['journal/passed-on'].partOf(journal, model, shared).fields)"
    without = {"progress": True, "notes": False, "sensitive": False}
    assert engine.call(shared, journal=kept, model=model, shared=without) == ["tasks/kbo/state"]
    everything = engine.call(shared, journal=kept, model=model, shared=without | {"notes": True})
    assert everything == list(kept["fields"])
    assert engine.call("summaryOf(journal).other", journal=kept) == 0
