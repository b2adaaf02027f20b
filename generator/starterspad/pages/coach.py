"""The desk of a coach, who opens the plans of others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.kinds import PLAN_SECTION
from starterspad.content.models.plan_section import PlanSection
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Sheet


@dataclass(frozen=True)
class CoachPage:
    """What the desk shows besides words: the file of the decision model, a printed sheet, and the business plan."""

    model: str
    sheet: Sheet
    sections: tuple[PlanSection, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the desk."""
    context = CoachPage(inputs.model, inputs.sheet, tuple(inputs.catalog.of(PLAN_SECTION).values()))
    yield single_page(inputs, context, "coach/", "coach")
