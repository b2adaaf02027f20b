"""The one walk over a record and the records inside it."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.models.field_types import Record

Path = tuple[str | int, ...]
"""Where something stands in a record: keys, and indexes from 0."""


def inner_records(record: Record, path: Path = ()) -> Iterator[tuple[Path, Record]]:
    """Yield a record and every record inside it, each with its path."""
    yield path, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Record):
            yield from inner_records(value, (*path, name))
        for index, part in enumerate(value) if isinstance(value, tuple) else ():
            if isinstance(part, Record):
                yield from inner_records(part, (*path, name, index))
