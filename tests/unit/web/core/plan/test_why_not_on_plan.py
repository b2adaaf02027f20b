"""Why a task does not apply: answers truly given, that decide it together."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.rules.condition_compiler import Masks, condition_columns
from starterspad.rules.evaluate import Answers, Verdict, evaluate
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import random_profiles
from tests.support.trials import trials


def test_of_several_ways_to_be_ruled_out_the_one_with_the_fewest_answers_is_told(engine: Engine) -> None:
    questions = [
        {"id": id, "options": [{"id": "yes"}, {"id": "no"}], "exclusive": 0, "ask_when": 0} for id in ("a", "b", "c")
    ]
    needs_both_or_one = Masks(when=(((0, 1, 0), (1, 1, 0)), ((2, 1, 0),)))
    model = {
        "assume": {},
        "questions": questions,
        "conditions": condition_columns([Masks(), needs_both_or_one]),
        "tasks": [{"id": "kbo", "condition": 1}],
    }
    found = engine.call("whyNot(model, {a: ['no'], b: ['no'], c: ['no']})", model=model)
    assert found == [{"id": "kbo", "reasons": [{"question": "c", "options": ["no"]}]}]
    # What the city assumes is told, and not as hers.
    assumed = engine.call("whyNot(model, {a: ['no'], b: ['no']})", model=model | {"assume": {"c": "no"}})
    assert assumed == [{"id": "kbo", "reasons": [{"question": "c", "options": ["no"], "assumed": True}]}]


def test_why_not_names_answers_that_were_given_and_that_decide(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "nl")
    profiles = list(random_profiles(town, trials(500), seed=31))
    found = engine.call("profiles.map((answers) => whyNot(model, answers))", model=model, profiles=profiles)
    seen = 0
    for answers, tasks in zip(profiles, found, strict=True):
        given = Answers(town.questions, {id: frozenset(options) for id, options in answers.items()})
        out = {id for id, task in town.tasks.items() if evaluate(task.condition, given).verdict is Verdict.NO}
        assert {task["id"] for task in tasks} == out
        for task in tasks:
            assert task["reasons"], (task, answers)
            for reason in task["reasons"]:
                assert reason["options"]
                assert set(reason["options"]) <= set(answers[reason["question"]])
            taken_back = {reason["question"] for reason in task["reasons"]}
            rest = {id: options for id, options in given.by_question.items() if id not in taken_back}
            verdict = evaluate(town.tasks[task["id"]].condition, Answers(town.questions, rest)).verdict
            assert verdict is not Verdict.NO, (task, answers)
            seen += 1
    assert seen > trials(1000)
