"""What came and what changed: in the content since her last visit, and with another answer."""

from __future__ import annotations

import copy
from itertools import pairwise
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.decision_model import ModelJson
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import random_profiles

JOB_SEEKER = {
    "stage": ["idea"],
    "situation": ["unemployment-benefit"],
    "activity": ["food"],
    "experience": ["new"],
    "living": ["both"],
}
EMPTY: dict[str, Any] = {"journal_schema": 2, "fields": {}}
# Keeps that she saw her plan, as the page does.
SEE = """(() => {
  const set = (path, value) => write(journal, path, value, { now: 1, by: "x" });
  for (const [id, options] of Object.entries(answers)) set(`answers/${id}`, options);
  see(set, model, makePlan(model, answers), journal);
  return journal;
})()"""


@pytest.fixture(scope="module")
def model(town: Catalog) -> ModelJson:
    return compile_decision_model(town, "nl")


@pytest.fixture
def seen(engine: Engine, model: ModelJson) -> dict[str, Any]:
    """Her journal after her first plan."""
    found: dict[str, Any] = engine.call(SEE, model=model, answers=JOB_SEEKER, journal=copy.deepcopy(EMPTY))
    return found


def news(engine: Engine, model: ModelJson, journal: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = engine.call(
        "newsOf(model, makePlan(model, answersOf(journal)), journal)", model=model, journal=journal
    )
    return found


def test_a_first_plan_has_no_news(engine: Engine, model: ModelJson, seen: dict[str, Any]) -> None:
    assert news(engine, model, EMPTY) == []
    assert news(engine, model, seen) == []


def test_a_step_whose_text_changed_is_news_with_its_note(
    engine: Engine, model: ModelJson, seen: dict[str, Any]
) -> None:
    later = copy.deepcopy(model)
    task = next(task for task in later["tasks"] if task["id"] == "springplank")
    task |= {"version": "another", "changed": {"on": "2027-01-02", "note": "Het formulier heet nu anders."}}
    assert news(engine, later, seen) == [
        {"id": "springplank", "kind": "changed", "on": "2027-01-02", "note": "Het formulier heet nu anders."}
    ]


def test_a_step_that_the_city_added_is_news(engine: Engine, model: ModelJson, seen: dict[str, Any]) -> None:
    del seen["fields"]["tasks/springplank/seen"]
    assert [(one["id"], one["kind"]) for one in news(engine, model, seen)] == [("springplank", "new")]


def test_what_another_answer_brings_is_no_news(engine: Engine, model: ModelJson, seen: dict[str, Any]) -> None:
    answered = engine.call(
        "(answering(model, journal, 'situation', ['student'])"
        "((path, value) => write(journal, path, value, {now: 2, by: 'x'})), journal)",
        model=model,
        journal=seen,
    )
    assert "tasks/student-zelfstandige/seen" in answered["fields"]
    assert news(engine, model, answered) == []


def test_a_version_is_the_same_in_every_language(town: Catalog) -> None:
    def versions(language: str) -> dict[str, str]:
        return {task["id"]: task["version"] for task in compile_decision_model(town, language)["tasks"]}

    assert versions("nl") == versions("fr") == versions("en")


def changes(engine: Engine, model: ModelJson, journal: dict[str, Any], **answers: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = engine.call(
        "(({come, go, ticks}) => ({come, go, ticks}))"
        "(changesWith(model, journal, {...answersOf(journal), ...answers}))",
        model=model,
        journal=journal,
        answers=answers,
    )
    return found


def test_another_answer_says_what_comes_what_goes_and_that_ticks_stay(
    engine: Engine, model: ModelJson, seen: dict[str, Any]
) -> None:
    seen["fields"]["tasks/springplank/state"] = {"value": "done", "at": [5, 0, "x"]}
    seen["fields"]["tasks/vangnet/state"] = {"value": "done", "at": [6, 0, "x"]}
    found = changes(engine, model, seen, situation=["student"])
    assert "student-zelfstandige" in found["come"]
    assert "springplank" in found["go"]
    assert found["ticks"] == 2


def test_what_comes_and_goes_is_the_difference_of_two_plans(engine: Engine, model: ModelJson, town: Catalog) -> None:
    profiles = list(random_profiles(town, 60, seed=44))
    for before, after in pairwise(profiles):
        fields = {f"answers/{id}": {"value": value, "at": [1, 0, "x"]} for id, value in before.items()}
        found = engine.call(
            "(({come, go}) => [come, go])(changesWith(model, journal, after))",
            model=model,
            journal={"journal_schema": 2, "fields": fields},
            after=after,
        )
        plans = engine.plans(model, [before, {**before, **after}])
        old, new = ([task["id"] for task in plan["tasks"] if task["verdict"] == "yes"] for plan in plans)
        assert found == [[id for id in new if id not in old], [id for id in old if id not in new]]
