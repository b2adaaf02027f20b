"""Outcomes: where a path may lead."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.field_types import (
    Id,
    LongText,
    Record,
    ShortText,
    Title,
)
from starterspad.content.models.gate import Decision


class Outcome(Record):
    """Where a path may lead."""

    id: Id = Field(examples=["side-business"])
    """What it is known by."""
    title: Title = Field(examples=["{en: A business beside a job}"])
    """The name of the outcome."""
    text: ShortText
    """What it is like; each outcome is a good one."""
    follows: Annotated[tuple[Decision, ...], Field(min_length=1)]
    """After which decisions it is offered; every decision needs an outcome."""
    first_year: LongText
    """What to do in the first year, in Markdown."""
    peers: ShortText
    """Where one meets others in the same place."""
    come_back: ShortText
    """How to return to the path."""
    tasks: tuple[Id, ...] = ()
    """The steps that belong to it."""
