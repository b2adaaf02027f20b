"""Templates: under which headings a lender, or an adviser, wants to read a business plan."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.fact import FactIds
from starterspad.content.models.field_types import Id, Line, Record, Title


class TemplatePart(Record):
    """A heading, and what of the business plan stands below it."""

    title: Title = Field(examples=["{en: Market}"])
    """The heading, as the source has it."""
    sections: tuple[Id, ...] = ()
    """Whole sections of the business plan."""
    questions: tuple[Line, ...] = Field(default=(), examples=["[market/who-buys]"])
    """Single questions, each as section/question."""


class PlanTemplate(Record):
    """An order of headings that somebody asks for."""

    title: Title = Field(examples=["{en: The plan of the town desk}"])
    """Whose headings these are."""
    parts: Annotated[tuple[TemplatePart, ...], Field(min_length=1)]
    """The headings, in order."""
    facts: Annotated[FactIds, Field(min_length=1)]
    """Where the headings were found."""
