"""What she does now: what waits for nothing, three at most, and what she waits for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.js_engine import Engine

# A step by its id: its phase, its kind, and what comes before it.
STEPS = {
    "report": (0, "required", []),
    "talk": (0, "recommended", []),
    "think": (0, "optional", []),
    "choose": (1, "required", ["report"]),
    "try": (1, "recommended", ["report"]),
    "register": (2, "required", ["report", "choose"]),
}
IDS = list(STEPS)
MODEL = {
    "tasks": [
        {"id": id, "phase": phase, "kind": kind, "before": [IDS.index(other) for other in before]}
        for id, (phase, kind, before) in STEPS.items()
    ]
}


def next_steps(
    engine: Engine, states: dict[str, str], *, first: tuple[str, ...] = (), more: tuple[str, ...] = ()
) -> list[Any]:
    fields = {f"tasks/{id}/state": {"value": state, "at": [1, 0, "x"]} for id, state in states.items()}
    plan = {"tasks": [{"id": id, "verdict": "yes"} for id in (*IDS, *more)]}
    found = engine.call(
        "nextSteps(model, plan, journal, new Set(first))",
        model=MODEL,
        plan=plan,
        journal={"journal_schema": 3, "fields": fields},
        first=list(first),
    )
    return [found["now"], found["waiting"]]


@pytest.mark.parametrize(
    ("states", "now", "waiting"),
    [
        ({}, ["report", "talk", "think"], []),
        ({"report": "done"}, ["talk", "think", "choose"], []),
        ({"report": "done", "talk": "not-for-me", "think": "elsewhere"}, ["choose", "try"], []),
        # What is required after a step that she waits for, waits too.
        ({"report": "waiting"}, ["talk", "think", "try"], ["report"]),
        ({"report": "waiting", "talk": "done", "think": "done", "try": "waiting"}, [], ["report", "try"]),
    ],
)
def test_first_comes_what_waits_for_nothing_and_required_before_recommended(
    states: dict[str, str], now: list[str], waiting: list[str], engine: Engine
) -> None:
    assert next_steps(engine, states) == [now, waiting]


def test_what_she_wants_help_with_goes_before_the_rest_but_not_before_what_it_waits_for(engine: Engine) -> None:
    assert next_steps(engine, {}, first=("think", "register"))[0] == ["think", "report", "talk"]


def test_her_own_steps_come_behind_those_of_the_city(engine: Engine) -> None:
    behind = {id: "done" for id in IDS if id != "register"}
    assert next_steps(engine, behind, more=("1aunt", "2call"))[0] == ["register", "1aunt", "2call"]
