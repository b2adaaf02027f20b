"""Tasks: the steps of the to-do list."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from starterspad.content.models.condition import Accepted, Conditional
from starterspad.content.models.estimate import Estimate, LeadTime
from starterspad.content.models.field_types import (
    Date,
    Id,
    Line,
    LongText,
    Record,
    ShortText,
    Title,
    Url,
    WholeNumber,
    YesNo,
)


class Change(Record):
    """What changed in a task for those who have it on their plan already, and when."""

    on: Date
    note: ShortText


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
