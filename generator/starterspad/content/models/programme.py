"""Programmes, ways that others went to follow and compare, and the routes that keep one's income."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.limits import MOST_CHANGED
from starterspad.content.models.fact import FactIds
from starterspad.content.models.field_types import (
    Date,
    Id,
    Record,
    ShortText,
    SourceUrl,
    Title,
    WholeNumber,
    YesNo,
)
from starterspad.content.models.source import Seen

Several = Annotated[tuple[ShortText, ...], Field(min_length=1)]


class Document(Record):
    """The text that a programme is known from."""

    title: Title = Field(examples=["{en: A plan for starters}"])
    """The title of the text."""
    written: Title = Field(examples=['{en: "2026"}'])
    """When it was written."""
    url: SourceUrl | None = None
    """Its address; not every text has one."""


class Gate(Record):
    """A moment to decide at the end of a stage."""

    question: ShortText
    """What is asked at the end of the stage."""
    go: ShortText
    """What follows on a yes."""
    no: ShortText
    """What follows on a no."""
    decided_by: Title | None = None
    """Who decides."""
    our_reading: YesNo = False
    """The document leaves a part of this open."""


class Stage(Record):
    """A stretch of a programme."""

    title: Title
    """The name of the stage."""
    motto: Title | None = Field(default=None, examples=["{en: Try small}"])
    """Its motto."""
    form: Literal["alone", "group", "mixed", "self-service"]
    """With whom one goes through it."""
    duration: Title | None = None
    """How long it takes."""
    goals: tuple[ShortText, ...] = ()
    """What it is for."""
    activities: Several
    """What one does in it."""
    results: tuple[ShortText, ...] = ()
    """What one has at its end."""
    gate: Gate | None = None
    """The moment to decide at its end."""
    tasks: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The steps of this portal that do the same work."""
    events: Annotated[tuple[Id, ...], Field(max_length=MOST_CHANGED)] = Field(
        default=(), examples=["[evening-about-prices]"]
    )
    """What is held for those who are in it: its next dates stand here, and on the plan of whoever has its steps."""


class Programme(Record):
    """A programme as a document describes it."""

    order: WholeNumber
    """Its place among the programmes: the lowest comes first."""
    title: Title
    """The name of the programme."""
    journey: Title
    """The name of the path that its stages make."""
    summary: ShortText
    """What it is."""
    today: ShortText
    """What is known of it now."""
    partner: Id | None = Field(default=None, examples=["town-desk"])
    """Who works in this way here."""
    historic: YesNo = False
    """It has ended."""
    for_whom: Several
    """For whom it is."""
    not_for: tuple[ShortText, ...] = ()
    """For whom it is not."""
    conditions: tuple[ShortText, ...] = ()
    """What it asks of who takes part."""
    duration: ShortText
    """How long it takes."""
    keeps: ShortText
    """What income one keeps."""
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    """The stretches of the path, in order."""
    outcomes: Several
    """Where it may lead."""
    lessons: tuple[ShortText, ...] = ()
    """What was learned from it."""
    facts: FactIds = ()
    found_in: Document
    """The document that describes it."""
    seen: Seen
    """How what it says was seen. `live` is written by `portal confirm`, in `content/seen_live.yml`."""
    checked: Date
    """When somebody last looked, in the way that `seen` says."""


class Route(Record):
    """A way to try or start without losing one's income at once."""

    id: Id = Field(examples=["cooperative"])
    """What it is known by."""
    title: Title
    """The name of the route."""
    task: Id
    """The step that leads into it."""
    for_whom: ShortText
    """For whom it is."""
    how_long: ShortText
    """How long one may go on."""
    keeps: ShortText
    """What income one keeps."""
    first: ShortText
    """What to declare before."""
    risk: ShortText
    """What can go wrong."""
    certain: YesNo = True
    """`false` where nobody could confirm that it still exists."""
    facts: FactIds = ()
