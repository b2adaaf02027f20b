"""Trust fades: in Python where pages are built, in the browser where a plan is read."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
import yaml
from starterspad.content.freshness import FRESH_DAYS, OLD_DAYS, freshness, trust

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine

CASES = yaml.safe_load((REPOSITORY / "tests/fixtures/cases/freshness.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['checked']} on {case['today']}")
def test_trust_is_full_for_six_months_and_gone_after_two_years(case: dict[str, Any], engine: Engine) -> None:
    checked, today = case["checked"], case["today"]
    assert isinstance(checked, datetime.date)
    assert trust(checked, today) == pytest.approx(case["trust"], abs=0.002)
    assert freshness(checked, today) == case["freshness"]
    limits = {"fresh_days": FRESH_DAYS, "old_days": OLD_DAYS}
    assert engine.call("freshness(a, b, limits)", a=str(checked), b=str(today), limits=limits) == case["freshness"]
