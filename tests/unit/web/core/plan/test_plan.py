"""What the browser reads from a plan besides its order, which both engines share."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import random_profiles


def test_what_is_certain_and_not_put_aside_counts(engine: Engine) -> None:
    verdicts = {"a": "yes", "b": "yes", "c": "unknown", "d": "yes", "e": "yes"}
    plan = {"tasks": [{"id": id, "verdict": verdict} for id, verdict in verdicts.items()]}
    call = "(({count, done}) => [count, done])(progressOf(plan, new Set(['a']), new Set(['b'])))"
    assert engine.call(call, plan=plan) == [3, 1]


def test_what_a_step_opens_the_way_to_is_what_waits_for_it_and_is_open(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "en")
    for answers in random_profiles(town, 60, seed=31):
        (plan,) = engine.plans(model, [answers])
        certain = {task["id"] for task in plan["tasks"] if task["verdict"] == "yes"}
        for id in certain:
            found = engine.call(
                "unlockedBy(model, plan, id, new Set(['kbo'])).map(({id}) => id)", model=model, plan=plan, id=id
            )
            assert set(found) == {other for other in certain - {"kbo"} if id in town.before(other)}
