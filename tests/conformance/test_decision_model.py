"""The decision model: the browser's engine makes the same plans as the reference."""

from __future__ import annotations

import json
import random
from itertools import islice
from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import SITE
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import plan_of, random_profiles
from tests.support.trials import IN_FULL, trials
from tests.support.walks import random_walk

PROFILES = trials(2000)
BATCH = 2000


def test_both_engines_make_the_same_plan_for_thousands_of_people(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, town.site.default_language)
    everyone = random_profiles(town, PROFILES, seed=2026)
    tried = 0
    while profiles := list(islice(everyone, BATCH)):
        for answers, plan in zip(profiles, engine.plans(model, profiles), strict=True):
            assert plan == plan_of(town, answers), answers
        tried += len(profiles)
    assert tried == PROFILES


def test_the_profiles_see_every_task_with_every_verdict_it_can_have(town: Catalog) -> None:
    seen: set[tuple[str, str]] = set()
    for answers in random_profiles(town, PROFILES, seed=2026):
        seen |= {(task["id"], task["verdict"]) for task in plan_of(town, answers)["tasks"]}
    always = {id for id, task in town.tasks.items() if not task.when and not task.unless}
    possible = {(id, "yes") for id in town.tasks} | {(id, "unknown") for id in town.tasks if id not in always}
    assert seen <= possible
    # A twentieth of them sees most; the rest is rare.
    assert len(possible - seen) <= (0 if IN_FULL else len(possible) // 5)


def test_equal_conditions_are_kept_once(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "nl")
    script = "[...Array(model.conditions.when.length).keys()].map((number) => clausesOf(model, number))"
    conditions = engine.call(script, model=model)
    assert len({json.dumps(condition) for condition in conditions}) == len(conditions)


def test_a_text_that_falls_back_says_its_language(tiny: Catalog) -> None:
    site = tiny.site.model_copy(update={"languages": ("en", "fr")})
    catalog = tiny.with_records(SITE, {SITE.name: site})
    model = compile_decision_model(catalog, "fr")
    assert model["phases"][0]["title"] == {"text": "First", "lang": "en"}


@pytest.mark.parametrize(
    ("answers", "screens"),
    [
        ({}, ["stage", "groups", "place", "check"]),
        ({"stage": ["idea"]}, ["stage", "groups", "enough", "way", "place", "check"]),
        ({"stage": ["started"]}, ["stage", "groups", "enough", "place", "check"]),
    ],
)
def test_the_screens_follow_the_answers(
    answers: dict[str, Any], screens: list[str], tiny: Catalog, engine: Engine
) -> None:
    # A plan is offered where questions are left after so many answers, and not at the last.
    model = compile_decision_model(tiny, "en") | {"plan_after": 2 if answers else 3}
    assert engine.call("screens(model, answers)", model=model, answers=answers) == screens


def test_a_change_from_the_check_leads_back_by_way_of_new_questions(tiny: Catalog, engine: Engine) -> None:
    model = compile_decision_model(tiny, "en")
    answers = {"stage": ["started"], "groups": ["maker"], "place": ["town"]}
    after = "nextScreen(model, answers, 'stage', true)"
    assert engine.call(after, model=model, answers=answers) == "check"
    assert engine.call(after, model=model, answers=answers | {"stage": ["idea"]}) == "way"


def test_an_answer_that_no_longer_exists_is_asked_again(tiny: Catalog, engine: Engine) -> None:
    model = compile_decision_model(tiny, "en")
    first = "firstUnanswered(model, answers)"
    assert engine.call(first, model=model, answers={"stage": ["started"], "groups": ["gone"]}) == "groups"
    assert engine.call(first, model=model, answers={"stage": ["started"], "groups": ["gone", "maker"]}) == "place"


def test_an_exclusive_option_stands_alone(tiny: Catalog, engine: Engine) -> None:
    question = compile_decision_model(tiny, "en")["questions"][1]
    choose = "exclusiveChoice(question, chosen, ticked)"
    both = ["student", "maker", "none-of-these"]
    assert engine.call(choose, question=question, chosen=both, ticked="none-of-these") == ["none-of-these"]
    assert engine.call(choose, question=question, chosen=["maker", "dont-know"], ticked="maker") == ["maker"]
    assert engine.call(choose, question=question, chosen=["maker", "student"], ticked="student") == ["maker", "student"]


def test_tasks_that_wait_are_grouped_under_the_question_that_decides(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "nl")
    answers = {"stage": ["idea"], "situation": ["jobseeker"], "activity": ["shop"], "experience": ["new"]}
    answers |= {"living": ["business"], "start-way": ["dont-know"], "money": ["none"], "workplace": ["home"]}
    answers |= {"place": ["elsewhere"], "nationality": ["eea"], "groups": ["none-of-these"]}
    groups = engine.call("waitingByQuestion(model, makePlan(model, answers))", model=model, answers=answers)
    # Behind what is asked stands what the mirror and the first gate would tell.
    assert [group["question"] for group in groups] == ["start-way", "competence.return", "gate.you-and-idea"]
    waiting = {task["id"] for task in groups[0]["tasks"]}
    # A company is a question for later: nobody who only has an idea is asked about it.
    assert {id for id, task in town.tasks.items() if task.registration} - waiting == {"vennootschap-oprichten"}


def test_she_may_stop_after_as_many_questions_as_was_said(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "en")
    walks = []
    chance = random.Random(61)
    for _ in range(60):
        given = {id: options for id, options in random_walk(town, chance).items() if id in town.asked}
        walks.append([[dict(list(given.items())[:place]), id] for place, id in enumerate(given)])
    script = "walks.map((walk) => walk.map(([answers, id]) => lengthFrom(model, answers, id)))"
    for walk, said in zip(walks, engine.call(script, model=model, walks=walks), strict=True):
        assert [length["number"] for length in said] == list(range(1, len(walk) + 1))
        may_stop = min(town.site.plan_after, len(walk))
        assert all(length["stop"] >= may_stop for length in said), (walk, said)
        assert all(length["stop"] == may_stop for length in said if length["certain"]), (walk, said)
