"""The list of worksheets, where an instance has any."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Row


@dataclass(frozen=True)
class WorksheetsPage:
    """The worksheets in reading order."""

    worksheets: tuple[Row, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page that lists the worksheets; none without any."""
    records = inputs.catalog.worksheets
    if records:
        rows = tuple(Row(id, f"worksheets/{id}/", sheet.title, sheet.text) for id, sheet in records.items())
        yield single_page(inputs, WorksheetsPage(rows, inputs.talk), "worksheets/", "worksheets")
