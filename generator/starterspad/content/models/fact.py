"""Facts: dated statements with a source, written once and named wherever they recur."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.field_types import Date, Id, Line, Record, ShortText, SourceUrl, Title, YesNo


class Fact(Record):
    """A statement, where it was found and when it was checked."""

    id: Id = Field(examples=["registration-cost"])
    """What other texts name it by: `{fact: id}`."""
    text: ShortText = Field(examples=['{en: "Registration costs {fact: registration-cost}."}'])
    """The whole statement."""
    value: Title | None = Field(default=None, examples=["{en: EUR 100}"])
    """The short form that stands in other texts as `{fact: id}`, such as an amount."""
    source: SourceUrl | None = None
    """Where it was found. Every fact has this or a `document`."""
    document: Title | None = Field(default=None, examples=["{en: The town's letter to starters}"])
    """The name of a text that has no address, instead of a source."""
    source_date: Line | None = Field(default=None, examples=['"2026"'])
    """What date the source bears."""
    valid: Title | None = Field(default=None, examples=['{en: "2026"}'])
    """The period for which the statement holds."""
    historic: YesNo = False
    """Tells how it was once, and is no rule of today."""
    checked: Date
    """When somebody last looked. Trust is full for six months after it and gone after twenty-four."""


FactIds = Annotated[
    tuple[Id, ...],
    Field(
        description="Facts that belong to it; those whose values stand in its texts are shown too.",
        examples=["[registration-cost]"],
    ),
]
