"""The questionnaire: what stands in her way, how long it says that it is, and where it leads out."""

from __future__ import annotations

from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.condition_compiler import Masks, condition_columns
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import random_profiles
from tests.support.trials import trials


@pytest.fixture(scope="module")
def model(town: Catalog) -> Any:
    """The town, which takes it for granted that a business will be in the city."""
    return {**compile_decision_model(town, "nl"), "assume": {"place": "gent"}}


# Walks from screen to screen, and notes what each question says of the length.
WALK = """profiles.map((answers) => {
  const known = {};
  const walk = [];
  for (let id = firstUnanswered(model, known); id !== "check"; id = firstUnanswered(model, known)) {
    walk.push([id, lengthFrom(model, known, id)]);
    known[id] = answers[id] ?? [model.questions.find((question) => question.id === id).options[0].id];
  }
  return walk;
})"""


def test_what_it_says_of_its_length_is_true_on_every_path(town: Catalog, model: Any, engine: Engine) -> None:
    profiles = list(random_profiles(town, trials(300), seed=5))
    for walk in engine.call(WALK, model=model, profiles=profiles):
        assert len(walk) >= model["plan_after"]
        assert "place" not in dict(walk)
        for place, (_, length) in enumerate(walk):
            assert length == {"number": place + 1, "stop": model["plan_after"], "certain": True}, walk


def test_where_answers_may_make_it_shorter_the_number_is_the_highest(model: Any, engine: Engine) -> None:
    questions = [
        {"id": "a", "options": [{"id": "yes"}, {"id": "no"}], "exclusive": 0, "ask_when": 0},
        {"id": "b", "options": [{"id": "yes"}, {"id": "no"}], "exclusive": 0, "ask_when": 1},
    ]
    conditions = condition_columns([Masks(), Masks(when=(((0, 1, 0),),))])
    short = model | {"assume": {}, "questions": questions, "conditions": conditions}
    said = engine.call("[lengthFrom(model, {}, 'a'), lengthFrom(model, {a: ['yes']}, 'b')]", model=short)
    assert said == [{"number": 1, "stop": 2, "certain": False}, {"number": 2, "stop": 2, "certain": True}]


def test_what_is_assumed_is_listed_and_not_asked_and_leads_back_to_the_list(model: Any, engine: Engine) -> None:
    answers = {question["id"]: [question["options"][0]["id"]] for question in model["questions"]}
    del answers["place"]
    listed, screens, length, first, after, back = engine.call(
        """[askedQuestions(model, answers).map(({ id }) => id), screens(model, answers),
          lengthFrom(model, answers, 'place').number, firstUnanswered(model, answers),
          nextScreen(model, answers, 'place', false), nextScreen(model, answers, 'place', true)]""",
        model=model,
        answers=answers,
    )
    assert "place" in listed
    assert "place" not in screens
    assert length == 0
    assert [first, after, back] == ["check", "check", "check"]


def test_an_answer_may_lead_out_of_the_questions(model: Any, engine: Engine) -> None:
    stage = next(question for question in model["questions"] if question["id"] == "stage")
    ways = engine.call("[wayOut(stage, ['difficulty']), wayOut(stage, ['idea']) ?? '']", stage=stage)
    assert ways == ["guides/hard-times/", ""]
