"""What was seen in each record, kept for the next look: nothing is taken that would be another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar, cast

from starterspad.content.models.field_types import Record
from starterspad.content.place import Place

T = TypeVar("T")
Key = tuple[str, str]
"""The kind and the id of a record."""


class InPlace(NamedTuple):
    """A record where it stands; None for one with problems of its own."""

    kind: str
    id: str
    place: Place
    record: Record | None


Look = Callable[[InPlace], Iterable[T]]
"""Sees something in one record."""


@dataclass(frozen=True)
class _Seen:
    """What was seen in a record that stood so."""

    at: InPlace
    results: tuple[object, ...]


class RecordMemory:
    """What was seen in each record by the name of the look; readings that keep a record keep its object and place."""

    def __init__(self) -> None:
        self._seen: dict[str, tuple[object, dict[Key, _Seen]]] = {}

    def look(self, records: Iterable[InPlace], look: Look[T], follows_from: object) -> list[T]:
        """Return what is seen in all records, looking anew only where the record is another.

        `follows_from` is all else that it depends on: where that is another, every record is looked at anew.
        """
        name = f"{look.__module__}.{look.__qualname__}"
        before, seen = self._seen.get(name, (None, {}))
        if before != follows_from:
            seen = {}
        kept: dict[Key, _Seen] = {}
        for at in records:
            known = seen.get((at.kind, at.id))
            if known is None or known.at.record is not at.record or known.at.place is not at.place:
                known = _Seen(at, tuple(look(at)))
            kept[at.kind, at.id] = known
        self._seen[name] = (follows_from, kept)
        return [cast("T", result) for known in kept.values() for result in known.results]
