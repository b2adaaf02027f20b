"""Events: what is held on which days, by whom and for whom. An event's file is written by a stranger, as a partner's.

What nobody knows is left out. An event without a known day says in what rhythm it is held, and is shown as something to
ask about, never with a day that somebody made up.
"""

from __future__ import annotations

import datetime
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import Field, model_validator

from starterspad.content.limits import MOST_CHANGED
from starterspad.content.models.condition import Conditional
from starterspad.content.models.field_types import (
    Clock,
    Date,
    Id,
    Language,
    Line,
    Record,
    ShortText,
    SourceUrl,
    Title,
    Url,
    YesNo,
)
from starterspad.content.models.recurrence import RuleText, check_year, rule_of
from starterspad.content.models.source import SourceDate
from starterspad.content.models.wrong import wrong

EventKind = Literal["info", "workshop", "course", "meeting", "advice", "fair"]
EventCost = Literal["free", "paid", "mixed", "membership"]
Audience = Literal["starters", "advisers", "partners"]
# As in `Seen`, but for who looked at the page of today: dates go out of date before anybody has confirmed them.
EventSeen = Literal["copy", "archived", "news", "told"]
# What lies outside is mistyped, and would be counted for a long time.


class ChangedDay(Record):
    """A day of the rule that is cancelled, or held at another time."""

    day: Date
    """The day that the rule says."""
    cancelled: YesNo = Field(default=False, examples=["false"])
    """It is not held, and people are told so."""
    to: Date | None = None
    """The day on which it is held instead."""
    starts: Clock | None = None
    """When it begins that time."""
    ends: Clock | None = None
    """When it ends that time."""
    note: ShortText | None = None
    """What people must know about it."""

    @model_validator(mode="after")
    def _says_one_thing(self) -> ChangedDay:
        other = self.to or self.starts or self.ends
        if self.cancelled and other:
            raise wrong("changed", "a day is cancelled or held at another time, not both", "take one of the two out")
        if not (self.cancelled or other or self.note):
            raise wrong("changed", "this changes nothing about the day", "write cancelled: true, or to: and a day")
        return self


class Repeat(Record):
    """How an event is held again."""

    rule: RuleText
    """The rule, as calendars write it: so often, on these days, so many times or until a day."""
    except_: Annotated[tuple[Date, ...], Field(alias="except", max_length=MOST_CHANGED)] = Field(
        default=(), alias="except", examples=["[2026-12-24, 2026-12-31]"]
    )
    """Days of the rule on which it was never meant to be held, such as those of a holiday."""
    changed: Annotated[tuple[ChangedDay, ...], Field(max_length=MOST_CHANGED)] = Field(
        default=(), examples=["[{day: 2026-12-17, cancelled: true}]"]
    )
    """Days of the rule that are cancelled or held at another time, once people know of them."""


class Event(Conditional):
    """Something that is held on a day, or again and again."""

    title: Title = Field(examples=["{en: An evening about prices}"])
    """What it is called."""
    summary: ShortText
    """What happens there."""
    kind: EventKind
    """What sort of event it is."""
    organiser: Id = Field(examples=["town-desk"])
    """The partner that holds it."""
    audience: Audience = "starters"
    """Who is invited: starters, those who advise them, or the partners themselves."""
    day: Date | None = Field(default=None, examples=["2026-12-03"])
    """The day on which it is held, the first where it is held again. Only a page of now may be its source."""
    starts: Clock | None = None
    """When it begins, by the clocks of the place; without it, it takes the whole day."""
    ends: Clock | None = Field(default=None, examples=['"11:30"'])
    """When it ends, on the same day."""
    repeat: Repeat | None = Field(
        default=None, examples=["{rule: FREQ=WEEKLY;BYDAY=TH;COUNT=11, except: [2026-12-24]}"]
    )
    """How it is held again."""
    rhythm: Title | None = Field(default=None, examples=["{en: Once a month}"])
    """How often it is held, in words. Where no day is known this is needed, and people are told to ask."""
    one_registration: YesNo = False
    """Who registers once comes to all of its days."""
    cancelled: YesNo = False
    """It is not held, and people are told so."""
    place: Title | None = Field(default=None, examples=["{en: The library}"])
    """What the place is called."""
    address: Line | None = Field(default=None, examples=['"1 Market Square, Town"'])
    """Where that is."""
    held_at: Id | None = Field(default=None, examples=["library"])
    """The place of `content/places/` that it is held at: its name and address stand here where nothing else is said."""
    area: Id | None = Field(default=None, examples=["town"])
    """The area that it is in, or for; without it, all of the portal's."""
    online: YesNo = False
    """One may take part from home."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] | None = Field(default=None, examples=["[en, nl]"])
    """The languages that are spoken there."""
    cost: EventCost | None = None
    """What one pays."""
    cost_note: Title | None = None
    """What there is to say about the cost."""
    for_whom: ShortText | None = None
    """For whom it is, in words."""
    helps_with: tuple[Id, ...] = Field(default=(), examples=["[first-talk]"])
    """The steps that it helps with, and on whose pages it stands."""
    capacity: Title | None = Field(default=None, examples=["{en: Twelve people at most}"])
    """How many may come, in words."""
    registration: Url | None = None
    """The page on which one registers."""
    source: SourceUrl
    """The page that says so."""
    source_date: SourceDate | None = None
    """What date that page bears: none where it bears none."""
    seen: EventSeen
    """How it was seen. Nobody but the organisation itself tells a day for certain: register before you go."""
    checked: Date
    """When somebody last looked, in the way that `seen` says."""

    @model_validator(mode="after")
    def _has_days(self) -> Event:
        if self.day is None and self.rhythm is None:
            raise wrong("event", "an event needs its day", "write day: 2026-12-03, or rhythm: where no day is known")
        if self.day is None:
            beside = next((key for key in ("starts", "ends", "repeat") if getattr(self, key)), "")
            if beside:
                raise wrong("event", f"{beside} belongs to a day", "write the first day, or take this out", beside)
            return self
        check_year(self.day, "event", "day")
        _check_hours(self.starts, self.ends)
        if self.repeat:
            _check_repeat(self.day, self.repeat)
            for changed in self.repeat.changed:
                _check_hours(changed.starts or self.starts, changed.ends or self.ends, "repeat")
        return self


def _check_hours(starts: datetime.time | None, ends: datetime.time | None, inside: str = "ends") -> None:
    if ends and not starts:
        raise wrong("event", "it ends, and nothing says when it begins", "write starts: and the time", inside)
    if starts and ends and ends <= starts:
        remedy = "write a later time; what goes on after midnight ends at 23:59"
        raise wrong("event", f"it ends at {ends:%H:%M}, and begins at {starts:%H:%M}", remedy, inside)


def _check_repeat(first: datetime.date, repeat: Repeat) -> None:
    rule = rule_of(repeat.rule)
    if next(rule.days(first), None) != first:
        remedy = "write the first day on which it is held in day, or mend the rule"
        raise wrong("event", f"{first} is no day of the rule", remedy, "day")
    changed = [change.day for change in repeat.changed]
    named = sorted((*repeat.except_, *changed))
    for day in (*named, *(change.to for change in repeat.changed if change.to)):
        check_year(day, "event", "repeat")
    for before, day in pairwise(named):
        if before == day:
            raise wrong("event", f"{day} is named twice in except and changed", "keep it once", "repeat")
    strange = rule.lacks(first, named)
    if strange:
        raise wrong("event", f"{strange} is no day of the rule", "look at the days of the rule", "repeat")
