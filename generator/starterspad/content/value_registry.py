"""The registry of values: what each fact said when it was registered last, and of which days it was.

A figure that changes while none of its days does was typed over: nobody can tell since when it holds.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydantic import Field

from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import Id, Line, Record

VALUES = "content/values.yml"
_HEAD = """\
# What each fact said when it was registered last, and its days: valid_from, valid_until, source_date, checked.
# `portal register` writes this. Where a value changed and no day did, it keeps the old line, and `portal check` warns.
"""


class RegisteredValue(Record):
    """A value, and the days that stood beside it."""

    value: Line
    days: Line


class Values(Record):
    """The values of all facts that have one, by id."""

    values: dict[Id, RegisteredValue] = Field(default_factory=dict)


def registered_value(fact: Fact, language: str) -> RegisteredValue | None:
    """Return what the registry says of a fact in a language: nothing of a fact without a value."""
    if not fact.value:
        return None
    days = (fact.valid_from, fact.valid_until, fact.source_date, fact.checked)
    value = fact.value.get(language) or next(iter(fact.value.values()))
    return RegisteredValue(value=" ".join(value.split()), days=" ".join(str(day or "-") for day in days))


def typed_over(before: RegisteredValue | None, now: RegisteredValue | None) -> bool:
    """Tell whether a value changed and none of its days did."""
    return bool(before and now and before.value != now.value and before.days == now.days)


def values_text(facts: Mapping[str, Fact], before: Mapping[str, RegisteredValue], language: str) -> str:
    """Return the text of the registry (YAML): all values of today, but the old one of each that was typed over."""
    lines = []
    for id in sorted(facts):
        now = registered_value(facts[id], language)
        kept = before.get(id) if typed_over(before.get(id), now) else now
        if kept:
            value, days = (json.dumps(text, ensure_ascii=False) for text in (kept.value, kept.days))
            lines.append(f"  {id}: {{value: {value}, days: {days}}}\n")
    return _HEAD + ("values:\n" + "".join(lines) if lines else "values: {}\n")
