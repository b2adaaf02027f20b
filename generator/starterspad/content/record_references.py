"""Which fields of a record name other records, whatever its kind, and whom they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from starterspad.content.kinds import (
    CALCULATOR,
    EVENT,
    GUIDE,
    PARTNER,
    PHASE,
    PLACE,
    PLAN_SECTION,
    PLAN_TEMPLATE,
    TASK,
    WORKSHEET,
    Kind,
)
from starterspad.content.models.condition import Clause
from starterspad.content.models.field_types import Record
from starterspad.content.models.inner_records import Path, inner_records

# A field of this name holds an id of this kind, or a list of them. Facts have a check of their own.
REFERENCES: Mapping[str, Kind[Record]] = MappingProxyType(
    {
        "after": TASK,
        "before": TASK,
        "calculators": CALCULATOR,
        "events": EVENT,
        "guides": GUIDE,
        "held_at": PLACE,
        "helper": PARTNER,
        "helps_with": TASK,
        "organiser": PARTNER,
        "partner": PARTNER,
        "partners": PARTNER,
        "phase": PHASE,
        "sections": PLAN_SECTION,
        "step": TASK,
        "talk_task": TASK,
        "task": TASK,
        "tasks": TASK,
        "template": PLAN_TEMPLATE,
        "trouble_guide": GUIDE,
        "worksheet": WORKSHEET,
    }
)
# A field of this name holds a condition.
CONDITIONS = ("when", "unless", "ask_when", "people", "stands", "answers", "money")


def conditions(record: Record) -> Iterator[tuple[Path, tuple[Clause, ...]]]:
    """Yield (path, clauses) of every condition in a record."""
    for path, part in inner_records(record):
        yield from (((*path, name), getattr(part, name)) for name in CONDITIONS if name in type(part).model_fields)


def references(record: Record) -> Iterator[tuple[Path, Kind[Record], str]]:
    """Yield (path, kind, id) of every record that a record names, anywhere inside it; it need not exist."""
    for path, part in inner_records(record):
        for name in type(part).model_fields.keys() & REFERENCES.keys():
            value = getattr(part, name)
            if isinstance(value, tuple):
                yield from (((*path, name, index), REFERENCES[name], id) for index, id in enumerate(value))
            elif value is not None:
                yield (*path, name), REFERENCES[name], value
