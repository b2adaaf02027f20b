"""The plan: what applies, why, in which order, with whose help."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.rules.evaluate import Answers
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import plan_of, random_profiles
from tests.support.trials import trials


def test_every_reason_was_truly_answered(town: Catalog) -> None:
    for answers in random_profiles(town, trials(2000), seed=11):
        for task in plan_of(town, answers)["tasks"]:
            for reason in [*task["reasons"], *(each for service in task["services"] for each in service["reasons"])]:
                assert reason["options"], task
                assert set(reason["options"]) <= set(answers[reason["question"]])


def test_every_open_task_names_a_question_that_is_asked_and_not_yet_decided(town: Catalog) -> None:
    for answers in random_profiles(town, trials(2000), seed=12):
        given = Answers(town.questions, {id: frozenset(options) for id, options in answers.items()})
        for task in plan_of(town, answers)["tasks"]:
            assert bool(task["missing"]) == (task["verdict"] == "unknown")
            for id in task["missing"]:
                assert given.asked[id].verdict.value == "yes"
                assert answers.get(id, ["dont-know"]) == ["dont-know"]


def test_a_phase_comes_whole_and_after_is_kept_through_tasks_left_out(town: Catalog) -> None:
    phases = list(town.phases)
    for answers in random_profiles(town, trials(2000), seed=13):
        ids = [task["id"] for task in plan_of(town, answers)["tasks"]]
        places = [phases.index(town.tasks[id].phase) for id in ids]
        assert places == sorted(places)
        for index, id in enumerate(ids):
            later = {other for other in ids[index:] if town.tasks[other].phase == town.tasks[id].phase}
            assert not town.before(id) & later


def test_after_goes_before_order(tiny: Catalog) -> None:
    ids = [task["id"] for task in plan_of(tiny, {"groups": ["student"], "stage": ["started"]})["tasks"]]
    assert ids == ["talk-first", "study"]  # study has the lower order, and waits for talk-first all the same


def test_a_service_that_perhaps_fits_stands_below_those_that_do(town: Catalog) -> None:
    for answers in random_profiles(town, 100, seed=14):
        for task in plan_of(town, answers)["tasks"]:
            verdicts = [service["verdict"] for service in task["services"]]
            assert verdicts == sorted(verdicts, reverse=True)


def test_what_is_assumed_counts_until_she_answers_and_says_that_it_is_assumed(instance: Path, engine: Engine) -> None:
    config = instance / "site_config.yml"
    config.write_text(config.read_text("utf-8") + "assume: {place: town}\n", "utf-8")
    catalog = load_catalog(instance)
    model = compile_decision_model(catalog, "en")
    by_place = {}
    for place in ("", "town", "elsewhere", "dont-know"):
        answers = {"stage": ["idea"], **({"place": [place]} if place else {})}
        plan = plan_of(catalog, answers)
        assert engine.plans(model, [answers]) == [plan]
        (talk,) = (task for task in plan["tasks"] if task["id"] == "talk-first")
        by_place[place] = [(service["verdict"], service["reasons"]) for service in talk["services"]]
    assert by_place[""] == [("yes", [{"question": "place", "options": ["town"], "assumed": True}])]
    assert by_place["town"] == [("yes", [{"question": "place", "options": ["town"]}])]
    assert by_place["elsewhere"] == []


def test_what_is_done_first_waits_for_nothing_and_is_required_before_it_is_recommended(town: Catalog) -> None:
    kinds = ["required", "recommended", "optional"]
    phases = list(town.phases)
    for answers in random_profiles(town, trials(500), seed=15):
        tasks = plan_of(town, answers)["tasks"]
        certain = {task["id"] for task in tasks if task["verdict"] == "yes"}
        free = [id for id in certain if not town.before(id) & certain]
        now = [task["id"] for task in tasks if task["order"] == "now"]
        assert set(now) <= set(free)
        assert len(now) == min(3, len(free))
        rank = {id: (phases.index(town.tasks[id].phase), kinds.index(town.tasks[id].kind)) for id in free}
        assert max((rank[id] for id in now), default=(0, 0)) <= min(
            (rank[id] for id in free if id not in now), default=(99, 0)
        )
        assert all(task["order"] == "waits" for task in tasks if task["verdict"] == "unknown")
        assert all(task["order"] == "waits" for task in tasks if town.before(task["id"]) & certain)


def test_who_is_suggested_stands_first_with_the_ways_to_reach_them(town: Catalog) -> None:
    for answers in random_profiles(town, trials(200), seed=16):
        for task in plan_of(town, answers)["tasks"]:
            first = task["services"][0] if task["services"] else None
            assert task["helper"] == (f"{first['partner']}/{first['service']}" if first else None)
            contact = town.partners[first["partner"]].contact if first else None
            assert ("phone" in task["ways"]) == bool(contact and contact.phone)
            assert ("mail" in task["ways"]) == bool(contact and contact.email)
