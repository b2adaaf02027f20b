"""A danger says what must never be, or what always must: one of the two."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Problem, quoted


def check_invariants(catalog: Catalog) -> Iterator[Problem]:
    """Each invariant says never or always."""
    for id, invariant in catalog.invariants.items():
        if (invariant.never is None) == (invariant.always is None):
            message = f"the invariant {quoted(id)} says never or always, one of the two"
            remedy = "make two of it, or choose"
            yield Problem(catalog.location("invariant", id), message, remedy, "never-or-always")
