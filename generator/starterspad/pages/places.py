"""Places that one can walk into: where they are, when they are open, and what is held there."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from starterspad.content.freshness import freshness
from starterspad.content.kinds import EVENT, PLACE
from starterspad.content.models.physical_place import PhysicalPlace
from starterspad.pages.event_rows import EventRow, next_of_each
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PartnerLink
from starterspad.rules.open_desks import next_times

# So many times a reader looks through; the hours come back.
_TIMES = 4


@dataclass(frozen=True)
class OpenTime:
    """A time at which a place is open; `over` is the moment at which it closes, in universal time."""

    day: datetime.date
    opens: datetime.time
    closes: datetime.time
    over: str


@dataclass(frozen=True)
class PlaceRow:
    """A place with its next times, and the dates of what is held there; `map` opens whatever map a phone has."""

    id: str
    place: PhysicalPlace
    partner: PartnerLink | None
    map: str
    times: tuple[OpenTime, ...]
    dates: tuple[EventRow, ...]


@dataclass(frozen=True)
class PlacesPage:
    """The places, in the order of their files."""

    places: tuple[PlaceRow, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the places; none without any."""
    places = inputs.catalog.of(PLACE)
    if places:
        rows = tuple(_row(inputs, id, place) for id, place in places.items())
        yield single_page(inputs, PlacesPage(rows, inputs.talk), "places/", "places")


def _row(inputs: PageInputs, id: str, place: PhysicalPlace) -> PlaceRow:
    held = [event for event, record in inputs.catalog.of(EVENT).items() if record.held_at == id]
    known = freshness(place.checked, inputs.today) != "old"
    times = next_times(inputs.catalog, place.hours, inputs.today)[:_TIMES] if known else ()
    return PlaceRow(
        id,
        place,
        inputs.partners[place.partner] if place.partner else None,
        f"geo:{place.point}" if place.point else f"geo:0,0?q={quote(place.address)}",
        tuple(OpenTime(time.day, time.opens, time.closes, f"{time.over:%Y-%m-%dT%H:%M:%SZ}") for time in times),
        next_of_each(inputs, held),
    )
