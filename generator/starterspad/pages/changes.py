"""What changed in the tasks: for the page, and as a feed (Atom, RFC 4287) for who follows the city's work."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starterspad.content.catalog import Catalog

_SHOWN = 50


@dataclass(frozen=True)
class Changed:
    """One change of one task, by its id, and the day of it; `note` maps each language there is to a text."""

    task: str
    on: datetime.date
    note: dict[str, str]


def changes_of(catalog: Catalog) -> list[Changed]:
    """Return the latest changes of all tasks, newest first and of one day by task id, 50 at most."""
    changes = [Changed(id, change.on, change.note) for id, task in catalog.tasks.items() for change in task.changes]
    return sorted(changes, key=lambda change: (-change.on.toordinal(), change.task))[:_SHOWN]
