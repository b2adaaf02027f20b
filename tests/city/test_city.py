"""What holds for any city: a fork runs these, whatever it wrote, and no test that knows Ghent."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.quality.checks import check
from starterspad.rules.model_compiler import compile_decision_model
from starterspad.rules.proof import prove

from tests.support.js_engine import Engine
from tests.support.profiles import personas_of, plan_of, random_profiles
from tests.support.trials import trials


def test_the_checks_and_the_proof_find_no_error(city: Catalog) -> None:
    found = {*check(city), *prove(city).problems}
    assert sorted(problem for problem in found if problem.severity == "error") == []


def test_the_browser_makes_the_plans_that_the_reference_makes(city: Catalog, engine: Engine) -> None:
    model = compile_decision_model(city, city.site.default_language)
    profiles = [*personas_of(city).values(), *random_profiles(city, trials(500), seed=8)]
    for answers, plan in zip(profiles, engine.plans(model, profiles), strict=True):
        assert plan == plan_of(city, answers), answers
