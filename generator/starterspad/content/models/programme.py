"""Programmes, ways that others went to follow and compare, and the routes that keep one's income."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.models.field_types import Date, Id, Record, ShortText, SourceUrl, Title, WholeNumber, YesNo

Several = Annotated[tuple[ShortText, ...], Field(min_length=1)]


class Document(Record):
    """The text that a programme is known from, and when it was written; not every text has an address."""

    title: Title
    written: Title
    url: SourceUrl | None = None


class Gate(Record):
    """A moment to decide at the end of a stage: the question, and what follows when the answer is yes or no.

    `our_reading` marks a gate of which the document leaves a part open.
    """

    question: ShortText
    go: ShortText
    no: ShortText
    decided_by: Title | None = None
    our_reading: YesNo = False


class Stage(Record):
    """A stretch of a programme; `tasks` are the steps of this portal that do the same work."""

    title: Title
    motto: Title | None = None
    form: Literal["alone", "group", "mixed", "self-service"]
    duration: Title | None = None
    goals: tuple[ShortText, ...] = ()
    activities: Several
    results: tuple[ShortText, ...] = ()
    gate: Gate | None = None
    tasks: Annotated[tuple[Id, ...], Field(min_length=1)]


class Programme(Record):
    """A programme as a document describes it; `journey` names the model trajectory that its stages make.

    `today` says what is known of it now, `partner` who works in this way here; a `historic` one has ended.
    """

    order: WholeNumber
    title: Title
    journey: Title
    summary: ShortText
    today: ShortText
    partner: Id | None = None
    historic: YesNo = False
    for_whom: Several
    not_for: tuple[ShortText, ...] = ()
    conditions: tuple[ShortText, ...] = ()
    duration: ShortText
    keeps: ShortText
    stages: Annotated[tuple[Stage, ...], Field(min_length=1)]
    outcomes: Several
    lessons: tuple[ShortText, ...] = ()
    facts: tuple[Id, ...] = ()
    found_in: Document
    checked: Date


class Route(Record):
    """A way to try or start without losing one's income at once; `task` is the step that leads into it.

    `certain` is false where it could not be confirmed that the route still exists.
    """

    id: Id
    title: Title
    task: Id
    for_whom: ShortText
    how_long: ShortText
    keeps: ShortText
    first: ShortText
    risk: ShortText
    certain: YesNo = True
    facts: tuple[Id, ...] = ()
