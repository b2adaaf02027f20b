"""The plan: what applies, why, in which order, with whose help."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.rules.evaluate import Answers

from tests.support.profiles import plan_of, random_profiles
from tests.support.trials import trials


def test_every_reason_was_truly_answered(town: Catalog) -> None:
    for answers in random_profiles(town, trials(2000), seed=11):
        for task in plan_of(town, answers)["tasks"]:
            for reason in [*task["reasons"], *(each for service in task["services"] for each in service["reasons"])]:
                assert reason["options"], task
                assert set(reason["options"]) <= set(answers[reason["question"]])


def test_every_open_task_names_a_question_that_is_asked_and_not_yet_decided(town: Catalog) -> None:
    for answers in random_profiles(town, trials(2000), seed=12):
        given = Answers(town.questions, {id: frozenset(options) for id, options in answers.items()})
        for task in plan_of(town, answers)["tasks"]:
            assert bool(task["missing"]) == (task["verdict"] == "unknown")
            for id in task["missing"]:
                assert given.asked[id].verdict.value == "yes"
                assert answers.get(id, ["dont-know"]) == ["dont-know"]


def test_a_phase_comes_whole_and_after_is_kept_through_tasks_left_out(town: Catalog) -> None:
    phases = list(town.phases)
    for answers in random_profiles(town, trials(2000), seed=13):
        ids = [task["id"] for task in plan_of(town, answers)["tasks"]]
        places = [phases.index(town.tasks[id].phase) for id in ids]
        assert places == sorted(places)
        for index, id in enumerate(ids):
            later = {other for other in ids[index:] if town.tasks[other].phase == town.tasks[id].phase}
            assert not town.before(id) & later


def test_after_goes_before_order(tiny: Catalog) -> None:
    ids = [task["id"] for task in plan_of(tiny, {"groups": ["student"], "stage": ["started"]})["tasks"]]
    assert ids == ["talk-first", "study"]  # study has the lower order, and waits for talk-first all the same


def test_a_service_that_perhaps_fits_stands_below_those_that_do(town: Catalog) -> None:
    for answers in random_profiles(town, 100, seed=14):
        for task in plan_of(town, answers)["tasks"]:
            verdicts = [service["verdict"] for service in task["services"]]
            assert verdicts == sorted(verdicts, reverse=True)
