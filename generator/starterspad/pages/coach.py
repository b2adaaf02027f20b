"""The desk of a coach, who opens the plans of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Sheet


@dataclass(frozen=True)
class CoachPage:
    """What the desk shows besides words: the file of the decision model, and what a printed sheet says."""

    model: str
    sheet: Sheet


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the desk."""
    yield single_page(inputs, CoachPage(inputs.model, inputs.sheet), "coach/", "coach")
