"""Logos are pictures of partners, small enough, and with nothing in them but pixels or shapes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalog import Catalog
from generator.logos import logos_of
from generator.problems import Problem


def check_logos(catalog: Catalog) -> Iterator[Problem]:
    """Logos are pictures of partners, small enough, and with nothing in them but pixels or shapes."""
    yield from logos_of(catalog)[1]
