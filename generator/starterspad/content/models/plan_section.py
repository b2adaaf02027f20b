"""The business plan to write: sections with questions, each with what may be taken over from elsewhere."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.field_types import Id, Record, ShortText, Title, YesNo


class Takes(Record):
    """Where a part of an answer may stand already: a prompt of a worksheet, the mirror, or notes on steps."""

    worksheet: Id | None = Field(default=None, examples=["canvas"])
    """The worksheet that it was written on; needs a `prompt`."""
    prompt: Id | None = Field(default=None, examples=["customers"])
    """The prompt of that worksheet."""
    mirror: YesNo = False
    """What she said of herself: where she is strong, and what she wants to learn."""
    tasks: tuple[Id, ...] = ()
    """Steps with notes that belong here."""


class PlanQuestion(Record):
    """Something that a business plan answers."""

    id: Id = Field(examples=["who-buys"])
    """What the device remembers it by, together with its section."""
    title: Title = Field(examples=["{en: Who buys from you?}"])
    """The question."""
    hint: ShortText | None = None
    """What helps to begin."""
    takes: tuple[Takes, ...] = ()
    """Where she may have written it already: it is offered, and taken over when she wants."""


class PlanSection(Record):
    """A section of the business plan."""

    id: Id = Field(examples=["market"])
    """What gates, loans and templates name it by."""
    title: Title = Field(examples=["{en: Customers and competitors}"])
    """The name of the section."""
    text: ShortText
    """What it is for."""
    questions: Annotated[tuple[PlanQuestion, ...], Field(min_length=1)]
    """What it answers."""
    tasks: tuple[Id, ...] = ()
    """The steps that help to write it."""
    calculators: tuple[Id, ...] = ()
    """The calculators whose results stand with it in the files, where she filled them in."""
