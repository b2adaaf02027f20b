"""The page of one event: when it is held, where, for whom, and how one registers; and the same for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from markupsafe import Markup

from starterspad.content.models.event import Event
from starterspad.pages.event_rows import EventRow, coming_of_event
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Contact, PartnerLink, Step, Text, contact_of
from starterspad.rules.event_dates import zone_of

# So many dates stand on the page, and in what it tells other programs; a calendar has the others.
_MOST = 60


@dataclass(frozen=True)
class EventPage:
    """The event with its dates that come; `held_at` leads to its place, where that has an entry on the page of places.

    `whole` is the calendar file of all of them, or empty; `structured` what search engines read (schema.org, JSON).
    """

    event: Event
    organiser: PartnerLink
    contact: Contact
    area: Text
    held_at: str
    rows: tuple[EventRow, ...]
    steps: tuple[Step, ...]
    whole: str
    structured: Markup


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each event."""
    catalog = inputs.catalog
    for id, event in catalog.events.items():
        rows = coming_of_event(inputs, id)[:_MOST]
        context = EventPage(
            event=event,
            organiser=inputs.partners[event.organiser],
            contact=contact_of(catalog.partners[event.organiser]),
            area=inputs.area_titles[event.area or catalog.site.areas.id],
            held_at=f"places/#{event.held_at}" if event.held_at else "",
            rows=rows,
            steps=inputs.step_links(event.helps_with),
            whole=f"events/{id}/all.ics" if rows else "",
            structured=_structured(inputs, id, event, rows),
        )
        yield record_page(inputs, context, f"events/{id}/", event.title, event.summary)


def _structured(inputs: PageInputs, id: str, event: Event, rows: tuple[EventRow, ...]) -> Markup:
    """Return the dates as schema.org has them; a browser takes it for data and runs none of it."""
    zone = zone_of(inputs.catalog)
    kind = {"@context": "https://schema.org", "@type": "Event"}
    dates = [{**kind, **_date(inputs, id, event, row, zone)} for row in rows]
    text = json.dumps(dates[0] if len(dates) == 1 else dates, ensure_ascii=False) if dates else ""
    # Nothing in it may end the element that it stands in, whatever stands in the file of an event.
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704  # what HTML reads is escaped as JSON has it


def _date(inputs: PageInputs, id: str, event: Event, row: EventRow, zone: ZoneInfo | None) -> dict[str, object]:
    plain, site = inputs.localizer.plain, inputs.catalog.site
    page = f"{site.base_url}{inputs.language}/events/{id}/"
    partner = inputs.catalog.partners[event.organiser]
    status = "EventCancelled" if row.date.cancelled else "EventRescheduled" if row.date.moved else "EventScheduled"
    there = event.place or event.address
    mode = "Mixed" if there and event.online else "Online" if event.online else "Offline"
    organiser = {"@type": "Organization", "name": partner.name, **({"url": partner.website} if partner.website else {})}
    data: dict[str, object] = {
        "name": plain(event.title),
        "description": plain(event.summary),
        "url": page,
        "startDate": _moment(row, zone, end=False),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "organizer": organiser,
        "location": _locations(inputs, event, page),
    }
    if row.date.ends:
        data["endDate"] = _moment(row, zone, end=True)
    if row.date.moved:
        data["previousStartDate"] = row.date.by_rule.isoformat()
    if event.cost == "free":
        data["isAccessibleForFree"] = True
    if event.languages:
        data["inLanguage"] = list(event.languages)
    return data


def _moment(row: EventRow, zone: ZoneInfo | None, *, end: bool) -> str:
    """Write a moment with how far the clocks of the place are ahead; only the day, where it has no hour."""
    if not row.date.starts:
        return row.date.day.isoformat()
    moment = row.date.over(zone) if end else row.date.begins(zone)
    return moment.astimezone(zone).isoformat() if zone else moment.replace(tzinfo=None).isoformat()


def _locations(inputs: PageInputs, event: Event, page: str) -> list[dict[str, object]]:
    plain = inputs.localizer.plain
    locations: list[dict[str, object]] = []
    if event.online:
        locations.append({"@type": "VirtualLocation", "url": event.registration or page})
    if event.place or event.address or not event.online:
        area = plain(inputs.area_titles[event.area or inputs.catalog.site.areas.id])
        name = plain(event.place) if event.place else event.address or area
        locations.append({"@type": "Place", "name": name, "address": event.address or area})
    return locations
