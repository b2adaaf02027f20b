"""A catalog with many partners: those that it has, again and again under other ids, for tests of what grows."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import EVENT, NEWS, PARTNER


def with_copies(catalog: Catalog, count: int) -> Catalog:
    """Return a catalog with each partner so many times, under ids of its own."""
    partners = catalog.partners
    copies = {f"{id}-{copy}": partner for copy in range(count) for id, partner in partners.items()}
    # What names them would name nobody.
    return catalog.with_records(PARTNER, copies).with_records(EVENT, {}).with_records(NEWS, {})
