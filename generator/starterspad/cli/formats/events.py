"""The answer of `portal events expand`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal, TypedDict
from zoneinfo import ZoneInfo

from starterspad.content.catalog import Catalog
from starterspad.content.localised_text import localised
from starterspad.content.schema_numbers import EVENTS_SCHEMA
from starterspad.output.event_feeds import uid_of
from starterspad.rules.event_dates import EventDate, dates_in, written_moment, zone_of


class EventDateAnswer(TypedDict):
    """One date of an event.

    `by_rule` is the day of its rule, `day` the one on which it is held; `starts` and `ends` are by the clocks of the
    place, null for the whole day; `starts_utc` and `ends_utc` the moments, null likewise. `number` counts the dates of
    the event. `uid` is what calendars know the date by.
    """

    event: str
    title: dict[str, str]
    by_rule: str
    day: str
    starts: str | None
    ends: str | None
    starts_utc: str | None
    ends_utc: str | None
    number: int
    status: Literal["held", "moved", "cancelled"]
    uid: str


class EventsAnswer(TypedDict):
    """All dates between two days, in the order in which they are held; `from` and `to` are both included."""

    schema: int
    time_zone: str | None
    dates: list[EventDateAnswer]


def events_json(catalog: Catalog, first: datetime.date, last: datetime.date) -> EventsAnswer:
    """Return the dates of all events between two days, both included."""
    zone = zone_of(catalog)
    dates = [_date(catalog, date, zone) for date in dates_in(catalog, first, last)]
    return {"schema": EVENTS_SCHEMA, "time_zone": catalog.site.time_zone, "dates": dates}


def events_lines(catalog: Catalog, first: datetime.date, last: datetime.date) -> Iterator[str]:
    """Yield a line for each date between two days, both included; one that says so where there is none."""
    language = catalog.site.default_language
    dates = dates_in(catalog, first, last)
    for date in dates:
        title, _ = localised(catalog.events[date.event].title, language, language)
        hours = "-".join(f"{time:%H:%M}" for time in (date.starts, date.ends) if time)
        words = [str(date.day), hours or "whole day", date.event, title]
        yield "  ".join([*words, *(["(cancelled)"] if date.cancelled else ["(moved)"] if date.moved else [])])
    if not dates:
        yield "No event is held on these days."


def _date(catalog: Catalog, date: EventDate, zone: ZoneInfo | None) -> EventDateAnswer:
    return {
        "event": date.event,
        "title": dict(catalog.events[date.event].title),
        "by_rule": date.by_rule.isoformat(),
        "day": date.day.isoformat(),
        "starts": f"{date.starts:%H:%M}" if date.starts else None,
        "ends": f"{date.ends:%H:%M}" if date.ends else None,
        "starts_utc": written_moment(date.begins(zone)) if date.starts and zone else None,
        "ends_utc": written_moment(date.over(zone)) if date.ends and zone else None,
        "number": date.number,
        "status": "cancelled" if date.cancelled else "moved" if date.moved else "held",
        "uid": uid_of(catalog, date),
    }
