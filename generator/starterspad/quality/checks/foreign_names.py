"""What is left of the city whose content was copied: its names, its addresses, its people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import SITE
from starterspad.content.problems import Location, Problem, quoted


def check_foreign_names(catalog: Catalog) -> Iterator[Problem]:
    """No record and no page names what belongs to another city."""
    names = catalog.site.foreign_names
    if not names:
        return
    # Whole words: a town is no part of another word, and an address ends where a path begins.
    foreign = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    for (kind, _), place in catalog.places.items():
        for path, piece in place.pieces():
            if isinstance(piece, str) and not (kind == SITE.name and path[0] == "foreign_names"):
                left = foreign.search(piece)
                if left:
                    yield _problem(left[0], place.location(*path))
        for number, line in enumerate(place.source.body.splitlines()):
            left = foreign.search(line)
            if left:
                yield _problem(left[0], Location(place.source.path, place.source.body_line + number))


def _problem(name: str, location: Location) -> Problem:
    message = f"{quoted(name)} is left of another city"
    return Problem(location, message, "write what holds here, or take the record out", "foreign-name", "warning")
