"""The page of a gate names what counts, and where each decision may lead."""

from __future__ import annotations

import re
from typing import get_args

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR
from starterspad.content.loader import load_catalog
from starterspad.content.models.gate import Decision

from tests.conftest import REPOSITORY
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


def test_a_criterion_of_money_leads_to_its_calculator_and_holds_every_sentence_that_may_come_of_it() -> None:
    groningen = load_catalog(REPOSITORY / "tests/fixtures/instances/groningen")
    row = re.search(r'<li data-bucket="money.runway".*?</li>', bodies(groningen, "en")["decide/money/"])
    assert row
    assert 'data-enough="enough"' in row[0]
    assert '<span data-cut="">Not worked out yet. Work it out here:</span>' in row[0]
    (bucket,) = groningen.of(CALCULATOR)["liquiditeit"].buckets
    for cut in bucket.cuts:
        assert f'<span data-cut="{cut.id}" hidden>{cut.title["en"]}. See your sum:</span>' in row[0]
    assert '<a href="../../calculators/liquiditeit/">Do I have enough money each month?</a>' in row[0]
