"""What only a day can tell: a notice or a fact has ended, and nobody looked at anything tomorrow.

The other checks say the same every day. These stand apart, so that a build does not warn of what an hour brings.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.each_record import of_each_record
from starterspad.content.fact_life import has_ended
from starterspad.content.kinds import NEWS
from starterspad.content.models.field_types import Record
from starterspad.content.models.inner_records import Path, inner_records
from starterspad.content.place import Place
from starterspad.content.problems import Problem, quoted
from starterspad.content.record_memory import InPlace
from starterspad.rules.event_dates import dates_of

# So many days may be mistyped; where more lie ahead, it is the clock that is wrong.
_MISTYPED = 10
# Where it is written it may be tomorrow already: the day of a build is that of UTC.
_GRACE = datetime.timedelta(1)
# Fields of these names hold a day that may come; every other day has been.
COMING = frozenset(("from_", "until", "valid_from", "valid_until", "day", "to", "except_", "closed_days"))
# Fields of these names hold the date that a page bears, which may be a year or a month.
SOURCE_DATES = frozenset(("date", "source_date", "sources_date"))


def check_days(catalog: Catalog, today: datetime.date) -> Iterator[Problem]:
    """Notices and facts still hold on `today` (warnings), and what is said to have happened lies not ahead of it."""
    for id, notice in catalog.notices.items():
        if notice.until < today:
            message = f"the notice {quoted(id)} ended on {notice.until}"
            remedy = "take it out, or say until when it holds"
            yield Problem(catalog.location("notice", id, "until"), message, remedy, "ended", "warning")
    yield from _ended_facts(catalog, today)
    yield from _past_events(catalog, today)
    for id, item in catalog.of(NEWS).items():
        if item.last_day < today:
            message = f"{quoted(id)} was news until {item.last_day}"
            remedy = "take its file out, or say until when it is news"
            yield Problem(catalog.location("news-item", id), message, remedy, "ended", "warning")
    yield from check_days_ahead(catalog, today)


def check_days_ahead(catalog: Catalog, today: datetime.date) -> Iterator[Problem]:
    """What is said to have happened lies not ahead of `today`: it would look fresh for ever. Errors, a day of grace."""
    ahead = [(place.location(*path), day) for place, path, day in days_of(catalog) if day > today + _GRACE]
    if len(ahead) > _MISTYPED:
        location, day = min(ahead)
        message = f"{len(ahead)} days lie ahead of {today}, {day} among them"
        remedy = "set the clock of this machine, or name the day with --today"
        yield Problem(location, message, remedy, "ahead")
    else:
        for location, day in ahead:
            message = f"{day} lies ahead of {today}"
            yield Problem(location, message, "write the day on which it happened", "ahead")


def _ended_facts(catalog: Catalog, today: datetime.date) -> Iterator[Problem]:
    for id, fact in catalog.facts.items():
        if fact.next and fact.next.from_ <= today:
            message = f"since {fact.next.from_} the fact {quoted(id)} has its next value"
            remedy = "make that its value, with its source, valid_from and seen, and take next out"
            yield Problem(catalog.location("fact", id, "next"), message, remedy, "ended", "warning")
        elif has_ended(fact, today):
            message = f"the fact {quoted(id)} held until {fact.valid_until}"
            remedy = "look up what holds now, and write its value, source, valid_from and seen"
            yield Problem(catalog.location("fact", id, "valid_until"), message, remedy, "ended", "warning")


def _past_events(catalog: Catalog, today: datetime.date) -> Iterator[Problem]:
    for id, event in catalog.events.items():
        if event.day and not any(dates_of(id, event, today, datetime.date.max)):
            message = f"the last day of the event {quoted(id)} has passed"
            remedy = "take its file out, or write when it is held next"
            yield Problem(catalog.location("event", id, "day"), message, remedy, "ended", "warning")


def days_of(catalog: Catalog) -> Iterator[tuple[Place, Path, datetime.date]]:
    """Yield every day on which something is said to have happened, in a record of any kind: its place and path."""
    confirmed = {(entry.kind, entry.id, entry.on) for entry in catalog.seen_live.values()}

    def look(at: InPlace) -> Iterator[tuple[Place, Path, datetime.date]]:
        for path, day in _days_in(at.record) if at.record else ():
            # That day stands in another file, where it is looked at.
            if path != ("checked",) or (at.kind, at.id, day) not in confirmed:
                yield at.place, path, day

    yield from of_each_record(catalog, look, confirmed)


def _days_in(record: Record) -> Iterator[tuple[Path, datetime.date]]:
    for path, part in inner_records(record):
        for name in type(part).model_fields:
            value = getattr(part, name)
            if isinstance(value, datetime.date) and name not in COMING:
                yield (*path, name), value
            elif isinstance(value, str) and name in SOURCE_DATES:
                yield (*path, name), _first_day(value)


def _first_day(written: str) -> datetime.date:
    """Return the first day of a year, of a month, or the day that is written."""
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return datetime.date(year, month, day)
