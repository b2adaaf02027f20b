"""What something costs or how long it takes, and who says so."""

from __future__ import annotations

from starterspad.content.models.field_types import (
    Record,
    ShortText,
    SourceUrl,
    WholeNumber,
)


class Estimate(Record):
    """What something costs or how long it takes, and who says so: without a source it is our own estimate."""

    text: ShortText
    source: SourceUrl | None = None


class LeadTime(Estimate):
    """How long it takes from begin to ready, in calendar days: what planning backwards from a date needs."""

    days: WholeNumber
