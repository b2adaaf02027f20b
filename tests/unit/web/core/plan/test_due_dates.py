"""Planning backwards: by when each step must be ready, and begun, so that she starts on the day she chose."""

from __future__ import annotations

from typing import Any

import pytest
from starterspad.content.catalog import Catalog
from starterspad.rules.decision_model import ModelJson
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.js_engine import Engine
from tests.support.profiles import random_profiles

START = {
    "stage": ["preparing"],
    "situation": ["none-of-these"],
    "start-way": ["own-number"],
    "legal-form": ["company"],
}


def journal(**fields: Any) -> dict[str, Any]:
    return {
        "journal_schema": 2,
        "fields": {path: {"value": value, "at": [1, 0, "x"]} for path, value in fields.items()},
    }


def due(engine: Engine, model: ModelJson, answers: dict[str, list[str]], **fields: Any) -> dict[str, Any]:
    found = engine.call(
        "dueTasks(model, makePlan(model, answers), journal)", model=model, answers=answers, journal=journal(**fields)
    )
    return {one["id"]: one for one in found}


@pytest.fixture(scope="module")
def model(town: Catalog) -> ModelJson:
    return compile_decision_model(town, "nl")


def test_without_a_day_nothing_has_a_date(engine: Engine, model: ModelJson) -> None:
    assert due(engine, model, START) == {}


def test_a_target_gives_the_days_before_it_by_order_and_time(engine: Engine, model: ModelJson) -> None:
    found = due(engine, model, START, **{"plan/target": "2027-03-31"})
    assert found["kbo"]["due"] == "2027-03-31"
    company = found["vennootschap-oprichten"]
    assert (company["due"], company["begin"], company["estimate"]) == ("2027-03-31", "2027-03-10", True)
    # The account comes before the company's deed, which takes three weeks; the account itself takes one.
    account = found["zichtrekening"]
    assert (account["due"], account["begin"]) == ("2027-03-10", "2027-03-03")
    assert found["rechtsvorm"]["due"] == "2027-03-03"
    assert found["ondernemingsplan"]["begin"] == "2027-02-01"


def test_what_comes_after_the_start_gets_no_day_from_it(engine: Engine, model: ModelJson) -> None:
    found = due(engine, model, START, **{"plan/target": "2027-03-31"})
    phases = {task["id"]: task["phase"] for task in model["tasks"]}
    assert {phases[id] for id in found} <= set(
        range(next(n for n, phase in enumerate(model["phases"]) if phase.get("start")) + 1)
    )
    assert "boekhouding" not in found


def test_her_own_day_goes_before_the_target(engine: Engine, model: ModelJson) -> None:
    days = {"plan/target": "2027-03-31", "tasks/kbo/due": "2027-03-01", "tasks/boekhouding/due": "2027-05-01"}
    found = due(engine, model, START, **days)
    assert (found["kbo"]["due"], found["kbo"]["hers"]) == ("2027-03-01", True)
    assert found["zichtrekening"]["due"] <= "2027-03-01"
    assert found["boekhouding"]["due"] == "2027-05-01"


def test_what_is_done_or_put_aside_has_no_day(engine: Engine, model: ModelJson) -> None:
    state = {"plan/target": "2027-03-31", "tasks/kbo/state": "done", "tasks/zichtrekening/state": "not-for-me"}
    found = due(engine, model, START, **state)
    assert "kbo" not in found
    assert "zichtrekening" not in found


@pytest.mark.parametrize("value", ["soon", "2027-13-45", 7, "", True, ["2027-01-01"]])
def test_what_is_no_day_is_none(value: Any, engine: Engine, model: ModelJson) -> None:
    assert due(engine, model, START, **{"plan/target": value, "tasks/kbo/due": value}) == {}


def test_no_step_must_be_ready_after_a_step_that_waits_for_it_begins(
    engine: Engine, model: ModelJson, town: Catalog
) -> None:
    index = {task["id"]: place for place, task in enumerate(model["tasks"])}
    with_days = 0
    for answers in random_profiles(town, 150, seed=41):
        found = due(engine, model, answers, **{"plan/target": "2027-03-31"})
        with_days += bool(found)
        for one in found.values():
            assert one["begin"] <= one["due"] <= "2027-03-31"
            for before in model["tasks"][index[one["id"]]]["before"]:
                earlier = found.get(model["tasks"][before]["id"])
                assert earlier is None or earlier["due"] <= one["begin"], (earlier, one)
    assert with_days > 50


def test_the_timeline_has_all_that_has_a_day_in_order(engine: Engine, model: ModelJson) -> None:
    kept = journal(
        **{
            "plan/target": "2027-03-31",
            "appointments/a1/task": "kbo",
            "appointments/a1/day": "2027-02-15",
            "appointments/a2/task": "kbo",
            "appointments/a2/day": "2027-01-15",
            "appointments/a2/outcome": "helped",
        }
    )
    moments = engine.call(
        "momentsOf(dueTasks(model, makePlan(model, answers), kept), kept)", model=model, answers=START, kept=kept
    )
    days = [moment["day"] for moment in moments]
    assert days == sorted(days)
    assert [moment["id"] for moment in moments if moment["kind"] == "appointment"] == ["a1"]
    assert moments[-1] == {"day": "2027-03-31", "kind": "target", "id": ""}
    assert {"day": "2027-03-10", "kind": "begin", "id": "vennootschap-oprichten"} in moments
    # What takes no time begins on the day by which it is ready: that day stands there once.
    assert [moment["kind"] for moment in moments if moment["id"] == "kbo"] == ["due"]
