"""How many steps would gain from knowing when a desk is open."""

from __future__ import annotations

from typing import NamedTuple

from starterspad.content.catalog import Catalog


class DeskHours(NamedTuple):
    """Of the steps that somebody helps with: for how many a file says when one may come without an appointment."""

    known: int
    steps: int


def desk_hours(catalog: Catalog) -> DeskHours:
    """Count the steps with which somebody helps whose desk's hours are known, and all with which somebody helps."""
    steps = {task for _, _, service in catalog.services() for task in service.helps_with}
    known = {task for _, _, service in catalog.services() if service.walk_in for task in service.helps_with}
    return DeskHours(len(known), len(steps))
