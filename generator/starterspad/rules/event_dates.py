"""The dates of events: each day on which one is held, by its rule, with what changed, and as a moment."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import EVENT
from starterspad.content.models.event import ChangedDay, Event
from starterspad.content.models.recurrence import rule_of

# So many days ahead a calendar shows: thirteen months, so that what is held once a year always stands in it.
DAYS_AHEAD = 396
_DAY = datetime.timedelta(1)


@dataclass(frozen=True)
class EventDate:
    """One time that an event is held.

    `by_rule` is the day that the rule says: what the date is known by, also where it is moved to another `day`. Without
    `starts` it takes the whole day. `number` counts the dates of the event from 1, in the order of the rule.
    """

    event: str
    by_rule: datetime.date
    number: int
    day: datetime.date
    starts: datetime.time | None
    ends: datetime.time | None
    cancelled: bool = False
    changed: ChangedDay | None = None

    @property
    def moved(self) -> bool:
        """Tell whether it is held at another time than its rule says."""
        return bool(self.changed and (self.changed.to or self.changed.starts or self.changed.ends))

    def begins(self, zone: ZoneInfo | None) -> datetime.datetime:
        """Return when it begins, in universal time; without a zone, as if the clocks of the place showed that."""
        return moment_of(self.day, self.starts or datetime.time(), zone)

    def over(self, zone: ZoneInfo | None) -> datetime.datetime:
        """Return when it is over, in universal time: with its day, where nobody says when it ends."""
        if self.starts and self.ends:
            ends = moment_of(self.day, self.ends, zone)
            # What begins in the hour that clocks skip would end before: it takes as long as its times say.
            lasts = datetime.datetime.combine(self.day, self.ends) - datetime.datetime.combine(self.day, self.starts)
            begins = self.begins(zone)
            return ends if ends > begins else begins + lasts
        return moment_of(self.day + _DAY, datetime.time(), zone)


def dates_of(id: str, event: Event, first: datetime.date, last: datetime.date) -> Iterator[EventDate]:
    """Yield the dates of an event from `first` to `last`, both included, in the order of its rule."""
    if event.day is None:
        return
    left_out = frozenset(event.repeat.except_) if event.repeat else frozenset()
    changed = {change.day: change for change in event.repeat.changed} if event.repeat else {}
    # What is moved may come into the time that is asked for from outside of it.
    latest = max((last, *changed))
    number = 0
    for by_rule in rule_of(event.repeat.rule).days(event.day) if event.repeat else (event.day,):
        if by_rule > latest:
            return
        if by_rule in left_out:
            continue
        number += 1
        date = _date(id, event, by_rule, number, changed.get(by_rule))
        if first <= date.day <= last:
            yield date


def dates_in(catalog: Catalog, first: datetime.date, last: datetime.date) -> list[EventDate]:
    """Return the dates of all events from `first` to `last`, both included, in the order in which they are held."""
    dates = (date for id, event in catalog.of(EVENT).items() for date in dates_of(id, event, first, last))
    return sorted(dates, key=lambda date: (date.day, date.starts or datetime.time(), date.event, date.by_rule))


def zone_of(catalog: Catalog) -> ZoneInfo | None:
    """Return the time zone of the place, where the instance names one."""
    return ZoneInfo(catalog.site.time_zone) if catalog.site.time_zone else None


def _date(id: str, event: Event, by_rule: datetime.date, number: int, changed: ChangedDay | None) -> EventDate:
    return EventDate(
        event=id,
        by_rule=by_rule,
        number=number,
        day=(changed and changed.to) or by_rule,
        starts=(changed and changed.starts) or event.starts,
        ends=(changed and changed.ends) or event.ends,
        cancelled=event.cancelled or bool(changed and changed.cancelled),
        changed=changed,
    )


def written_moment(moment: datetime.datetime, *, seconds: bool = True) -> str:
    """Write a moment in universal time as programs read it."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if seconds else f"{moment:%Y-%m-%dT%H:%MZ}"


def moment_of(day: datetime.date, time: datetime.time, zone: ZoneInfo | None) -> datetime.datetime:
    """Return when clocks show a time on a day, in universal time; without a zone, as if they showed that."""
    # Of two moments that the clocks show alike the first is meant; one that they skip counts as before the change.
    return datetime.datetime.combine(day, time, zone or datetime.UTC).astimezone(datetime.UTC)
