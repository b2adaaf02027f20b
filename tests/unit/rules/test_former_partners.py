"""Partners that paused or left."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.quality.checks import check
from starterspad.rules.model_compiler import compile_decision_model

from tests.support.command_line import portal
from tests.support.js_engine import Engine
from tests.support.profiles import plan_of


@pytest.mark.parametrize("gone", ["left: 2026-10-01", "paused: 2026-10-01"])
def test_nobody_is_sent_to_a_partner_that_paused_or_left(gone: str, instance: Path, engine: Engine) -> None:
    path = instance / "partners/town-desk.yml"
    path.write_text(path.read_text("utf-8") + gone + "\n", "utf-8")
    catalog = load_catalog(instance)
    model = compile_decision_model(catalog, "en")
    plan = plan_of(catalog, {"way": ["own-number"]})
    assert plan == engine.plans(model, [{"way": ["own-number"]}])[0]
    assert all(task["services"] == [] for task in plan["tasks"])
    # Who chose it still reads what it was, and why it is no longer offered.
    words = model["retired"]["service/town-desk/desk"]
    assert isinstance(words, str)
    assert words.startswith("Town desk (")
    assert ("October 1, 2026" in words) == gone.startswith("left")


def test_what_a_partner_published_stays_known_when_it_leaves(instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    assert portal("register", "--root", instance).exit_code == 0
    path.write_text(path.read_text("utf-8") + "left: 2026-10-01\n", "utf-8")
    assert [problem for problem in check(load_catalog(instance)) if problem.check in ("published", "registry")] == []
