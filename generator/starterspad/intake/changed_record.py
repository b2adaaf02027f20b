"""A record that a message changes: what was there, with what was answered put over it.

The browser does the same (`web/core/intake/changed-record.js`); a test holds both to each other.
"""

from __future__ import annotations

import datetime

from starterspad.content.kinds import EVENT, FACT, Kind
from starterspad.content.models.field_types import Record
from starterspad.content.yaml import Tree
from starterspad.intake.asked_days import event_with_days
from starterspad.intake.changed_values import on_top
from starterspad.intake.corrected_fact import corrected_fact


def changed_record(
    kind: Kind[Record], old: dict[str, Tree], answers: dict[str, Tree], today: datetime.date
) -> dict[str, Tree]:
    """Return a record as it is after a change; `answers` are tidied, `old` is empty where a new record begins.

    Of a fact and of an event more follows than what was answered.
    """
    if kind == EVENT:
        return event_with_days(old, answers)
    if kind == FACT:
        return corrected_fact(old, answers, today)
    return {**old, **{key: on_top(old.get(key), value) for key, value in answers.items()}}
