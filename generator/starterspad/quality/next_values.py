"""Whether a day has come on which a fact took its next value."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import FACT


def took_its_next(catalog: Catalog, fact: str) -> bool:
    """Tell whether a fact no longer holds what its file says now, but what it says is next.

    What follows from the figure, and is written elsewhere, is old then: told, but no reason to build nothing.
    """
    record, place = catalog.facts.get(fact), catalog.places.get((FACT.name, fact))
    tree = place.tree if place else None
    return record is not None and record.next is None and isinstance(tree, dict) and "next" in tree
