"""Every task, by phase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PhaseSteps


@dataclass(frozen=True)
class TasksPage:
    """The phases with their tasks."""

    phases: tuple[PhaseSteps, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page that lists the tasks."""
    yield single_page(inputs, TasksPage(inputs.phases), "tasks/", "tasks")
