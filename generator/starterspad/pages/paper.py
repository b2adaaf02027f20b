"""The questionnaire and the list of tasks on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.question import Question
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PhaseSteps


@dataclass(frozen=True)
class PaperPage:
    """What is printed; `address` is that of the language's first page."""

    address: str
    questions: tuple[Question, ...]
    phases: tuple[PhaseSteps, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page to print."""
    catalog = inputs.catalog
    address = f"{catalog.site.base_url}{inputs.language}/"
    yield single_page(inputs, PaperPage(address, tuple(catalog.asked.values()), inputs.phases), "paper/", "paper")
