"""The next times at which a desk is open for whoever comes without an appointment, as a build knows them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from starterspad.content.catalog import Catalog
from starterspad.content.freshness import freshness
from starterspad.content.models.opening import Opening
from starterspad.content.models.partner import Partner, Service
from starterspad.content.models.recurrence import rule_of
from starterspad.rules.closed_days import closed_days
from starterspad.rules.event_dates import moment_of, zone_of
from starterspad.rules.helper_order import NOT_KNOWN

# So many days ahead a page knows: a site that is built each week never runs out of them.
_AHEAD = datetime.timedelta(28)
# So many times of a service: whoever cannot come at the next one may come at one of these.
_MOST = 8


@dataclass(frozen=True)
class OpenDesk:
    """A time at which a desk is open, by the clocks of the place.

    `begins` is when it opens and `over` when it closes, in universal time.
    """

    day: datetime.date
    opens: datetime.time
    closes: datetime.time
    begins: datetime.datetime
    over: datetime.datetime


def open_desks(catalog: Catalog, partner: Partner, service: Service, today: datetime.date) -> tuple[OpenDesk, ...]:
    """Return the next times at which a service is open; none where nobody says so, or looked for too long."""
    if not partner.helps or freshness(partner.last_checked, today) == "old":
        return ()
    return next_times(catalog, service.walk_in, today)


def next_times(catalog: Catalog, openings: Iterable[Opening], today: datetime.date) -> tuple[OpenDesk, ...]:
    """Return the next times at which some hours hold."""
    zone = zone_of(catalog)
    closed = closed_days(catalog.site, (today.year, (today + _AHEAD).year))
    times = sorted(
        {(day, opening.opens, opening.closes) for opening in openings for day in _days(opening, today, closed)}
    )
    return tuple(
        OpenDesk(day, opens, closes, moment_of(day, opens, zone), moment_of(day, closes, zone))
        for day, opens, closes in times[:_MOST]
    )


def next_opening(desks: Sequence[OpenDesk], now: datetime.datetime) -> float:
    """Return when the next desk opens that is not over, as a time stamp: before now where it is open."""
    return next((desk.begins.timestamp() for desk in desks if desk.over > now), NOT_KNOWN)


def _days(opening: Opening, today: datetime.date, closed: frozenset[datetime.date]) -> Iterator[datetime.date]:
    last = today + _AHEAD
    if opening.until:
        last = min(last, opening.until)
    days = takewhile(lambda day: day <= last, rule_of(opening.rule).days(opening.from_))
    return (day for day in days if day >= today and day not in closed and day not in opening.except_)
