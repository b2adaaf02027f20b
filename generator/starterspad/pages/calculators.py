"""The list of calculators, where an instance has any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.kinds import CALCULATOR
from starterspad.content.models.calculator import in_order
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Link, Row
from starterspad.pages.shared import once


@dataclass(frozen=True)
class CalculatorsPage:
    """The calculators in reading order."""

    calculators: tuple[Row, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page that lists the calculators; none without any."""
    records = in_order(inputs.catalog.of(CALCULATOR))
    if records:
        rows = tuple(Row(id, f"calculators/{id}/", record.title, record.summary) for id, record in records.items())
        yield single_page(inputs, CalculatorsPage(rows, inputs.talk), "calculators/", "calculators")


def helping_calculators(inputs: PageInputs, task: str) -> tuple[Link, ...]:
    """Return the calculators that help with a task, in reading order."""
    return once(inputs.shared, "helping_calculators", lambda: _by_task(inputs)).get(task, ())


def _by_task(inputs: PageInputs) -> dict[str, tuple[Link, ...]]:
    by_task: dict[str, list[Link]] = {}
    for id, record in in_order(inputs.catalog.of(CALCULATOR)).items():
        for task in record.tasks:
            by_task.setdefault(task, []).append(Link(id, f"calculators/{id}/", record.title))
    return {task: tuple(links) for task, links in by_task.items()}
