"""The page of a gate names what counts, and where each decision may lead."""

from __future__ import annotations

from typing import get_args

from starterspad.content.catalog import Catalog
from starterspad.content.models.gate import Decision

from tests.support.rendered_pages import bodies


def test_a_gate_offers_every_decision_and_every_outcome_that_may_follow(town: Catalog) -> None:
    found = bodies(town, "en")
    assert town.gates
    for id, phase in town.gates.items():
        assert phase.gate
        body = found[f"decide/{id}/"]
        for decision in get_args(Decision):
            assert f'value="{decision}"' in body
        for criterion in phase.gate.criteria:
            assert f'data-criterion="{criterion.id}"' in body
            for task in criterion.tasks:
                assert f'<li data-task="{task}"><a href="../../tasks/{task}/">' in body
        for outcome_id, outcome in town.outcomes.items():
            follows = " ".join(outcome.follows)
            assert f'data-follows="{follows}"><a class="row__title" href="../../outcomes/#{outcome_id}">' in body
