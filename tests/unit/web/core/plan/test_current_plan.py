"""Her current plan: answers, what the self-assessment and the gates say, what she added, and her own steps."""

from __future__ import annotations

from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.decision_model import ModelJson
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import plan_of

ANSWERS = {"stage": ["idea"], "situation": ["unemployment-benefit"], "activity": ["food"]}


@pytest.fixture(scope="module")
def model(town: Catalog) -> ModelJson:
    return compile_decision_model(town, "nl")


def journal(fields: dict[str, Any] | None = None) -> dict[str, Any]:
    """A journal with the answers above, and more fields by their path."""
    paths = {f"answers/{id}": value for id, value in ANSWERS.items()} | (fields or {})
    return {"journal_schema": 3, "fields": {path: {"value": value, "at": [1, 0, "x"]} for path, value in paths.items()}}


def steps(engine: Engine, model: ModelJson, kept: dict[str, Any]) -> list[list[str]]:
    found: list[list[str]] = engine.call(
        "currentPlan(model, kept).plan.tasks.map(({id, verdict}) => [id, verdict])", model=model, kept=kept
    )
    return found


def reference(catalog: Catalog, answers: dict[str, list[str]]) -> list[list[str]]:
    return [[task["id"], task["verdict"]] for task in plan_of(catalog, answers)["tasks"]]


@pytest.mark.parametrize("decision", ["go", "conditions", "not-yet", "no"])
def test_a_decision_at_a_gate_counts_like_an_answer(
    engine: Engine, model: ModelJson, town: Catalog, decision: str
) -> None:
    gates = [id for id in town.questions if id.startswith("gate.")]
    assert gates
    for gate in gates:
        path = f"gates/{gate.removeprefix('gate.')}"
        kept = journal({f"{path}/decision": decision, f"{path}/day": "2026-11-20"})
        assert steps(engine, model, kept) == reference(town, {**ANSWERS, gate: [decision]})


@pytest.mark.parametrize(("place", "verdict"), [(1, "grow"), (5, "fine")])
def test_what_the_self_assessment_says_counts_like_an_answer(
    engine: Engine, model: ModelJson, town: Catalog, place: int, verdict: str
) -> None:
    named = [id for id in town.questions if id.startswith("competence.")]
    assert named
    assert town.self_assessment
    for competence in named:
        statements = town.competences[competence.removeprefix("competence.")].statements
        fields = {
            f"mirror/1/given/{each.id}": (len(town.self_assessment.scale) + 1 - place if each.reverse else place)
            for each in statements
        }
        # Her last look counts, and not the one before it, or what somebody else saw.
        earlier = {f"mirror/0/given/{each.id}": 6 - fields[f"mirror/1/given/{each.id}"] for each in statements}
        other = {path.replace("/0/", "/2/"): value for path, value in earlier.items()}
        days = {"mirror/0/day": "2026-05-01", "mirror/1/day": "2026-11-20", "mirror/2/day": "2026-11-21"}
        kept = journal({**days, "mirror/2/by": "An", **fields, **earlier, **other})
        assert steps(engine, model, kept) == reference(town, {**ANSWERS, competence: [verdict]})


def test_a_step_that_she_added_is_on_it_with_what_else_follows(engine: Engine, model: ModelJson) -> None:
    absent = {task["id"] for task in model["tasks"]} - {id for id, _ in steps(engine, model, journal())}
    added = sorted(absent)[0]
    kept = journal({f"tasks/{added}/added": True})
    assert [added, "yes"] in steps(engine, model, kept)
    assert engine.call("[...currentPlan(model, kept).broughtIn]", model=model, kept=kept) == [added]


def test_a_step_that_applies_anyway_was_not_brought_in(engine: Engine, model: ModelJson) -> None:
    certain = next(id for id, verdict in steps(engine, model, journal()) if verdict == "yes")
    kept = journal({f"tasks/{certain}/added": True})
    assert engine.call("[...currentPlan(model, kept).broughtIn]", model=model, kept=kept) == []


def test_her_own_steps_stand_at_its_end(engine: Engine, model: ModelJson) -> None:
    kept = journal({"tasks/1abc/title": "Call my aunt"})
    assert steps(engine, model, kept)[-1] == ["1abc", "yes"]


def test_an_answer_can_be_tried_without_being_kept(engine: Engine, model: ModelJson, town: Catalog) -> None:
    tried = engine.call(
        "currentPlan(model, kept, {situation: ['student']}).plan.tasks.map(({id, verdict}) => [id, verdict])",
        model=model,
        kept=journal(),
    )
    assert tried == reference(town, {**ANSWERS, "situation": ["student"]})


def test_done_steps_are_counted_as_the_plan_has_them(engine: Engine, model: ModelJson, town: Catalog) -> None:
    verdicts = dict(reference(town, ANSWERS))
    certain = [id for id, verdict in verdicts.items() if verdict == "yes"]
    elsewhere = next(id for id in town.tasks if id not in verdicts)
    kept = journal({f"tasks/{id}/state": "done" for id in (*certain[:2], elsewhere)})
    assert engine.call("summaryOf(kept).done", kept=kept) == 3
    assert engine.call("doneOnPlan(model, kept)", model=model, kept=kept) == 2
