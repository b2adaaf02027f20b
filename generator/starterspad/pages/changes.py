"""What changed in the tasks: the page, and what the feed is made of."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import ChangedStep

_SHOWN = 50


@dataclass(frozen=True)
class Changed:
    """One change of one task, by its id, and the day of it; `note` maps each language there is to a text."""

    task: str
    on: datetime.date
    note: dict[str, str]


@dataclass(frozen=True)
class ChangesPage:
    """The latest changes, newest first."""

    changes: tuple[ChangedStep, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of what changed."""
    yield single_page(inputs, ChangesPage(changed_steps(inputs)), "changes/", "changes")


def changes_of(catalog: Catalog) -> list[Changed]:
    """Return the latest changes of all tasks, newest first and of one day by task id, 50 at most."""
    changes = [Changed(id, change.on, change.note) for id, task in catalog.tasks.items() for change in task.changes]
    return sorted(changes, key=lambda change: (-change.on.toordinal(), change.task))[:_SHOWN]


def changed_steps(inputs: PageInputs) -> tuple[ChangedStep, ...]:
    """Return the latest changes as pages list them, in the order of `changes_of`."""
    return tuple(
        ChangedStep(inputs.steps[change.task], change.on, change.note) for change in changes_of(inputs.catalog)
    )
