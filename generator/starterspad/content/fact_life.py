"""A fact has a life: from which day to which its value holds, and what it becomes."""

from __future__ import annotations

import datetime

from starterspad.content.models.fact import Fact


def as_of(fact: Fact, today: datetime.date) -> Fact:
    """Return a fact as it stands on a day: from the first day of its next value on, with that value and its source."""
    coming = fact.next
    if coming is None or today < coming.from_:
        return fact
    now: dict[str, object] = {"value": coming.value, "amount": coming.amount, "next": None}
    now |= {"valid": None, "valid_from": coming.from_, "valid_until": None}
    # What was known of the source of the value before says nothing of this one.
    source = {"source": coming.source, "source_kind": "other", "source_date": None, "document": None}
    return fact.model_copy(update={**now, **source, "second_source": None})


def has_ended(fact: Fact, today: datetime.date) -> bool:
    """Tell whether the last day on which a fact held is over."""
    return fact.valid_until is not None and fact.valid_until < today
