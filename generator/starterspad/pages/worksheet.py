"""The page of one worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.worksheet import Worksheet
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs


@dataclass(frozen=True)
class WorksheetPage:
    """The worksheet to fill in."""

    sheet: Worksheet
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each worksheet."""
    for id, sheet in inputs.catalog.worksheets.items():
        yield record_page(inputs, WorksheetPage(sheet, inputs.talk), f"worksheets/{id}/", sheet.title, sheet.text)
