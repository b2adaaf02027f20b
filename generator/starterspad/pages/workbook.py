"""The business plan to write, where an instance has one: its sections, what the gates ask of it, and its files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.kinds import CALCULATOR, LOAN, PLAN_SECTION, PLAN_TEMPLATE
from starterspad.content.models.plan_section import PlanQuestion, PlanSection, Takes
from starterspad.content.models.plan_template import PlanTemplate
from starterspad.pages.gate_decision import GateCriterion, gate_criterion, questions_of
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, Link, Step, Text


@dataclass(frozen=True)
class TakenFrom:
    """Where she may have written something already: a prompt of a worksheet, the mirror, or notes on a step."""

    source: Link
    sheet: str = ""
    prompt: str = ""
    mirror: bool = False
    task: str = ""
    about: Text | None = None


@dataclass(frozen=True)
class QuestionToAnswer:
    """A question of the plan; `path` is its section and its id."""

    path: str
    question: PlanQuestion
    takes: tuple[TakenFrom, ...]


@dataclass(frozen=True)
class SectionToWrite:
    """A section with its questions, the steps that help, and the calculators whose results stand with it."""

    id: str
    section: PlanSection
    questions: tuple[QuestionToAnswer, ...]
    steps: tuple[Step, ...]
    calculators: tuple[Link, ...]


@dataclass(frozen=True)
class Heading:
    """A heading of a template, and the questions below it, with spaces between."""

    title: Text
    questions: str


@dataclass(frozen=True)
class Order:
    """An order in which the plan can be taken along."""

    id: str
    title: Text
    headings: tuple[Heading, ...]


@dataclass(frozen=True)
class GateCheck:
    """What a gate asks of the plan."""

    gate: Link
    criteria: tuple[GateCriterion, ...]


@dataclass(frozen=True)
class WorkbookPage:
    """The plan: its sections, what the gates ask of it, and in which orders it can be taken along."""

    model: str
    sections: tuple[SectionToWrite, ...]
    checks: tuple[GateCheck, ...]
    orders: tuple[Order, ...]
    loans: bool
    sums: bool
    facts: tuple[DatedFact, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the business plan; none without any section."""
    catalog = inputs.catalog
    if catalog.of(PLAN_SECTION):
        context = WorkbookPage(
            model=inputs.model,
            sections=tuple(_section(inputs, id, section) for id, section in catalog.of(PLAN_SECTION).items()),
            checks=tuple(_checks(inputs)),
            orders=tuple(_order(inputs, id, template) for id, template in catalog.of(PLAN_TEMPLATE).items()),
            loans=bool(catalog.of(LOAN)),
            sums=bool(catalog.of(CALCULATOR)),
            facts=inputs.facts("plan-template", catalog.of(PLAN_TEMPLATE)),
            talk=inputs.talk,
        )
        yield single_page(inputs, context, "workbook/", "workbook")


def _section(inputs: PageInputs, id: str, section: PlanSection) -> SectionToWrite:
    questions = tuple(
        QuestionToAnswer(
            f"{id}/{question.id}",
            question,
            tuple(source for takes in question.takes for source in _taken_from(inputs, takes)),
        )
        for question in section.questions
    )
    calculators = inputs.catalog.of(CALCULATOR)
    sums = tuple(Link(named, f"calculators/{named}/", calculators[named].title) for named in section.calculators)
    return SectionToWrite(id, section, questions, inputs.step_links(section.tasks), sums)


def _taken_from(inputs: PageInputs, takes: Takes) -> Iterator[TakenFrom]:
    """Yield each place of its own: every step is one."""
    if takes.worksheet and takes.prompt:
        sheet = inputs.catalog.worksheets[takes.worksheet]
        about = next(prompt.title for prompt in sheet.prompts if prompt.id == takes.prompt)
        source = Link(takes.worksheet, f"worksheets/{takes.worksheet}/", sheet.title)
        yield TakenFrom(source, sheet=takes.worksheet, prompt=takes.prompt, about=about)
    if takes.mirror:
        yield TakenFrom(Link("mirror", "mirror/", {}), mirror=True)
    for step in inputs.step_links(takes.tasks):
        yield TakenFrom(step, task=step.id)


def _checks(inputs: PageInputs) -> Iterator[GateCheck]:
    for id, phase in inputs.catalog.gates.items():
        assert phase.gate
        criteria = tuple(gate_criterion(inputs, criterion) for criterion in phase.gate.criteria if criterion.sections)
        if criteria:
            yield GateCheck(Link(id, f"decide/{id}/", phase.gate.question), criteria)


def _order(inputs: PageInputs, id: str, template: PlanTemplate) -> Order:
    headings = tuple(
        Heading(part.title, " ".join((*part.questions, *questions_of(inputs.catalog, part.sections))))
        for part in template.parts
    )
    return Order(id, template.title, headings)
