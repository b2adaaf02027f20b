"""What was published and is gone without a word: under another id now, or taken away."""

from __future__ import annotations

from functools import lru_cache

from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import OWNERS, aliases, existing
from starterspad.content.kinds import KINDS, RETIRED
from starterspad.content.problems import Location


# Half a dozen checks ask for it, one after the other.
@lru_cache(maxsize=1)
def gone(catalog: Catalog) -> dict[tuple[str, str], Location]:
    """Return (kind, id) -> its place in the registry, of everything published that is neither there nor accounted for.

    Options are written question/option and services partner/service; those of a question that is gone are not named
    beside it. Nothing is said to be gone that may stand in a record with problems.
    """
    # A record with problems of its own is there all the same, and may say which names it had.
    lost = {kind.name for kind in KINDS if catalog.lacks(kind)}
    if not catalog.published or RETIRED.name in lost:
        return {}
    there = {*existing(catalog), *aliases(catalog)}
    retired = {(record.kind, record.id) for record in catalog.retired.values()}
    missing = {
        (kind, id): location
        for (kind, id), location in catalog.published.items()
        if OWNERS.get(kind, kind) not in lost
        and (OWNERS.get(kind), _owner(id)) not in retired
        and (kind, id) not in there
        and (kind, id) not in retired
    }
    return {(kind, id): at for (kind, id), at in missing.items() if (OWNERS.get(kind), _owner(id)) not in missing}


def _owner(id: str) -> str:
    return id.split("/")[0]
