"""Gates: how a criterion stands, what she decided, and that every decision has a way on."""

from __future__ import annotations

from typing import Any, get_args

import pytest
import yaml
from starterspad.content.models.gate import Decision

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine

CASES = yaml.safe_load((REPOSITORY / "tests/fixtures/cases/gates.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_criterion_stands_as_the_cases_say(case: dict[str, Any], engine: Engine) -> None:
    sets = ", ".join(f"{name}: new Set(shown.{name})" for name in ("done", "planned", "written", "answered"))
    shown = f"{{...shown, {sets}}}"
    found = engine.call(f"standing(criterion, {shown})", criterion=case["criterion"], shown=case["shown"])
    assert found == case["stands"]


def decided(engine: Engine, **fields: Any) -> Any:
    kept = {f"gates/plan/{name}": {"value": value, "at": [1, 0, "x"]} for name, value in fields.items()}
    return engine.call("decisionOf(journal, 'plan')", journal={"journal_schema": 2, "fields": kept})


def test_a_decision_is_read_with_its_day_and_what_was_written(engine: Engine) -> None:
    found = decided(engine, decision="not-yet", day="2026-11-22", why="First a course.", again="2027-02-01")
    assert found == {
        "decision": "not-yet",
        "day": "2026-11-22",
        "why": "First a course.",
        "coach": "",
        "again": "2027-02-01",
    }


@pytest.mark.parametrize(
    "fields", [{}, {"decision": "go"}, {"decision": "maybe", "day": "2026-11-22"}, {"decision": 1}]
)
def test_what_is_no_decision_is_none(fields: dict[str, Any], engine: Engine) -> None:
    assert decided(engine, **fields) is None


def test_the_browser_knows_the_decisions_that_the_content_may_name(engine: Engine) -> None:
    assert engine.call("DECISIONS") == list(get_args(Decision))
