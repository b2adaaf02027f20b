"""The condition grammar, told by cases that Python and JavaScript share."""

from __future__ import annotations

import random
from typing import Any

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.models.condition import Condition, Conditional
from starterspad.rules.condition_compiler import ConditionCompiler
from starterspad.rules.evaluate import Answers, Verdict, evaluate, evaluate_area
from starterspad.rules.model_compiler import compile_decision_model

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine
from tests.support.profiles import random_profiles
from tests.support.trials import trials

CASES: list[dict[str, Any]] = yaml.safe_load((REPOSITORY / "tests/fixtures/cases/evaluation.yml").read_text("utf-8"))


def conditional(case: dict[str, Any]) -> Conditional:
    return Conditional.model_validate({key: case[key] for key in ("when", "unless") if key in case})


def expected(case: dict[str, Any]) -> dict[str, Any]:
    reasons = [{"question": id, "options": options} for id, options in case.get("reasons", {}).items()]
    if "area" in case:
        reasons = []  # an area is no answer that somebody gave
    return {"verdict": case["verdict"], "reasons": reasons, "missing": case.get("missing", [])}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_reference_gives_the_verdict_reasons_and_missing_of_each_case(case: dict[str, Any], tiny: Catalog) -> None:
    answers = Answers(tiny.questions, {id: frozenset(given) for id, given in case.get("answers", {}).items()})
    if "area" in case:
        judgement = evaluate_area(case["area"], tiny.site, answers)
        reasons: list[dict[str, Any]] = []
    else:
        judgement = evaluate(conditional(case).condition, answers)
        reasons = [{"question": reason.question, "options": list(reason.options)} for reason in judgement.reasons]
    found = {"verdict": judgement.verdict.value, "reasons": reasons, "missing": list(judgement.missing)}
    assert found == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_the_client_gives_the_same(case: dict[str, Any], tiny: Catalog, engine: Engine) -> None:
    model = compile_decision_model(tiny, "en")
    compiler = ConditionCompiler(tiny)
    number = compiler.area(case["area"]) if "area" in case else compiler.condition(conditional(case).condition)
    asked = [compiler.condition(Condition(when=question.ask_when)) for question in tiny.questions.values()]
    model["conditions"] = compiler.columns()
    for question, place in zip(model["questions"], asked, strict=True):
        question["ask_when"] = place
    found = engine.call("judgeOf(model, answers)(number)", model=model, answers=case.get("answers", {}), number=number)
    if "area" in case:
        found["reasons"] = []
    assert found == expected(case)


def test_what_is_asked_follows_the_earlier_answers(tiny: Catalog) -> None:
    asked = Answers(tiny.questions, {"stage": frozenset({"idea"})}).asked
    assert {id: judgement.verdict for id, judgement in asked.items()} == dict.fromkeys(tiny.questions, Verdict.YES)
    asked = Answers(tiny.questions, {"stage": frozenset({"started"})}).asked
    assert asked["way"].verdict is Verdict.NO
    asked = Answers(tiny.questions, {}).asked
    assert asked["way"].verdict is Verdict.UNKNOWN
    assert asked["way"].missing == ("stage",)


def random_condition(chance: random.Random, tiny: Catalog) -> Condition:
    def clause() -> dict[str, tuple[str, ...]]:
        chosen = chance.sample(list(tiny.questions), chance.randint(1, 3))
        return {
            id: tuple(chance.sample(options, chance.randint(1, len(options))))
            for id in chosen
            for options in [[option.id for option in tiny.questions[id].options]]
        }

    def clauses(most: int) -> tuple[dict[str, tuple[str, ...]], ...]:
        return tuple(clause() for _ in range(chance.randint(0, most)))

    return Condition(when=clauses(3), unless=clauses(2))


def test_any_condition_and_area_get_the_same_judgement_from_both(tiny: Catalog, engine: Engine) -> None:
    chance = random.Random(7)
    compiler = ConditionCompiler(tiny)
    areas = [area.id for area in tiny.site.areas.walk()]
    model = compile_decision_model(tiny, "en")
    asked = [compiler.condition(Condition(when=question.ask_when)) for question in tiny.questions.values()]
    batch, wanted = [], []
    for given in random_profiles(tiny, trials(2000), seed=8):
        condition, area = random_condition(chance, tiny), chance.choice(areas)
        answers = Answers(tiny.questions, {id: frozenset(options) for id, options in given.items()})
        fits, reaches = evaluate(condition, answers), evaluate_area(area, tiny.site, answers)
        batch.append({"answers": given, "numbers": [compiler.condition(condition), compiler.area(area)]})
        if Verdict.NO in (fits.verdict, reaches.verdict):
            wanted.append({"verdict": "no", "missing": []})
        else:
            missing = list(answers.in_order((*fits.missing, *reaches.missing)))
            wanted.append({"verdict": "unknown" if missing else "yes", "missing": missing})
    model["conditions"] = compiler.columns()
    for question, number in zip(model["questions"], asked, strict=True):
        question["ask_when"] = number
    judge = "batch.map(({answers, numbers}) => judgeOf(model, answers)(...numbers))"
    found = engine.call(judge, model=model, batch=batch)
    assert [{"verdict": one["verdict"], "missing": one["missing"]} for one in found] == wanted
    assert {one["verdict"] for one in wanted} == {"yes", "no", "unknown"}
