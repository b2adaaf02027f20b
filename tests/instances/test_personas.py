"""The people whom a maintainer of Ghent described: enough of them, and both engines make each the same plan."""

from __future__ import annotations

import yaml
from starterspad.content.catalog import Catalog
from starterspad.rules.model_compiler import compile_decision_model

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine
from tests.support.profiles import plan_of

PERSONAS = sorted((REPOSITORY / "tests/personas").glob("*.yml"))


def test_there_are_personas_enough_and_each_says_what_must_not_be_there() -> None:
    assert len(PERSONAS) >= 15
    for path in PERSONAS:
        text = path.read_text("utf-8")
        assert text.startswith("# ")
        persona = yaml.safe_load(text)
        assert persona["never"] or not persona["answers"]


def test_both_engines_make_the_same_plan_for_each_persona(ghent: Catalog, engine: Engine) -> None:
    model = compile_decision_model(ghent, ghent.site.default_language)
    for path in PERSONAS:
        found = yaml.safe_load(path.read_text("utf-8"))["answers"]
        answers = {id: given if isinstance(given, list) else [given] for id, given in found.items()}
        assert engine.plans(model, [answers]) == [plan_of(ghent, answers)], path.stem
