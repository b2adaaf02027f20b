"""Who helps, where many do: the same plan from both engines, and no work for whom nobody looks at."""

from __future__ import annotations

from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.many_partners import with_copies
from tests.support.profiles import plan_of, random_profiles

ANSWERS = {"stage": ["idea"], "situation": ["jobseeker"], "activity": ["shop"], "experience": ["new"]}
# Counts how often a key of a condition is judged or named while a plan is made.
KEYS_READ = """(() => {
  let count = 0;
  const read = (of, name) => { count += /^[0-9]+$/.test(name) ? 1 : 0; return of[name]; };
  const keys = new Proxy(model.conditions.keys, { get: read });
  const plan = makePlan({ ...model, conditions: { ...model.conditions, keys } }, answers, { seed: "s" });
  const made = count;
  const helpers = plan.tasks.map(({ services }) => services.length);
  plan.tasks.forEach(({ services }) => services.slice(0, 1));
  return [made, count - made, helpers.reduce((sum, length) => sum + length, 0)];
})()"""


def test_both_engines_make_the_same_plan_where_many_help(town: Catalog, engine: Engine) -> None:
    many = with_copies(town, 8)
    profiles = list(random_profiles(many, 25, seed=21))
    for answers, plan in zip(profiles, engine.plans(compile_decision_model(many, "nl"), profiles), strict=True):
        assert plan == plan_of(many, answers), answers


def test_twice_the_partners_are_no_more_than_twice_the_work_and_one_who_is_shown_the_same(
    town: Catalog, engine: Engine
) -> None:
    work: list[list[Any]] = [
        engine.call(KEYS_READ, model=compile_decision_model(with_copies(town, copies), "nl"), answers=ANSWERS)
        for copies in (10, 20)
    ]
    (judged, shown, helpers), (twice, shown_then, helpers_then) = work
    assert helpers_then == 2 * helpers
    assert twice / judged < 2.2
    assert shown_then == shown


def test_the_one_who_is_wanted_is_given_and_else_the_first(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "nl")
    script = """makePlan(model, answers).tasks.map(({ services }) => [services.ids(), services.partners,
      services.ids().map((id) => services.preferring(id)), services.preferring("no/body") ?? null])"""
    for ids, partners, wanted, other in engine.call(script, model=model, answers=ANSWERS):
        assert [f"{one['partner']}/{one['service']}" for one in wanted] == ids
        assert partners == len({id.partition("/")[0] for id in ids})
        assert (f"{other['partner']}/{other['service']}" if other else None) == (ids[0] if ids else None)


def test_who_certainly_helps_is_who_is_told_so(town: Catalog, engine: Engine) -> None:
    model = compile_decision_model(town, "nl")
    script = "makePlan(model, answers).tasks.map((task) => [task.services.slice(), certainHelpers(task)])"
    for helpers, certain in engine.call(script, model=model, answers=ANSWERS):
        assert certain == [f"{one['partner']}/{one['service']}" for one in helpers if one["verdict"] == "yes"]
