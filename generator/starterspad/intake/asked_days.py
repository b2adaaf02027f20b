"""On which days an event is held, as people say it: again every week until a day, but not on that one.

Whoever fills in a form sees no rule of a calendar; it is made here of the answers. The browser does the same
(`web/core/intake/event-days.js`); a test holds both to each other.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.limits import MOST_CHANGED
from starterspad.content.models.event import ChangedDay
from starterspad.content.models.field_types import Date, Record
from starterspad.content.yaml import Tree
from starterspad.intake.changed_values import on_top

Every = Literal["week", "two-weeks", "month-weekday", "month-day"]
# Two letters a day, as rules of calendars write them (RFC 5545).
_WEEKDAYS = "MOTUWETHFRSASU"
# No month has more of each weekday; what is its fifth is meant as its last.
_ALWAYS_THERE = 4


class Again(Record):
    """How often an event is held again."""

    every: Every
    """How often."""
    until: Date
    """Its last day."""
    except_: Annotated[tuple[Date, ...], Field(alias="except", max_length=MOST_CHANGED)] = Field(
        default=(), alias="except"
    )
    """Days between on which it is not held."""


class AskedDays(Record):
    """What a form asks about the days of an event besides its first."""

    again: Again | None = None
    """Without it, it is held once."""
    one_day: ChangedDay | None = None
    """A day of those that are known already, which is cancelled or held at another time."""


def event_with_days(old: dict[str, Tree], answers: dict[str, Tree]) -> dict[str, Tree]:
    """Return an event with what was answered put over it; `old` is empty where a new one begins."""
    answered = {key: on_top(old.get(key), value) for key, value in answers.items() if key not in AskedDays.model_fields}
    gone = {"source_date"} if answered.get("source") not in (None, old.get("source")) else set()
    new: dict[str, Tree] = {
        **{key: value for key, value in old.items() if key not in gone},
        **answered,
        "seen": "told",
    }
    again, one_day, day = answers.get("again"), answers.get("one_day"), _day_of(new.get("day"))
    if isinstance(again, dict) and day:
        new["repeat"] = _repeat(day, again)
    repeat = new.get("repeat")
    if isinstance(one_day, dict):
        before = repeat if isinstance(repeat, dict) else {}
        new["repeat"] = {**before, "changed": _with_change(before.get("changed"), one_day)}
    return new


def _day_of(text: object) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(text))
    except ValueError:
        return None


def _repeat(day: datetime.date, again: dict[str, Tree]) -> dict[str, Tree]:
    weekday, place = _WEEKDAYS[2 * day.weekday() :][:2], (day.day - 1) // 7 + 1
    rules = {
        "week": f"FREQ=WEEKLY;BYDAY={weekday}",
        "two-weeks": f"FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}",
        "month-weekday": f"FREQ=MONTHLY;BYDAY={place if place <= _ALWAYS_THERE else -1}{weekday}",
        "month-day": f"FREQ=MONTHLY;BYMONTHDAY={day.day}",
    }
    rule = f"{rules.get(str(again.get('every')), '')};UNTIL={str(again.get('until')).replace('-', '')}"
    left_out = again.get("except")
    return {"rule": rule, **({"except": left_out} if left_out else {})}


def _with_change(known: Tree | None, one_day: dict[str, Tree]) -> Tree:
    """Return the changed days with one more, or with that one as it is now, in their order."""
    others = [other for other in known if isinstance(other, dict)] if isinstance(known, list) else []
    kept = [other for other in others if other.get("day") != one_day.get("day")]
    ordered: list[Tree] = [*sorted([*kept, one_day], key=lambda change: str(change.get("day")))]
    return ordered
