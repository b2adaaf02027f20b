"""The plan: what the browser fills in, and where a reader keeps it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.site_paths import bilingual_path
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Link, Sheet
from starterspad.rules.coming_events import coming_dates


@dataclass(frozen=True)
class PlanPage:
    """What the plan shows besides words: the file of the decision model, and what its printed sheet says.

    `coming` tells that something is held in the next weeks, which may be hers; `trades` are the guides of all trades,
    and `bilingual` the path of the sheet in two languages, empty where there is none.
    """

    model: str
    sheet: Sheet
    talk: str
    coming: bool
    trades: tuple[Link, ...]
    bilingual: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the plan."""
    coming = bool(coming_dates(inputs.catalog, inputs.language, inputs.today))
    bilingual = bilingual_path(inputs.catalog.site)
    context = PlanPage(inputs.model, inputs.sheet, inputs.talk, coming, inputs.guides("trade"), bilingual)
    yield single_page(inputs, context, "plan/", "plan")
