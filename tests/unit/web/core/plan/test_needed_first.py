"""What she wants help with first: nothing stands before the step that it waits for."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import random_profiles


def test_what_is_needed_first_never_comes_before_what_it_waits_for(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "nl")
    profiles = list(random_profiles(town, 100, seed=44))
    themes = [id for id, _ in town.guides_in_order("theme")]
    script = (
        "profiles.flatMap((answers) => themes.map((theme) => { const plan = makePlan(model, answers);"
        " return {theme, shown: plan.tasks.filter(({verdict}) => verdict === 'yes').map(({id}) => id),"
        " first: [...neededFirst(model, plan, [theme])]}; }))"
    )
    found = engine.call(script, model=model, profiles=profiles, themes=themes)
    assert sum(bool(one["first"]) for one in found) > 100
    for one in found:
        assert set(one["first"]) <= set(one["shown"])
        for task in one["first"]:
            assert town.before(task) & set(one["shown"]) <= set(one["first"])
        assert {task for task in town.guides[one["theme"]].tasks if task in one["shown"]} <= set(one["first"])
