"""The plan: what applies, why, in which order, with whose help."""

from __future__ import annotations

import random

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.rules.evaluate import Answers, Verdict

from tests.conftest import REPOSITORY
from tests.support.profiles import plan_of, random_profiles
from tests.support.trials import trials

PERSONAS = sorted((REPOSITORY / "tests/personas").glob("*.yml"))


def test_there_are_personas_enough_and_each_says_what_must_not_be_there() -> None:
    assert len(PERSONAS) >= 15
    for path in PERSONAS:
        text = path.read_text("utf-8")
        assert text.startswith("# ")
        persona = yaml.safe_load(text)
        assert persona["never"] or not persona["answers"]


def test_every_reason_was_truly_answered(ghent: Catalog) -> None:
    for answers in random_profiles(ghent, trials(2000), seed=11):
        for task in plan_of(ghent, answers)["tasks"]:
            for reason in [*task["reasons"], *(each for service in task["services"] for each in service["reasons"])]:
                assert reason["options"], task
                assert set(reason["options"]) <= set(answers[reason["question"]])


def test_every_open_task_names_a_question_that_is_asked_and_not_yet_decided(ghent: Catalog) -> None:
    for answers in random_profiles(ghent, trials(2000), seed=12):
        given = Answers(ghent.questions, {id: frozenset(options) for id, options in answers.items()})
        for task in plan_of(ghent, answers)["tasks"]:
            assert bool(task["missing"]) == (task["verdict"] == "unknown")
            for id in task["missing"]:
                assert given.asked[id].verdict.value == "yes"
                assert answers.get(id, ["dont-know"]) == ["dont-know"]


def test_a_phase_comes_whole_and_after_is_kept_through_tasks_left_out(ghent: Catalog) -> None:
    phases = list(ghent.phases)
    for answers in random_profiles(ghent, trials(2000), seed=13):
        ids = [task["id"] for task in plan_of(ghent, answers)["tasks"]]
        places = [phases.index(ghent.tasks[id].phase) for id in ids]
        assert places == sorted(places)
        for index, id in enumerate(ids):
            later = {other for other in ids[index:] if ghent.tasks[other].phase == ghent.tasks[id].phase}
            assert not ghent.before(id) & later


def test_after_goes_before_order(tiny: Catalog) -> None:
    ids = [task["id"] for task in plan_of(tiny, {"groups": ["student"], "stage": ["started"]})["tasks"]]
    assert ids == ["talk-first", "study"]  # study has the lower order, and waits for talk-first all the same


def test_a_service_that_perhaps_fits_stands_below_those_that_do(ghent: Catalog) -> None:
    for answers in random_profiles(ghent, 100, seed=14):
        for task in plan_of(ghent, answers)["tasks"]:
            verdicts = [service["verdict"] for service in task["services"]]
            assert verdicts == sorted(verdicts, reverse=True)


@pytest.mark.parametrize(
    "typical",
    [{"stage": "idea"}, *({"stage": "preparing", "situation": who} for who in ("unemployment-benefit", "employee"))],
)
def test_a_typical_starter_is_asked_at_most_twelve_questions(typical: dict[str, str], ghent: Catalog) -> None:
    chance = random.Random(12)
    asked = []
    for _ in range(trials(500)):
        answered: dict[str, frozenset[str]] = {}
        for id, question in ghent.asked.items():
            if Answers(ghent.questions, answered).asked[id].verdict is Verdict.YES:
                choice = typical.get(id) or chance.choice(question.option_ids())
                answered[id] = frozenset((choice,))
        asked.append(len(answered))
    assert max(asked) <= 12
