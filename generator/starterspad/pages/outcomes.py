"""Where a path may lead, where an instance says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.outcome import Outcome
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Step


@dataclass(frozen=True)
class OutcomeSteps:
    """An outcome with the steps that help there."""

    outcome: Outcome
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class OutcomesPage:
    """The outcomes in reading order."""

    outcomes: tuple[OutcomeSteps, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the outcomes; none without any."""
    records = inputs.catalog.outcomes.values()
    if records:
        outcomes = tuple(OutcomeSteps(outcome, inputs.step_links(outcome.tasks)) for outcome in records)
        yield single_page(inputs, OutcomesPage(outcomes, inputs.talk), "outcomes/", "outcomes")
