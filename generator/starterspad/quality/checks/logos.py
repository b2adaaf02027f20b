"""Logos are pictures of partners, small enough, and with nothing in them but pixels or shapes."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.logos import logos_of
from starterspad.content.problems import Problem


def check_logos(catalog: Catalog) -> Iterator[Problem]:
    """Logos are pictures of partners, small enough, and with nothing in them but pixels or shapes."""
    yield from logos_of(catalog)[1]
