"""Each kind of fault of a calculator is found, with the exact words of its answer and somebody who meets it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.quality.checks import check
from starterspad.rules.money.proof import prove_calculators

from tests.support.broken_instances import BrokenInstance, broken_instances
from tests.support.calculators import write_calculators


@pytest.mark.parametrize("fixture", broken_instances("money"), ids=lambda fixture: fixture.name)
def test_what_may_go_wrong_is_told_in_exactly_these_words(fixture: BrokenInstance, tmp_path: Path) -> None:
    catalog = load_catalog(fixture.write(tmp_path / "instance"))
    assert check(catalog) == [], "only the proof finds it"
    text = "".join(f"{problem.severity} {problem.check}: {problem}\n" for problem in prove_calculators(catalog))
    assert text == fixture.expected


def test_calculators_that_keep_to_the_language_are_proved(tmp_path: Path, town: Catalog) -> None:
    assert prove_calculators(load_catalog(write_calculators(tmp_path / "tiny"))) == []
    assert prove_calculators(town) == []
