"""The dates of events as lists show them: on the calendar, on an event's page, on those of steps and organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from starterspad.content.models.event import Event
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PartnerLink
from starterspad.pages.shared import once
from starterspad.rules.event_dates import DAYS_AHEAD, EventDate, dates_in, written_moment, zone_of

Row = TypeVar("Row")

# So many dates stand on the page of a step or of an organisation; the calendar has the others.
_NEXT = 3


@dataclass(frozen=True)
class EventRow:
    """A date of an event in a list.

    `over` is the moment at which it is over, in universal time; `file` leads to the calendar file of the event, with
    all of its dates. `anchor` is the id of the first date of a day on the calendar; `answers` are the
    numbers of the choices of its filters that the event answers to. Both are empty elsewhere.
    """

    path: str
    event: Event
    date: EventDate
    organiser: PartnerLink
    over: str
    file: str
    anchor: str = ""
    answers: str = ""


@dataclass(frozen=True)
class RhythmRow:
    """An event of which no day is known."""

    path: str
    event: Event
    organiser: PartnerLink


@dataclass(frozen=True)
class ComingDates:
    """The next dates about a record, the path of the feed of all of them, and what is held without a known day."""

    rows: tuple[EventRow, ...]
    feed: str
    rhythms: tuple[RhythmRow, ...] = ()


def coming(inputs: PageInputs) -> tuple[EventRow, ...]:
    """Return every date from the day of the build on, for thirteen months."""
    return once(inputs.shared, "coming", lambda: _coming(inputs))


def rhythms(inputs: PageInputs) -> tuple[RhythmRow, ...]:
    """Return the events of which no day is known: something to ask about."""
    return once(
        inputs.shared,
        "rhythms",
        lambda: tuple(
            RhythmRow(f"events/{id}/", event, inputs.partners[event.organiser])
            for id, event in inputs.catalog.events.items()
            if event.rhythm and not event.day and not event.cancelled
        ),
    )


def coming_of_step(inputs: PageInputs, id: str) -> ComingDates:
    """Return the next dates that help with a step."""
    return once(inputs.shared, "coming_of_steps", lambda: _ComingBy(inputs, lambda event: event.helps_with)).of(
        id, f"calendar/step-{id}.ics"
    )


def coming_of_partner(inputs: PageInputs, id: str) -> ComingDates:
    """Return the next dates that an organisation holds."""
    return once(inputs.shared, "coming_of_partners", lambda: _ComingBy(inputs, lambda event: [event.organiser])).of(
        id, f"calendar/partner-{id}.ics"
    )


class _ComingBy:
    """The dates and the events without a known day, by what their events name."""

    def __init__(self, inputs: PageInputs, names: Callable[[Event], Iterable[str]]) -> None:
        self._rows = _gathered(coming(inputs), lambda row: names(row.event))
        self._rhythms = _gathered(rhythms(inputs), lambda row: names(row.event))

    def of(self, name: str, feed: str) -> ComingDates:
        return ComingDates(self._rows.get(name, ())[:_NEXT], feed, self._rhythms.get(name, ()))


def coming_for_starters(inputs: PageInputs) -> ComingDates:
    """Return the next dates that starters are invited to."""
    rows = [row for row in coming(inputs) if row.event.audience == "starters" and not row.date.cancelled]
    return ComingDates(tuple(rows[:_NEXT]), "calendar.ics")


def coming_of_event(inputs: PageInputs, id: str) -> tuple[EventRow, ...]:
    """Return the dates of an event that come."""
    by_event = once(inputs.shared, "coming_of_events", lambda: _gathered(coming(inputs), lambda row: [row.date.event]))
    return by_event.get(id, ())


def next_of_each(inputs: PageInputs, ids: Sequence[str]) -> tuple[EventRow, ...]:
    """Return the next dates of each of some events, in the order in which they are held."""
    rows = [row for id in ids for row in coming_of_event(inputs, id)[:_NEXT] if not row.date.cancelled]
    return tuple(sorted(rows, key=lambda row: row.over))


def _coming(inputs: PageInputs) -> tuple[EventRow, ...]:
    catalog, zone = inputs.catalog, zone_of(inputs.catalog)
    last = inputs.today.fromordinal(inputs.today.toordinal() + DAYS_AHEAD)
    return tuple(
        EventRow(
            path=f"events/{date.event}/",
            event=catalog.events[date.event],
            date=date,
            organiser=inputs.partners[catalog.events[date.event].organiser],
            over=written_moment(date.over(zone)),
            file=f"events/{date.event}/all.ics",
        )
        for date in dates_in(catalog, inputs.today, last)
    )


def _gathered(rows: Iterable[Row], names: Callable[[Row], Iterable[str]]) -> Mapping[str, tuple[Row, ...]]:
    """Return rows by each name of theirs, in their order."""
    by_name: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for name in dict.fromkeys(names(row)):
            by_name[name].append(row)
    return {name: tuple(own) for name, own in by_name.items()}


def with_anchors(rows: tuple[EventRow, ...], answers: Mapping[str, str]) -> tuple[EventRow, ...]:
    """Return dates with what the calendar's script needs: an id for the first of each day, and what each answers to."""
    days = [row.date.day for row in rows]
    return tuple(
        replace(
            row,
            anchor="" if place and days[place - 1] == row.date.day else f"on-{row.date.day}",
            answers=answers[row.date.event],
        )
        for place, row in enumerate(rows)
    )
