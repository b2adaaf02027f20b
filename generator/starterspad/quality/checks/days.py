"""What only a day can tell: a notice or a fact has ended, and nobody looked at anything tomorrow.

The other checks say the same every day. These stand apart, so that a build does not warn of what an hour brings.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.fact_life import has_ended
from starterspad.content.problems import Location, Problem, quoted

# So many days may be mistyped; where more lie ahead, it is the clock that is wrong.
_MISTYPED = 10


def check_days(catalog: Catalog, today: datetime.date) -> Iterator[Problem]:
    """Notices and facts still hold on `today` (warnings), and what is said to have happened lies not ahead of it."""
    for id, notice in catalog.notices.items():
        if notice.until < today:
            message = f"the notice {quoted(id)} ended on {notice.until}"
            remedy = "take it out, or say until when it holds"
            yield Problem(catalog.location("notice", id, "until"), message, remedy, "ended", "warning")
    yield from _ended_facts(catalog, today)
    ahead = [(location, day) for location, day in days_of(catalog) if day > today]
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


def days_of(catalog: Catalog) -> Iterator[tuple[Location, datetime.date]]:
    """Yield every day on which something is said to have happened, with its place."""
    for id, fact in catalog.facts.items():
        yield catalog.location("fact", id, "checked"), fact.checked
        if fact.source_date:
            yield catalog.location("fact", id, "source_date"), _first_day(fact.source_date)
    for id, task in catalog.tasks.items():
        yield catalog.location("task", id, "checked"), task.checked
        for index, change in enumerate(task.changes):
            yield catalog.location("task", id, "changes", index, "on"), change.on
    for id, programme in catalog.programmes.items():
        yield catalog.location("programme", id, "checked"), programme.checked
    for id, partner in catalog.partners.items():
        at = catalog.places["partner", id].location
        yield at("checked"), partner.checked
        if partner.sources_date:
            yield at("sources_date"), _first_day(partner.sources_date)
        if partner.confirmed:
            yield at("confirmed", "on"), partner.confirmed.on
        if partner.paused:
            yield at("paused"), partner.paused
        if partner.left:
            yield at("left"), partner.left


def _first_day(written: str) -> datetime.date:
    """Return the first day of a year, of a month, or the day that is written."""
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return datetime.date(year, month, day)
