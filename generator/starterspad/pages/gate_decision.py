"""The page where one decides at the end of a phase: what counts, and where each decision may lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from starterspad.content.catalog import Catalog
from starterspad.content.derived_questions import MONEY
from starterspad.content.kinds import CALCULATOR, PLAN_SECTION
from starterspad.content.models.bucket import Cut
from starterspad.content.models.gate import Criterion, Decision
from starterspad.content.models.loan import Ask
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Link, Row, Step, Text


@dataclass(frozen=True)
class GateMoney:
    """What a calculator says of a criterion: the bucket as conditions name it, and its cuts in words.

    `enough` are the cuts that will do, with spaces between.
    """

    bucket: str
    calculator: Link
    cuts: tuple[Cut, ...]
    enough: str


@dataclass(frozen=True)
class GateCriterion:
    """What counts: the steps and the worksheet that show it, and whether the self-assessment does.

    `questions` are those of the business plan that show it, as section/question with spaces between; `sections` where
    they stand.
    """

    id: str
    title: Text
    steps: tuple[Step, ...]
    mirror: bool
    worksheet: Link | None
    sections: tuple[Link, ...]
    questions: str
    money: GateMoney | None


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
            criteria=tuple(gate_criterion(inputs, criterion) for criterion in gate.criteria),
            decisions=get_args(Decision),
            outcomes=outcomes,
            talk=inputs.talk,
        )
        yield record_page(inputs, context, f"decide/{id}/", gate.question, gate.text)


def gate_criterion(inputs: PageInputs, criterion: Criterion | Ask) -> GateCriterion:
    """Return a criterion, or what a lender asks, with all that may show it."""
    id, worksheet = criterion.worksheet, None
    if id:
        worksheet = Link(id, f"worksheets/{id}/", inputs.catalog.worksheets[id].title)
    sections = tuple(
        Link(id, f"workbook/#{id}", inputs.catalog.of(PLAN_SECTION)[id].title) for id in criterion.sections
    )
    return GateCriterion(
        criterion.id,
        criterion.title,
        inputs.step_links(criterion.tasks),
        criterion.mirror,
        worksheet,
        sections,
        " ".join(questions_of(inputs.catalog, criterion.sections)),
        _money(inputs.catalog, criterion) if isinstance(criterion, Criterion) else None,
    )


def _money(catalog: Catalog, criterion: Criterion) -> GateMoney | None:
    """Return the bucket that a criterion names, with the calculator that it is of."""
    wanted = {name.removeprefix(MONEY): cuts for clause in criterion.money for name, cuts in clause.items()}
    for id, calculator in catalog.of(CALCULATOR).items():
        for bucket in calculator.buckets:
            if bucket.id in wanted:
                link = Link(id, f"calculators/{id}/", calculator.title)
                enough = " ".join(wanted[bucket.id])
                return GateMoney(f"{MONEY}{bucket.id}", link, bucket.cuts, enough)
    return None


def questions_of(catalog: Catalog, sections: Iterable[str]) -> tuple[str, ...]:
    """Return the questions of sections of the business plan, each as section/question."""
    plan = catalog.of(PLAN_SECTION)
    return tuple(f"{id}/{question.id}" for id in sections for question in plan[id].questions)
