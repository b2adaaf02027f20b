"""What in a plan needs a coach, and who of many comes first."""

from __future__ import annotations

from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.columns import column
from starterspad.rules.decision_model import ModelJson
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine

TASKS = ["eerst-melden", "zelfinzicht", "kbo"]
DAY_MS = 24 * 3600 * 1000
# Noon of 10 November 2026 in Greenwich.
THEN = 1_794_312_000_000


@pytest.fixture(scope="module")
def model(town: Catalog) -> ModelJson:
    return compile_decision_model(town, "nl")


def journal(fields: dict[str, Any], at: int = THEN) -> dict[str, Any]:
    return {
        "journal_schema": 3,
        "fields": {path: {"value": value, "at": [at, 0, "x"]} for path, value in fields.items()},
    }


def needs(engine: Engine, model: ModelJson, fields: dict[str, Any], today: str) -> list[tuple[str, int, str]]:
    said = engine.call(
        "coachNeeds(model, kept, tasks, today)", model=model, kept=journal(fields), tasks=TASKS, today=today
    )
    return [(need["kind"], need["days"], need["task"]) for need in said]


CHOSEN = {"tasks/eerst-melden/chosen/rva/any": True}
MEETING = {"appointments/a1/task": "kbo", "appointments/a1/day": "2026-11-22", "tasks/zelfinzicht/state": "done"}


@pytest.mark.parametrize(
    ("fields", "today", "expected"),
    [
        (CHOSEN, "2026-11-22", [("waits", 12, "eerst-melden")]),
        # Nine days are what one waits for anybody.
        (CHOSEN, "2026-11-19", []),
        (CHOSEN | {"tasks/eerst-melden/state": "done"}, "2026-11-22", []),
        (MEETING, "2026-11-20", []),
        (MEETING, "2026-11-21", [("soon", 1, "kbo")]),
        (MEETING, "2026-11-22", [("soon", 0, "kbo")]),
        (MEETING, "2026-11-25", [("passed", 3, "kbo")]),
        (MEETING | {"appointments/a1/outcome": "helped"}, "2026-11-23", []),
        # A step that is not on her plan: somebody expects her there.
        (
            {"appointments/a1/task": "btw", "appointments/a1/day": "2026-11-22"},
            "2026-11-23",
            [("passed", 1, "btw")],
        ),
        ({"answers/stage": ["idea"]}, "2026-11-10", [("not-begun", 0, "eerst-melden")]),
        ({"tasks/eerst-melden/state": "not-for-me"}, "2026-11-11", []),
        ({"tasks/eerst-melden/state": "done"}, "2026-11-23", []),
        ({"tasks/eerst-melden/state": "done"}, "2026-11-24", [("idle", 14, "zelfinzicht")]),
        ({f"tasks/{id}/state": "done" for id in TASKS}, "2027-11-24", []),
    ],
)
def test_what_needs_a_coach(
    fields: dict[str, Any], today: str, expected: list[tuple[str, int, str]], model: ModelJson, engine: Engine
) -> None:
    assert needs(engine, model, fields, today) == expected


def test_what_a_coach_wrote_is_no_work_of_hers(model: ModelJson, engine: Engine) -> None:
    kept = journal({"tasks/eerst-melden/state": "done"})
    kept["fields"]["advice/a/text"] = {"value": "Dag", "at": [THEN + 14 * DAY_MS, 0, "c"]}
    said = engine.call("coachNeeds(model, kept, tasks, '2026-11-24')", model=model, kept=kept, tasks=TASKS)
    assert [need["kind"] for need in said] == ["idle"]


def test_a_wait_is_long_as_its_service_says(model: ModelJson, engine: Engine) -> None:
    services = model["services"]
    path = f"{services['partners'].split()[0]}/{services['ids'].split()[0]}"
    quick = {**model, "services": {**services, "answers_within": column([3, *[0] * len(services["ids"].split())])}}
    kept = journal({f"tasks/kbo/chosen/{path}": True})
    asked = "waitOf(model, kept, 'kbo', '2026-11-14')"
    assert engine.call(asked, model=quick, kept=kept) == {"service": path, "days": 4, "long": True}
    assert engine.call(asked, model=model, kept=kept)["long"] is False
    assert engine.call("waitOf(model, kept, 'zelfinzicht', '2026-11-14')", model=model, kept=kept) is None


def test_who_waits_longest_comes_first_then_what_passed_what_comes_and_who_does_nothing(engine: Engine) -> None:
    order = [("waits", 12), ("waits", 10), ("passed", 3), ("soon", 0), ("soon", 1), ("not-begun", 0), ("idle", 20)]
    needs = [{"kind": kind, "days": days} for kind, days in order]
    said = engine.call("[undefined, ...needs.reverse()].sort(compareNeeds)", needs=needs)
    assert [(need["kind"], need["days"]) for need in said if need] == order
    # Among those who need nobody, nothing moves: they stay as they were opened.
    assert engine.call("compareNeeds(undefined, undefined)") == 0
    assert engine.call("compareNeeds(undefined, needs[0]) > 0", needs=needs)
