"""Events, hours and news: the area exists, and an hour is of some place."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import NEWS, PLACE
from starterspad.content.problems import Location, Problem, quoted
from starterspad.quality.checks.references import must_exist


def check_events(catalog: Catalog) -> Iterator[Problem]:
    """Areas exist, a step is named once, and where an event has an hour the instance says in which time zone."""
    areas = [area.id for area in catalog.site.areas.walk()]
    for id, event in catalog.events.items():
        at = catalog.places["event", id].location
        if event.area:
            yield from must_exist(at("area"), "area", event.area, areas)
        for place, task in enumerate(event.helps_with):
            if task in event.helps_with[:place]:
                yield Problem(
                    at("helps_with", place), f"{quoted(task)} stands twice in helps_with", "keep it once", "id"
                )
        if event.starts and not catalog.site.time_zone:
            yield _without_clocks(at("starts"))
    for id, record in catalog.of(PLACE).items():
        if record.area:
            yield from must_exist(catalog.location(PLACE.name, id, "area"), "area", record.area, areas)
        if record.hours and not catalog.site.time_zone:
            yield _without_clocks(catalog.location(PLACE.name, id, "hours"))
    for id, partner in catalog.partners.items() if not catalog.site.time_zone else ():
        for index, service in enumerate(partner.services):
            if service.walk_in:
                yield _without_clocks(catalog.location("partner", id, "services", index, "walk_in"))


def check_news(catalog: Catalog) -> Iterator[Problem]:
    """The area of news exists."""
    areas = [area.id for area in catalog.site.areas.walk()]
    for id, item in catalog.of(NEWS).items():
        if item.area:
            yield from must_exist(catalog.location(NEWS.name, id, "area"), "area", item.area, areas)


def _without_clocks(location: Location) -> Problem:
    message = "nothing says by which clocks this begins"
    return Problem(location, message, "write time_zone: in site_config.yml, such as Europe/Brussels", "time-zone")
