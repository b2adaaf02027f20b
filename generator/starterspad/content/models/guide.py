"""Guides: ways into the portal for who does not start with questions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.models.condition import Clauses
from starterspad.content.models.fact import FactIds
from starterspad.content.models.field_types import Id, LongText, Record, ShortText, Title, WholeNumber


class Guide(Record):
    """The steps that matter to a group of people, about a theme, or to a trade."""

    kind: Literal["group", "theme", "trade"]
    """For people, about what they need help with, or for a trade."""
    order: WholeNumber
    """Its place among those of its kind: the lowest comes first."""
    title: Title = Field(examples=["{en: You are a student}"])
    """The name of the guide."""
    summary: ShortText
    """What stands on its card."""
    text: LongText
    """What its page says first, in Markdown."""
    tasks: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The steps that matter here, the most important first."""
    people: Clauses = Field(default=(), examples=["{situation: student}"])
    """For a group or a trade: the answers of these people, written as a condition."""
    facts: FactIds = ()
