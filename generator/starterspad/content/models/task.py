"""Tasks: the steps of the to-do list."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from starterspad.content.models.condition import Accepted, Clauses, Conditional
from starterspad.content.models.estimate import Estimate, LeadTime
from starterspad.content.models.fact import FactIds
from starterspad.content.models.field_types import (
    Aliases,
    Date,
    Id,
    Line,
    LongText,
    Record,
    Said,
    ShortText,
    Title,
    Url,
    WholeNumber,
    YesNo,
)
from starterspad.content.models.source import Seen


class Sought(Record):
    """Somebody looked for an organisation that helps, and came upon none: only then is it told as a gap."""

    on: Date
    """The day on which they looked."""
    when: Clauses = Field(default=(), examples=["{situation: student}"])
    """For whom they looked, as answers; without it, for everybody."""


class Change(Record):
    """What changed in a step for who has it on her plan already."""

    on: Date
    """The day of the change."""
    note: ShortText
    """What changed for who has this step already."""


class Link(Record):
    """A page elsewhere that helps."""

    title: Title = Field(examples=["{en: How the town explains it}"])
    """What stands there."""
    url: Url
    """The address of the page."""


class Task(Conditional):
    """One step of the to-do list."""

    phase: Id = Field(examples=["testing"])
    """The phase in which it stands."""
    title: Title = Field(examples=["{en: Make your first sale}"])
    """What to do: it starts with a verb."""
    asked: Title | None = Field(default=None, examples=["{en: How do I find a first customer?}"])
    """The question that people ask and this step answers, for the page "I have a question"."""
    why: ShortText
    """One line why."""
    how: LongText
    """How, step by step, in Markdown (lists, bold, links)."""
    in_short: Title | None = Field(default=None, examples=["{en: Otherwise you may lose your benefit.}"])
    """Why, in one line, for the card on a plan; without it, `why` stands there."""
    say: Said = ()
    """What to say or write to whoever helps, sentence by sentence."""
    if_skipped: ShortText | None = None
    """What happens if you skip it."""
    who_may_skip: ShortText | None = None
    """Who may ignore it."""
    warning: ShortText | None = None
    """What cannot be undone."""
    for_whom: ShortText
    """For whom it is, in words, for who reads without answering."""
    after: tuple[Id, ...] = Field(default=(), examples=["[first-talk]"])
    """Steps that come first, when both are shown."""
    order: WholeNumber
    """Its place in the phase: the lowest comes first."""
    cost: Estimate | None = Field(default=None, examples=["{text: {en: EUR 100}}"])
    """What it costs."""
    effort: Estimate | None = None
    """How much work it is."""
    lead_time: LeadTime | None = None
    """How long it takes from begin to ready, for planning backwards from a date."""
    decided_by: Title | None = Field(default=None, examples=["{en: The town}"])
    """Who approves what is asked for here: done is not approved."""
    times: WholeNumber | None = None
    """How often it is worth doing, such as 3 talks with customers."""
    kind: Literal["required", "recommended", "optional"]
    """How much it matters."""
    registration: YesNo = False
    """A step that must never be certain for a person who does not know how to start."""
    develops: tuple[Id, ...] = Field(default=(), examples=["[planning]"])
    """The competences of the mirror that it helps to grow."""
    alone: Line | None = Field(default=None, examples=["Nobody can do this for you."])
    """Why no service helps with it, for maintainers."""
    sought: Sought | None = Field(default=None, examples=["{on: 2026-01-01}"])
    """Help with it was looked for and not found: the page of gaps says so, and invites."""
    accepted: Accepted = Field(default_factory=dict)
    aliases: Aliases = ()
    links: tuple[Link, ...] = ()
    """Pages elsewhere that help."""
    facts: FactIds = ()
    changes: tuple[Change, ...] = ()
    """What changed in it for who has it already; shown on her plan, under "What is new" and in the feed."""
    seen: Seen
    """How what it says was seen. `live` is written by `portal confirm`, in `content/seen_live.yml`."""
    checked: Date
    """When somebody last looked, in the way that `seen` says."""
