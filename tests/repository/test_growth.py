"""Twice as many partners cost twice as much work: whatever is quadratic would cost four times as much."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.output.build import build
from starterspad.output.build_memory import BuildMemory
from starterspad.output.gaps_data import gaps_json
from starterspad.quality.checks import check
from starterspad.quality.coverage import coverage_of
from starterspad.rules.proof import prove, question_values
from starterspad.upkeep.impact import impact

from tests.conftest import REPOSITORY
from tests.support.counted_calls import TWICE, counted_calls

pytestmark = pytest.mark.night

TINY = REPOSITORY / "tests/fixtures/instances/tiny"
DAY = datetime.date(2026, 11, 22)
FEW = 40


def with_desks(root: Path, count: int) -> Path:
    """Copy the tiny instance, with so many more desks in two areas."""
    shutil.copytree(TINY, root)
    text = (root / "partners/town-desk.yml").read_text("utf-8")
    for number in range(count):
        desk = text.replace("name: Town desk", f"name: Desk {number}")
        if number % 2:
            desk = desk.replace("area: town", "area: elsewhere").replace(
                "    cost: paid\n", "    when: {stage: idea}\n"
            )
        (root / f"partners/desk-{number}.yml").write_text(desk, "utf-8")
    return root


def built(root: Path) -> None:
    # With a memory, one process does it all.
    build(root, root.parent / f"site-{root.name}", today=DAY, memory=BuildMemory())


def compared(root: Path) -> None:
    changed = root.parent / f"changed-{root.name}"
    shutil.copytree(root, changed)
    desk = changed / "partners/town-desk.yml"
    desk.write_text(desk.read_text("utf-8").replace("helps_with: [register]", "helps_with: [study]"), "utf-8")
    impact(load_catalog(root), load_catalog(changed), DAY)


def reported(root: Path) -> None:
    catalog = load_catalog(root)
    gaps_json(coverage_of(catalog), DAY)
    question_values(catalog)


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(built, id="build"),
        pytest.param(lambda root: check(load_catalog(root)), id="check"),
        pytest.param(lambda root: prove(load_catalog(root)), id="prove"),
        pytest.param(compared, id="diff"),
        pytest.param(reported, id="report"),
    ],
)
def test_twice_as_many_partners_are_twice_the_work(work: Callable[[Path], object], tmp_path: Path) -> None:
    work(with_desks(tmp_path / "first", 2))

    def calls(count: int) -> int:
        root = with_desks(tmp_path / f"desks-{count}", count)
        return counted_calls(lambda: work(root))

    alone = calls(0)
    assert calls(2 * FEW) - alone < TWICE * (calls(FEW) - alone)
