"""The condition grammar, told by cases that Python and JavaScript share."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from generator.catalog import Catalog
from generator.decision_model import Compiler, compile_decision_model
from generator.evaluation import Answers, Verdict, evaluate, evaluate_area
from generator.models.condition import Conditional
from tests.conftest import REPOSITORY
from tests.engine import Engine

CASES: list[dict[str, Any]] = yaml.safe_load((REPOSITORY / "tests/cases/evaluation.yml").read_text("utf-8"))


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
    compiler = Compiler(tiny)
    number = compiler.condition(conditional(case).condition, case.get("area"))
    model["conditions"] = [*model["conditions"], *compiler.conditions]
    position = len(model["conditions"]) - len(compiler.conditions) + number
    found = engine.call(
        "judgeOf(model, answers)(number)", model=model, answers=case.get("answers", {}), number=position
    )
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
