"""Risks in plain sight: what changes for a person when she starts, by theme."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.condition import Conditional
from starterspad.content.models.field_types import Id, Record, ShortText, Title


class Point(Conditional):
    """Something that changes, for whom, and perhaps the step that is about it."""

    text: ShortText
    for_whom: ShortText
    task: Id | None = None


class Risk(Record):
    """A theme, such as income or liability, with what changes in it."""

    id: Id
    title: Title
    points: Annotated[tuple[Point, ...], Field(min_length=1)]
    facts: tuple[Id, ...] = ()
