"""Risks in plain sight: what changes for a person when she starts, by theme."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.condition import Conditional
from starterspad.content.models.fact import FactIds
from starterspad.content.models.field_types import Id, Record, ShortText, Title


class Point(Conditional):
    """Something that changes when one starts."""

    text: ShortText
    """What changes."""
    for_whom: ShortText
    """For whom, in words, for who reads without answering."""
    task: Id | None = None
    """The step that is about it."""


class Risk(Record):
    """A theme, such as income or liability, with what changes in it."""

    id: Id = Field(examples=["liability"])
    """What it is known by."""
    title: Title = Field(examples=["{en: Liability}"])
    """The theme, such as income or liability."""
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    """What changes in it."""
    facts: FactIds = ()
