"""A fact that somebody corrects: what was known of the old value says nothing of the new one.

The browser does the same (`web/core/intake/corrected-fact.js`); a test holds both to each other.
"""

from __future__ import annotations

import datetime

from starterspad.content.yaml import Tree
from starterspad.intake.changed_values import on_top

# What stands in texts and formulas; who changes it found another value.
_SAYS = ("value", "amount", "text")
# What was known of the source of the old value, and for how long that one held.
_OF_THE_OLD = ("valid", "valid_from", "valid_until", "source_date", "second_source", "second_source_kind")


def current_fact(record: dict[str, Tree], today: datetime.date) -> dict[str, Tree]:
    """Return the record of a fact as it stands on a day: once its next value holds, with that one and its source."""
    coming = record.get("next")
    if not isinstance(coming, dict) or today.isoformat() < str(coming.get("from")):
        return record
    gone = (*_OF_THE_OLD, "next", "source_kind", "document", "amount")
    kept = {key: value for key, value in record.items() if key not in gone}
    answered: dict[str, Tree] = {key: coming[key] for key in ("value", "amount", "source") if key in coming}
    return {**kept, **answered, "valid_from": coming["from"]}


def corrected_fact(record: dict[str, Tree], answers: dict[str, Tree], today: datetime.date) -> dict[str, Tree]:
    """Return a fact with what somebody found on a page; a value that holds only later becomes the next one.

    `answers` are tidied. Where the address of the source is another, whose page it is must be said again.
    """
    old = current_fact(record, today)
    answered = {key: on_top(old.get(key), value) for key, value in answers.items()}
    changed = any(answered[key] != old.get(key) for key in _SAYS if key in answered)
    begins = str(answered.get("valid_from", ""))
    if changed and begins > today.isoformat() and "value" in answered:
        coming = {
            "value": answered["value"],
            "from": begins,
            "amount": answered.get("amount"),
            "source": answered.get("source"),
        }
        next_value: Tree = {key: value for key, value in coming.items() if value}
        return {**old, "seen": "told", "next": next_value, "checked": answered.get("checked", old["checked"])}
    gone = set(_OF_THE_OLD) if changed else set()
    if answered.get("source") not in (None, old.get("source")):
        gone |= {"source_kind", "source_date", "document"}
    return {**{key: value for key, value in old.items() if key not in gone}, **answered, "seen": "told"}
