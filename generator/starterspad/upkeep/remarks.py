"""The changes of a pull request in the order in which a person should look at them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.upkeep.alarms import Alarms
from starterspad.upkeep.record_changes import ChangeKind, RecordChange, record_changes

# What people act on comes first, and words last.
_ORDER: tuple[ChangeKind, ...] = (
    "site", "reach", "identity", "fact", "cost", "name", "condition", "steps", "trust", "words",
)  # fmt: skip


@dataclass(frozen=True)
class Remark:
    """One value that differs, and what is remarkable in it: sentences, often none."""

    change: RecordChange
    alarms: tuple[str, ...]


def remarks(base: Catalog, head: Catalog, today: datetime.date) -> tuple[Remark, ...]:
    """Return all that differs between two contents: what is remarkable first, then what people act on."""
    alarms = Alarms(base, head, today)
    pairs = [Remark(change, alarms.of(change)) for change in record_changes(base, head)]
    return tuple(sorted(pairs, key=lambda remark: (-min(len(remark.alarms), 1), _ORDER.index(remark.change.kind))))
