"""Words that explain themselves where they occur."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.field_types import Id, Language, Line, Record, ShortText, Title


class Term(Record):
    """A word and what it means."""

    id: Id = Field(examples=["vat"])
    """What it is known by."""
    term: Title = Field(examples=["{en: VAT}"])
    """The word."""
    forms: dict[Language, tuple[Line, ...]] = Field(default_factory=dict, examples=["{en: [value added tax]}"])
    """Other ways in which a language writes it, such as its plural."""
    text: ShortText
    """What it means, in plain words."""
