"""The starter's path: phases, questions with their options, and tasks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.models.condition import Accepted, Clauses, Conditional
from starterspad.content.models.field_types import (
    DONT_KNOW,
    Date,
    Id,
    Line,
    LongText,
    Record,
    ShortText,
    SourceUrl,
    Title,
    Url,
    WholeNumber,
    YesNo,
)


class Estimate(Record):
    """What something costs or how long it takes, and who says so: without a source it is our own estimate."""

    text: ShortText
    source: SourceUrl | None = None


class LeadTime(Estimate):
    """How long it takes from begin to ready, in calendar days: what planning backwards from a date needs."""

    days: WholeNumber


class Change(Record):
    """What changed in a task for those who have it on their plan already, and when."""

    on: Date
    note: ShortText


class Criterion(Record):
    """What counts at a gate: the steps that show it, and perhaps the mirror or a worksheet."""

    id: Id
    title: Title
    tasks: tuple[Id, ...] = ()
    mirror: YesNo = False
    worksheet: Id | None = None


class PhaseGate(Record):
    """A moment to decide at the end of a phase: go, go with conditions, not yet or no."""

    question: Title
    text: ShortText
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


Decision = Literal["go", "conditions", "not-yet", "no"]


class Outcome(Record):
    """Where a path may lead: each is a good one. `follows` names the decisions after which it is offered.

    `first_year` is what to do in the first year, `peers` where one meets others, `come_back` how to return to the path.
    """

    id: Id
    title: Title
    text: ShortText
    follows: Annotated[tuple[Decision, ...], Field(min_length=1)]
    first_year: LongText
    peers: ShortText
    come_back: ShortText
    tasks: tuple[Id, ...] = ()


class Phase(Record):
    """A stretch of the path: what you do in it and what you have at its end; with `start`, a business that runs.

    `stands` is a condition: who stands in this phase now.
    """

    id: Id
    title: Title
    summary: ShortText
    goal: ShortText
    duration: Estimate
    result: ShortText
    start: YesNo = False
    stands: Clauses = ()
    gate: PhaseGate | None = None
    accepted: Accepted = Field(default_factory=dict)
    aliases: tuple[Id, ...] = ()


class Option(Record):
    """One possible answer; an exclusive one cannot stand beside another."""

    id: Id
    title: Title
    hint: ShortText | None = None
    exclusive: YesNo = False
    aliases: tuple[Id, ...] = ()


class Question(Record):
    """Something only the starter knows; `because` names the question in a reason ("Your situation").

    `residual` options only help people recognise themselves and decide nothing; `registers` marks the question
    about how to start: who does not know is never told for certain to register.
    """

    id: Id
    title: Title
    because: Title
    hint: ShortText | None = None
    why: ShortText
    several: YesNo = False
    sensitive: YesNo = False
    options: tuple[Option, ...]
    dont_know: Title | None = None
    ask_when: Clauses = ()
    residual: tuple[Id, ...] = ()
    registers: YesNo = False
    accepted: Accepted = Field(default_factory=dict)
    aliases: tuple[Id, ...] = ()

    def option_ids(self) -> tuple[str, ...]:
        """Return every answer that may be given, the reserved `dont-know` last."""
        ids = tuple(option.id for option in self.options)
        return (*ids, DONT_KNOW) if self.dont_know else ids

    def exclusive_ids(self) -> frozenset[str]:
        """Return the answers that stand alone."""
        return frozenset((DONT_KNOW, *(option.id for option in self.options if option.exclusive)))


class DerivedQuestion(Question):
    """What is known of a person without asking: an answer of the mirror, or a decision. `page` is where it is found.

    It is no part of any file: the catalog makes it of the mirror and the gates, for conditions that name it.
    """

    page: str


class Link(Record):
    """A page elsewhere that helps with a task."""

    title: Title
    url: Url


class Task(Conditional):
    """One step of the to-do list: `asked` is the question people ask that it answers.

    `after` names tasks that come first when both are shown; `decided_by` is who approves what was asked for;
    `times` how often it is worth doing; `develops` the competences that it helps to grow; `alone` why no service
    helps with it.
    """

    phase: Id
    title: Title
    asked: Title | None = None
    why: ShortText
    how: LongText
    if_skipped: ShortText | None = None
    who_may_skip: ShortText | None = None
    warning: ShortText | None = None
    for_whom: ShortText
    after: tuple[Id, ...] = ()
    order: WholeNumber
    cost: Estimate | None = None
    effort: Estimate | None = None
    lead_time: LeadTime | None = None
    decided_by: Title | None = None
    times: WholeNumber | None = None
    kind: Literal["required", "recommended", "optional"]
    registration: YesNo = False
    develops: tuple[Id, ...] = ()
    alone: Line | None = None
    accepted: Accepted = Field(default_factory=dict)
    aliases: tuple[Id, ...] = ()
    links: tuple[Link, ...] = ()
    facts: tuple[Id, ...] = ()
    changes: tuple[Change, ...] = ()
    checked: Date
