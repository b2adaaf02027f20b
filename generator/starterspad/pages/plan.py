"""The plan: what the browser fills in, and where a reader keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Sheet


@dataclass(frozen=True)
class PlanPage:
    """What the plan shows besides words: the file of the decision model, and what its printed sheet says."""

    model: str
    sheet: Sheet
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the plan."""
    yield single_page(inputs, PlanPage(inputs.model, inputs.sheet, inputs.talk), "plan/", "plan")
