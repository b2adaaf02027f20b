"""Looks at one record after the other, and only at those that changed where a catalog remembers the look before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS, Kind
from starterspad.content.models.field_types import Record
from starterspad.content.record_memory import InPlace, Look

T = TypeVar("T")


def of_each_record(catalog: Catalog, look: Look[T], follows_from: object) -> Iterable[T]:
    """Return what a look sees in every record without problems, kind by kind.

    `follows_from` is all that it depends on besides the record and its place.
    """
    return _seen(catalog, _records(catalog), look, follows_from)


def of_each(catalog: Catalog, kind: Kind[Record], look: Look[T], follows_from: object) -> Iterable[T]:
    """Return what a look sees in every record of one kind, like `of_each_record`."""
    return _seen(catalog, _of_kind(catalog, kind), look, follows_from)


def of_each_place(catalog: Catalog, look: Look[T], follows_from: object) -> Iterable[T]:
    """Return what a look sees in every record as its file has it, those with problems too, in the order of `places`."""
    places = (InPlace(kind, id, place, None) for (kind, id), place in catalog.places.items())
    return _seen(catalog, places, look, follows_from)


# A dozen looks ask for all of them, one after the other.
@lru_cache(maxsize=1)
def _records(catalog: Catalog) -> tuple[InPlace, ...]:
    return tuple(record for kind in KINDS for record in _of_kind(catalog, kind))


def _of_kind(catalog: Catalog, kind: Kind[Record]) -> Iterator[InPlace]:
    return (InPlace(kind.name, id, catalog.places[kind.name, id], record) for id, record in catalog.of(kind).items())


def _seen(catalog: Catalog, records: Iterable[InPlace], look: Look[T], follows_from: object) -> Iterable[T]:
    if catalog.memory:
        return catalog.memory.look(records, look, follows_from)
    return (result for record in records for result in look(record))
