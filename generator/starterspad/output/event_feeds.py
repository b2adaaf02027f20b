"""Calendars to subscribe to (iCalendar, RFC 5545): of all events, of a kind, a partner, a step, of one event.

Each date is an entry of its own, in universal time: no reader has to know rules, exceptions or when clocks change. What
an entry is known by follows from the site's address, the event and the day of its rule, so that a date that moves stays
the same entry, and one that is subscribed to twice is there once. No date has a file of its own: with one a day, two
hundred weekly events made eight thousand files, where a free host takes twenty thousand in all.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from starterspad.content.catalog import Catalog
from starterspad.content.models.event import Event
from starterspad.pages.localizer import Localizer
from starterspad.rules.event_dates import DAYS_AHEAD, EventDate, dates_in, zone_of

_LONGEST_LINE = 75  # octets, without the line break
# What is over stays in a feed for a while: calendars take out what a feed no longer holds.
_DAYS_BACK = 62
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_DAY = datetime.timedelta(1)


def uid_of(catalog: Catalog, date: EventDate) -> str:
    """Return what calendars know a date by, in every language and feed."""
    site = urlsplit(catalog.site.base_url)
    folder = site.path.strip("/").replace("/", ".")
    return f"{date.event}.{date.by_rule}{'.' if folder else ''}{folder}@{site.hostname or 'localhost'}"


def event_feeds(catalog: Catalog, language: str, today: datetime.date) -> Iterator[tuple[str, str]]:
    """Yield (path below the language, text) of every feed."""
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    first, last = today - _DAYS_BACK * _DAY, today + DAYS_AHEAD * _DAY
    dates = dates_in(catalog, first, last)
    calendar = _Calendar(catalog, localizer)
    yield "calendar.ics", calendar.text(localizer.messages.format("calendar.title"), dates)
    groups: dict[str, tuple[str, list[EventDate]]] = {}
    by_event: dict[str, list[EventDate]] = {}
    for date in dates:
        by_event.setdefault(date.event, []).append(date)
        for path, name in _groups(catalog, localizer, catalog.events[date.event]):
            groups.setdefault(path, (name, []))[1].append(date)
    for path, (name, own) in sorted(groups.items()):
        yield f"calendar/{path}.ics", calendar.text(name, own)
    for id, own in by_event.items():
        title = localizer.plain(catalog.events[id].title)
        yield f"events/{id}/all.ics", calendar.text(title, own)


def _groups(catalog: Catalog, localizer: Localizer, event: Event) -> Iterator[tuple[str, str]]:
    """Yield the feeds of parts that an event stands in: the path of each, and its name."""
    yield f"kind-{event.kind}", localizer.messages.format(f"event_kind.{event.kind}")
    yield f"partner-{event.organiser}", catalog.partners[event.organiser].name
    for step in event.helps_with:
        yield f"step-{step}", localizer.plain(catalog.tasks[step].title)


class _Calendar:
    """Writes dates as a calendar in one language."""

    def __init__(self, catalog: Catalog, localizer: Localizer) -> None:
        self._catalog, self._localizer = catalog, localizer
        self._zone: ZoneInfo | None = zone_of(catalog)
        # Each date stands in half a dozen feeds.
        self._entries: dict[tuple[str, datetime.date], str] = {}

    def text(self, name: str, dates: Iterable[EventDate]) -> str:
        """Return the text of a calendar: lines of 75 octets at most that end in CRLF."""
        portal = self._localizer.plain(self._catalog.site.name)
        head = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Starterspad//Events//EN",
            _property("X-WR-CALNAME", f"{portal}: {name}"),
            "REFRESH-INTERVAL;VALUE=DURATION:P1D",
            "X-PUBLISHED-TTL:P1D",
        ]
        return f"{_written(head)}{''.join(map(self._entry, dates))}END:VCALENDAR\r\n"

    def _entry(self, date: EventDate) -> str:
        known = (date.event, date.by_rule)
        if known not in self._entries:
            self._entries[known] = _written(self._lines(date))
        return self._entries[known]

    def _lines(self, date: EventDate) -> Iterator[str]:
        event, plain = self._catalog.events[date.event], self._localizer.plain
        page = f"{self._catalog.site.base_url}{self._localizer.language}/events/{date.event}/"
        where = [plain(event.place) if event.place else "", event.address or ""]
        where += [self._localizer.messages.format("attend.online")] if event.online else []
        note = [plain(date.changed.note)] if date.changed and date.changed.note else []
        about = [*note, plain(event.summary), event.registration or "", page]
        yield "BEGIN:VEVENT"
        yield _property("UID", uid_of(self._catalog, date))
        yield f"DTSTAMP:{event.checked:%Y%m%d}T000000Z"
        yield from self._hours(date)
        yield _property("SUMMARY", plain(event.title))
        yield _property("DESCRIPTION", "\n".join(filter(None, about)))
        if any(where):
            yield _property("LOCATION", ", ".join(filter(None, where)))
        yield f"URL:{page}"
        yield f"STATUS:{'CANCELLED' if date.cancelled else 'CONFIRMED'}"
        yield "END:VEVENT"

    def _hours(self, date: EventDate) -> Iterator[str]:
        if not date.starts:
            yield f"DTSTART;VALUE=DATE:{date.day:%Y%m%d}"
            yield f"DTEND;VALUE=DATE:{date.day + _DAY:%Y%m%d}"
            return
        end = "Z" if self._zone else ""
        yield f"DTSTART:{date.begins(self._zone):%Y%m%dT%H%M%S}{end}"
        if date.ends:
            yield f"DTEND:{date.over(self._zone):%Y%m%dT%H%M%S}{end}"


def _property(name: str, text: str) -> str:
    escaped = re.sub(r"[\\;,]", r"\\\g<0>", text).replace("\n", "\\n")
    return f"{name}:{_CONTROLS.sub('', escaped)}"


def _written(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    """Break a line before it is too long, never inside a character."""
    if len(line.encode()) <= _LONGEST_LINE:
        return line
    pieces, length = [""], 0
    for character in line:
        octets = len(character.encode())
        if length + octets > _LONGEST_LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += character
        length += octets
    return "\r\n".join(pieces)
