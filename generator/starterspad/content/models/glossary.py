"""Words that explain themselves where they occur."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.field_types import Id, Language, Line, Record, ShortText, Title


class Term(Record):
    """A word and what it means; `forms` are other ways in which a language writes it."""

    id: Id
    term: Title
    forms: dict[Language, tuple[Line, ...]] = Field(default_factory=dict)
    text: ShortText
