"""What is known without asking: the mirror and the gates stand in conditions as answers do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.derived_questions import derived_questions
from starterspad.content.id_registry import existing
from starterspad.content.loader import load_catalog
from starterspad.rules.model_compiler import compile_decision_model
from starterspad.rules.proof import prove

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine
from tests.support.profiles import plan_of

START = {"stage": ["idea"], "start-way": ["own-number"]}


def verdicts(catalog: Catalog, **answers: list[str]) -> dict[str, str]:
    known = {id.replace("__", ".").replace("_", "-"): options for id, options in answers.items()}
    return {task["id"]: task["verdict"] for task in plan_of(catalog, START | known)["tasks"]}


def test_a_competence_to_grow_in_brings_its_step(town: Catalog) -> None:
    assert verdicts(town)["rekenen-oefenen"] == "unknown"
    assert verdicts(town, competence__return=["grow"])["rekenen-oefenen"] == "yes"
    assert "rekenen-oefenen" not in verdicts(town, competence__return=["fine"])


def test_a_no_at_one_gate_brings_another_way_whatever_is_not_decided_yet(town: Catalog) -> None:
    found = verdicts(town, gate__you_and_idea=["no"])
    assert found["andere-weg"] == "yes"
    assert found["opnieuw-kijken"] == "unknown"
    gone = {f"gate__{gate.replace('-', '_')}": ["go"] for gate in town.gates}
    assert not {"andere-weg", "opnieuw-kijken"} & verdicts(town, **gone).keys()


def test_everything_the_mirror_and_the_gates_can_say_may_be_named(town: Catalog) -> None:
    known = derived_questions(town.self_assessment, town.phases, {}, town.messages)
    assert set(known) == {f"competence.{id}" for id in town.competences} | {f"gate.{id}" for id in town.gates}
    assert all(set(one.title) == {"nl", "fr", "en"} for one in known.values())


def test_only_what_a_condition_names_is_part_of_the_decision_model_and_nobody_is_asked_for_it(town: Catalog) -> None:
    named = {id for id in town.questions if "." in id}
    assert named == {"competence.return", *(f"gate.{id}" for id in town.gates)}
    assert not named & town.asked.keys()
    assert not [id for kind, id in existing(town) if "." in id and kind != "service"]
    model = compile_decision_model(town, "nl")
    pages = {one["id"]: one.get("page") for one in model["questions"]}
    assert pages["competence.return"] == "mirror/"
    assert pages["gate.you-and-idea"] == "decide/you-and-idea/"
    assert pages["stage"] is None


def test_a_condition_that_names_what_nobody_can_know_says_so(instance: Path, write: Any) -> None:
    path = instance / "content/tasks/study.yml"
    text = path.read_text("utf-8").replace("when: {groups: student}", "when: {gate.nowhere: go}")
    write("content/tasks/study.yml", text)
    from starterspad.quality.checks import check

    problems = [str(problem) for problem in check(load_catalog(instance))]
    assert any('unknown question "gate.nowhere" in when' in problem for problem in problems)


def test_the_proof_counts_every_way_in_which_they_may_be_known_or_not(town: Catalog) -> None:
    without = 7_054_987_100_160
    # Three gates with four decisions and one competence with two, each known or not.
    assert prove(town).profiles == without * 5**3 * 3


ASSESSMENT_AND_GATES = {
    "mirror/a/day": "2026-11-20",
    "mirror/a/given/return-1": 2,
    "gates/you-and-idea/decision": "no",
    "gates/you-and-idea/day": "2026-11-22",
    "answers/stage": ["idea"],
}


def journal(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "journal_schema": 2,
        "fields": {path: {"value": value, "at": [1, 0, "x"]} for path, value in fields.items()},
    }


def test_the_browser_reads_them_out_of_the_journal(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "nl")
    known = engine.call("answersWithDerived(model, journal)", model=model, journal=journal(ASSESSMENT_AND_GATES))
    assert known == {"stage": ["idea"], "competence.return": ["grow"], "gate.you-and-idea": ["no"]}
    assert engine.plans(model, [known]) == [plan_of(town, known)]


@pytest.mark.parametrize("value", [4, 5])
def test_at_the_profile_or_above_there_is_nothing_to_grow(value: int, town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "nl")
    fields = ASSESSMENT_AND_GATES | {"mirror/a/given/return-1": value}
    known = engine.call("answersWithDerived(model, journal)", model=model, journal=journal(fields))
    assert known["competence.return"] == ["fine"]


def test_another_city_knows_other_things() -> None:
    groningen = load_catalog(REPOSITORY / "tests/fixtures/instances/groningen")
    known = derived_questions(groningen.self_assessment, groningen.phases, {}, groningen.messages)
    assert "competence.sums" in known
    assert "gate.orient" in known
