"""The page where one decides at the end of a phase: what counts, and where each decision may lead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from starterspad.content.models.gate import Criterion, Decision
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Link, Row, Step, Text


@dataclass(frozen=True)
class GateCriterion:
    """What counts: the steps and the worksheet that show it, and whether the self-assessment does."""

    id: str
    title: Text
    steps: tuple[Step, ...]
    mirror: bool
    worksheet: Link | None


@dataclass(frozen=True)
class GateOutcome(Row):
    """Where the path may lead; `follows` are the decisions after which it is offered, with spaces between."""

    follows: str


@dataclass(frozen=True)
class GateDecisionPage:
    """What is asked at the end of a phase, what counts there, what may be decided, and what may come of it."""

    model: str
    phase: Link
    question: Text
    summary: Text
    criteria: tuple[GateCriterion, ...]
    decisions: tuple[str, ...]
    outcomes: tuple[GateOutcome, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each gate."""
    outcomes = tuple(
        GateOutcome(id, f"outcomes/#{id}", outcome.title, outcome.text, " ".join(outcome.follows))
        for id, outcome in inputs.catalog.outcomes.items()
    )
    for id, phase in inputs.catalog.gates.items():
        gate = phase.gate
        assert gate
        context = GateDecisionPage(
            model=inputs.model,
            phase=Link(id, f"phases/{id}/", phase.title),
            question=gate.question,
            summary=gate.text,
            criteria=tuple(_criterion(inputs, criterion) for criterion in gate.criteria),
            decisions=get_args(Decision),
            outcomes=outcomes,
            talk=inputs.talk,
        )
        yield record_page(inputs, context, f"decide/{id}/", gate.question, gate.text)


def _criterion(inputs: PageInputs, criterion: Criterion) -> GateCriterion:
    id, worksheet = criterion.worksheet, None
    if id:
        worksheet = Link(id, f"worksheets/{id}/", inputs.catalog.worksheets[id].title)
    steps = inputs.step_links(criterion.tasks)
    return GateCriterion(criterion.id, criterion.title, steps, criterion.mirror, worksheet)
