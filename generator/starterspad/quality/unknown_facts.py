"""What nobody knows yet of the services."""

from __future__ import annotations

from starterspad.content.catalog import Catalog


def unknown_facts(catalog: Catalog) -> dict[str, int]:
    """Count, for each optional field of a service, how many services leave it out."""
    counts = dict.fromkeys(("for_whom", "format", "languages", "cost", "booking", "bring"), 0)
    for _, _, service in catalog.services():
        for name in counts:
            counts[name] += getattr(service, name) is None
    return counts
