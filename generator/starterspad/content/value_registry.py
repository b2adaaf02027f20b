"""The registry of values: what each fact said when it was registered last, and of which days it was.

A figure that changes while none of its days does was typed over: nobody can tell since when it holds.
"""

from __future__ import annotations

import json

from starterspad.content.kinds import REGISTRY
from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import Line, Record

VALUES = f"{REGISTRY}/values"
# What stands above each key. Two branches that each change another key can be joined because lines stay in between,
# so no key is ever left out either.
_ABOVE = {
    "value": "# What this fact said when it was registered last, and its days. `portal register` writes it.",
    "valid_from": "# From when it held:",
    "valid_until": "# Until when:",
    "source_date": "# Of when its source was:",
    "checked": "# When somebody looked:",
}
NO_DAY = "-"


class RegisteredValue(Record):
    """A value, and the days that stood beside it."""

    value: Line
    valid_from: Line
    valid_until: Line
    source_date: Line
    checked: Line

    @property
    def days(self) -> tuple[str, ...]:
        """The four days; `NO_DAY` where there is none."""
        return self.valid_from, self.valid_until, self.source_date, self.checked


def registered_value(fact: Fact, language: str) -> RegisteredValue | None:
    """Return what the registry says of a fact in a language: nothing of a fact without a value."""
    if not fact.value:
        return None
    value = fact.value.get(language) or next(iter(fact.value.values()))
    days = ("valid_from", "valid_until", "source_date", "checked")
    dated = {name: str(getattr(fact, name) or NO_DAY) for name in days}
    return RegisteredValue(value=" ".join(value.split()), **dated)


def typed_over(before: RegisteredValue | None, now: RegisteredValue | None) -> bool:
    """Tell whether a value changed and none of its days did."""
    return bool(before and now and before.value != now.value and before.days == now.days)


def value_text(value: RegisteredValue) -> str:
    """Return the text of a fact's file in the registry (YAML)."""
    said = {name: json.dumps(getattr(value, name), ensure_ascii=False) for name in _ABOVE}
    return "".join(f"{above}\n{name}: {said[name]}\n" for name, above in _ABOVE.items())
