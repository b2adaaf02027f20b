"""Who else helps with a task: the nearest few by name, and how many in all.

A page that named everybody would grow with their number, and all pages together with its square.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from starterspad.content.catalog import Catalog
from starterspad.content.folding import name_order
from starterspad.content.limits import MOST_NEIGHBOURS


class Neighbours:
    """The partners that help with each task, by the areas where they do."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._nearest_areas: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _alphabetical(self) -> tuple[str, ...]:
        partners = self.catalog.partners
        return tuple(sorted(partners, key=lambda partner: (name_order(partners[partner].name), partner)))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {id: place for place, id in enumerate(self._alphabetical)}

    @cached_property
    def _by_task(self) -> dict[str, dict[str, list[int]]]:
        """By task and area the places of those who help there, in order."""
        gathered: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for id, partner, service in self.catalog.services():
            for task in service.helps_with:
                gathered[task][self.catalog.service_area(partner, service)].add(self._places[id])
        return {task: {area: sorted(places) for area, places in by_area.items()} for task, by_area in gathered.items()}

    @cached_property
    def _counts(self) -> dict[str, int]:
        return {task: len(set().union(*by_area.values())) for task, by_area in self._by_task.items()}

    def count(self, task: str) -> int:
        """Return how many help with a task beside one of them; none where nobody is sent to them."""
        return max(0, self._counts.get(task, 0) - 1)

    def nearest(self, task: str, partner: str, area: str) -> tuple[str, ...]:
        """Return the nearest others who help with a task, by name; at most `MOST_NEIGHBOURS`.

        First those of the same area, then of those around and inside it. In an area they come behind the partner in the
        alphabet, and after its end from its beginning on: so everybody is named equally often, whatever the name.
        """
        by_area = self._by_task.get(task, {})
        own = self._places[partner]
        chosen: dict[int, None] = {}
        for other in self._areas_from(area):
            for place in _from(by_area.get(other, []), own):
                if place != own and len(chosen) < MOST_NEIGHBOURS:
                    chosen[place] = None
            if len(chosen) == MOST_NEIGHBOURS:
                break
        return tuple(self._alphabetical[place] for place in sorted(chosen))

    def _areas_from(self, area: str) -> tuple[str, ...]:
        """Return every area, the nearest first, counted in steps up and down between them."""
        known = self._nearest_areas.get(area)
        if known is None:
            site = self.catalog.site
            up = {id: steps for steps, id in enumerate(site.area_and_around(area))}

            def steps(other: str) -> int:
                return next(down + up[id] for down, id in enumerate(site.area_and_around(other)) if id in up)

            known = tuple(sorted((place.id for place in site.areas.walk()), key=steps))
            self._nearest_areas[area] = known
        return known


def _from(places: list[int], own: int) -> Iterable[int]:
    start = bisect_right(places, own)
    end = start + MOST_NEIGHBOURS + 1
    yield from places[start:end]
    yield from places[: min(start, MOST_NEIGHBOURS + 1)]
