"""Events that name a place of the instance take its name and address over, where they say none themselves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from starterspad.content.models.event import Event
from starterspad.content.models.field_types import Record
from starterspad.content.models.physical_place import PhysicalPlace


def with_places(events: Mapping[str, Record], places: Mapping[str, Record]) -> dict[str, Event]:
    """Return the events, so that whoever shows one looks no place up; a place that is not there changes nothing."""
    return {id: _with_place(event, places) for id, event in cast("Mapping[str, Event]", events).items()}


def _with_place(event: Event, places: Mapping[str, Record]) -> Event:
    place = cast("PhysicalPlace | None", places.get(event.held_at or ""))
    if place is None:
        return event
    return event.model_copy(update={"place": event.place or place.title, "address": event.address or place.address})
