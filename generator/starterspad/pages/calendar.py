"""The calendar: what is held when, as a list, as months, and as feeds to subscribe to."""

from __future__ import annotations

import datetime
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from starterspad.content.models.event import Event
from starterspad.pages.directory import Choice, numbered, whom_named, whom_possible
from starterspad.pages.event_rows import EventRow, RhythmRow, coming, rhythms, with_anchors
from starterspad.pages.filters import FilterGroup, filter_groups
from starterspad.pages.page import Page, root_of, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Text
from starterspad.pages.shared import once

# More would make a page that no phone likes; who wants all subscribes.
_MOST = 200
# So many months stand open: what is held later is one tap away.
_OPEN = 2
_WEEK = 7


@dataclass(frozen=True)
class MonthDay:
    """A day in the table of a month: its number, 0 outside of the month, and what is held on it."""

    number: int
    anchor: str
    titles: tuple[Text, ...]


@dataclass(frozen=True)
class CalendarMonth:
    """A month with its dates: first as a list, then as a table of weeks. `written` is the month, such as 2026-12.

    The list of the first months stands `open`.
    """

    written: str
    open: bool
    rows: tuple[EventRow, ...]
    weeks: tuple[tuple[MonthDay, ...], ...]


@dataclass(frozen=True)
class Feed:
    """A calendar to subscribe to: the path of its file, and what it is called, as plain text."""

    path: str
    name: str


@dataclass(frozen=True)
class CalendarPage:
    """The calendar; `weekdays` as people write them short and in full, in the order of their weeks.

    `more` counts the dates that come after those that it shows. `add` is where an organisation writes to, or empty.
    """

    count: int
    more: int
    months: tuple[CalendarMonth, ...]
    weekdays: tuple[tuple[str, str], ...]
    groups: tuple[FilterGroup, ...]
    rhythms: tuple[RhythmRow, ...]
    feeds: tuple[Feed, ...]
    add: str
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the calendar, also where nothing stands in it."""
    rows = coming(inputs)
    groups, answers = event_filters(inputs)
    shown = with_anchors(rows[:_MOST], answers)
    messages = inputs.localizer.messages
    context = CalendarPage(
        count=len(shown),
        more=len(rows) - len(shown),
        months=tuple(
            _month(month, tuple(own), messages.first_weekday, opened=place < _OPEN)
            for place, (month, own) in enumerate(groupby(shown, key=lambda row: row.date.day.replace(day=1)))
        ),
        weekdays=messages.weekdays,
        groups=filter_groups(inputs, groups),
        rhythms=rhythms(inputs),
        feeds=tuple(_feeds(inputs, rows)),
        add=inputs.address_about(messages.format("calendar.add_title"), root_of("calendar/")),
        talk=inputs.talk,
    )
    yield single_page(inputs, context, "calendar/", "calendar")


def _month(month: datetime.date, rows: tuple[EventRow, ...], first_weekday: int, *, opened: bool) -> CalendarMonth:
    titles: dict[int, list[Text]] = {}
    for row in rows:
        titles.setdefault(row.date.day.day, []).append(row.event.title)
    length = monthrange(month.year, month.month)[1]
    before = (month.weekday() - first_weekday) % _WEEK
    days = [MonthDay(0, "", ())] * before
    days += [
        MonthDay(number, f"on-{month.replace(day=number)}", tuple(titles.get(number, ())))
        for number in range(1, length + 1)
    ]
    days += [MonthDay(0, "", ())] * (-len(days) % _WEEK)
    weeks = tuple(tuple(days[start : start + _WEEK]) for start in range(0, len(days), _WEEK))
    return CalendarMonth(f"{month:%Y-%m}", opened, rows, weeks)


def _feeds(inputs: PageInputs, rows: tuple[EventRow, ...]) -> Iterator[Feed]:
    messages = inputs.localizer.messages
    yield Feed("calendar.ics", messages.format("calendar.everything"))
    for kind in dict.fromkeys(row.event.kind for row in rows):
        yield Feed(f"calendar/kind-{kind}.ics", messages.format(f"event_kind.{kind}"))
    for partner in dict.fromkeys(row.organiser for row in rows):
        yield Feed(f"calendar/partner-{partner.id}.ics", partner.name)


Filters = tuple[dict[str, tuple[Choice, ...]], dict[str, str]]
"""The choices by group, and for each event the numbers of those that it answers to."""


def event_filters(inputs: PageInputs) -> Filters:
    """Gather the choices that at least one event with a date answers to; what nobody answers to is not offered."""
    return once(inputs.shared, "event_filters", lambda: _filters(inputs, coming(inputs)))


def _filters(inputs: PageInputs, rows: tuple[EventRow, ...]) -> Filters:
    events = {row.date.event: row.event for row in rows}
    values = {id: _values(inputs, event) for id, event in events.items()}
    used = set[tuple[str, str]]().union(*values.values())
    groups, numbers = numbered(_possible(inputs, used), used)
    in_order = {id: sorted(numbers[value] for value in own) for id, own in values.items()}
    return groups, {id: " ".join(map(str, own)) for id, own in in_order.items()}


def _values(inputs: PageInputs, event: Event) -> set[tuple[str, str]]:
    """Return the (group, value) pairs of an event: of what nobody knows, none."""
    site = inputs.catalog.site
    area = event.area or site.areas.id
    there = {"there"} if event.place or event.address else set()
    by_group: dict[str, set[str]] = {
        "kind": {event.kind},
        "audience": {event.audience},
        "help": {id for id, guide in inputs.catalog.guides_in_order("theme") if {*guide.tasks} & {*event.helps_with}},
        "whom": whom_named(inputs.catalog, event.when),
        # What is for a wider area is for each place in it.
        "area": {place.id for place in site.areas.walk() if area in site.area_and_around(place.id)},
        "attend": there | ({"online"} if event.online else set()),
        "cost": set(filter(None, [event.cost])),
        "language": set(event.languages or site.assumed_languages(area)),
    }
    return {(group, value) for group, values in by_group.items() for value in values}


def _possible(inputs: PageInputs, used: set[tuple[str, str]]) -> dict[str, list[str]]:
    """List the values of each group, in the order in which readers meet them."""
    catalog = inputs.catalog
    return {
        "kind": ["info", "workshop", "course", "meeting", "advice", "fair"],
        "audience": ["starters", "advisers", "partners"],
        "help": [id for id, _ in catalog.guides_in_order("theme")],
        "whom": whom_possible(catalog),
        "area": [area.id for area in catalog.site.areas.walk()],
        "attend": ["there", "online"],
        "cost": ["free", "mixed", "paid", "membership"],
        "language": sorted(value for group, value in used if group == "language"),
    }
