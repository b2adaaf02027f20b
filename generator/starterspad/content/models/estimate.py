"""What something costs or how long it takes, and who says so."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.field_types import (
    Record,
    ShortText,
    SourceUrl,
    WholeNumber,
)


class Estimate(Record):
    """What something costs or how long it takes, and who says so."""

    text: ShortText = Field(examples=["{en: About a day}"])
    """The words that a reader sees."""
    source: SourceUrl | None = None
    """Who says so; without one it is shown as our own estimate."""


class LeadTime(Estimate):
    """How long something takes from begin to ready, and who says so."""

    days: WholeNumber = Field(examples=["14"])
    """How many calendar days that takes: what planning backwards from a date needs."""
