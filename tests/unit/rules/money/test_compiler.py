"""Calculators made ready: once a build, whoever asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.kinds import CALCULATOR
from starterspad.content.loader import load_catalog
from starterspad.content.reading_memory import ReadingMemory
from starterspad.quality.checks import check
from starterspad.rules.money import compiler
from starterspad.rules.money.compiler import compiled
from starterspad.rules.money.formula import Node, read_formula

from tests.support.calculators import write_calculators


def test_each_calculator_is_made_ready_once_and_anew_where_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, memory = write_calculators(tmp_path / "tiny"), ReadingMemory()
    read: list[str] = []

    def noted(formula: str) -> Node:
        read.append(formula)
        return read_formula(formula)

    monkeypatch.setattr(compiler, "read_formula", noted)
    catalog = load_catalog(root, memory=memory)
    check(catalog)
    computations = {id: compiled(catalog, id) for id in catalog.of(CALCULATOR)}
    assert len(read) == sum(len(computation.record.steps) for computation in computations.values())
    read.clear()
    path = root / "content/calculators/break-even.yml"
    path.write_text(path.read_text("utf-8").replace("price - cost", "price - cost - 0"), "utf-8")
    changed = load_catalog(root, memory=memory)
    ready = {id: compiled(changed, id) for id in changed.of(CALCULATOR)}
    assert len(read) == len(ready["break-even"].record.steps)
    assert [id for id in ready if ready[id] is not computations[id]] == ["break-even"]
