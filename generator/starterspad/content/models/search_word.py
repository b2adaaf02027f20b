"""Other words under which people look for a page."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.field_types import Id, Language, Line, Record


class SearchWord(Record):
    """Words that no page says and people type: a trade, a colloquial word, and where they lead."""

    id: Id = Field(examples=["trades"])
    """What it is known by."""
    words: dict[Language, tuple[Line, ...]] = Field(examples=["{en: [hairdresser, barber]}"])
    """The words by language; each counts for itself, also in a phrase."""
    tasks: tuple[Id, ...] = Field(default=(), examples=["[register]"])
    """The steps that answer them."""
    guides: tuple[Id, ...] = Field(default=(), examples=["[food]"])
    """The guides that answer them."""
    partners: tuple[Id, ...] = Field(default=(), examples=["[town-desk]"])
    """The organisations that answer them."""
