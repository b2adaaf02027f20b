"""Facts: dated statements with a source, written once and named wherever they recur."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.amount import Amount
from starterspad.content.models.field_types import Date, Id, Record, ShortText, SourceUrl, Title, YesNo
from starterspad.content.models.source import Seen, SourceDate, SourceKind


class NextValue(Record):
    """What a fact's value becomes, and from when."""

    value: Title = Field(examples=["{en: EUR 110}"])
    """The value that comes."""
    from_: Date = Field(alias="from", examples=["2027-01-01"])
    """The first day on which it holds."""
    amount: Amount | None = None
    """The same figure for formulas."""
    source: SourceUrl
    """Where that was found."""


class Fact(Record):
    """A statement, where it was found and when it was checked."""

    id: Id = Field(examples=["registration-cost"])
    """What other texts name it by: `{fact: id}`."""
    text: ShortText = Field(examples=['{en: "Registration costs {fact: registration-cost}."}'])
    """The whole statement."""
    value: Title | None = Field(default=None, examples=["{en: EUR 100}"])
    """The short form that stands in other texts as `{fact: id}`, such as an amount."""
    amount: Amount | None = Field(default=None, examples=['{value: "100", unit: euro}'])
    """The same figure for the formulas of calculators: `portal check` sees that both say the same."""
    source: SourceUrl | None = None
    """Where it was found. Every fact has this or a `document`."""
    document: Title | None = Field(default=None, examples=["{en: The town's letter to starters}"])
    """The name of a text that has no address, instead of a source."""
    source_kind: SourceKind = "other"
    """Whose page it is."""
    source_date: SourceDate | None = None
    """What date the source bears: none where it bears none."""
    second_source: SourceUrl | None = None
    """Another one that says the same."""
    second_source_kind: SourceKind = "other"
    """Whose page that is."""
    seen: Seen
    """How it was seen. `live` is written by `portal confirm`, in `content/seen_live.yml`."""
    valid: Title | None = Field(default=None, examples=['{en: "2026"}'])
    """The period for which the statement holds, in words."""
    valid_from: Date | None = None
    """The first day on which it holds."""
    valid_until: Date | None = Field(default=None, examples=["2026-12-31"])
    """The last day on which it holds."""
    next: NextValue | None = None
    """What its value becomes, where that is known."""
    historic: YesNo = False
    """Tells how it was once, and is no rule of today."""
    checked: Date
    """When somebody last looked, as `seen` says. Trust is full for six months and gone after twenty-four."""


FactIds = Annotated[
    tuple[Id, ...],
    Field(
        description="Facts that belong to it; those whose values stand in its texts are shown too.",
        examples=["[registration-cost]"],
    ),
]
