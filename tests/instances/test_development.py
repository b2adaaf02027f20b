"""What a city offers who looks at herself, decides and writes: its mirror, its gates, its sheets."""

from __future__ import annotations

from typing import get_args

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.models.gate import Decision

from tests.support.built_sites import root_of


@pytest.fixture(scope="module")
def groningen() -> Catalog:
    return load_catalog(root_of("groningen"))


@pytest.mark.parametrize("name", ["ghent", "groningen", "town"])
def test_every_decision_has_an_outcome_and_a_no_has_more_than_one_in_ghent(name: str) -> None:
    city = load_catalog(root_of(name))
    assert city.gates
    for decision in get_args(Decision):
        ways = [id for id, outcome in city.outcomes.items() if decision in outcome.follows]
        assert ways
        assert name != "ghent" or len(ways) >= 2


def test_two_cities_decide_at_other_moments(ghent: Catalog, groningen: Catalog) -> None:
    assert set(ghent.gates) != set(groningen.gates)
    assert len(groningen.competences) < len(ghent.competences)


def test_ghent_asks_why_and_improves_an_idea_in_rounds(ghent: Catalog, groningen: Catalog) -> None:
    assert not ghent.worksheets["motivation"].rounds
    assert ghent.worksheets["canvas"].rounds
    named = {each.worksheet for phase in ghent.gates.values() if phase.gate for each in phase.gate.criteria}
    assert {"motivation", "canvas"} <= named
    assert set(groningen.worksheets) == {"why"}


def test_the_mirror_has_twelve_competences_in_seven_fields_and_a_short_version(ghent: Catalog) -> None:
    assert ghent.self_assessment
    assert len(ghent.self_assessment.fields) == 7
    assert len(ghent.competences) == 12
    statements = [each for one in ghent.competences.values() for each in one.statements]
    assert len(statements) == 36
    assert sum(each.short for each in statements) == 12
    assert all(any(each.short for each in one.statements) for one in ghent.competences.values())
