"""Every generated page of one language, as paths and bodies."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from importlib import import_module

from starterspad.content.kinds import KINDS
from starterspad.pages import (
    ask,
    changes,
    coach,
    embed,
    gaps,
    glossary,
    guides,
    home,
    outcomes,
    paper,
    partner_form,
    partners,
    phases,
    plan,
    programmes,
    questions,
    risks,
    routes,
    search,
    self_assessment,
    talk,
    tasks,
    worksheets,
)
from starterspad.pages.localizer import Localizer
from starterspad.pages.page import Page
from starterspad.pages.page_inputs import PageInputs
from starterspad.quality.coverage import Coverage

MakePages = Callable[[PageInputs], Iterator[Page]]

PAGES: tuple[MakePages, ...] = (
    home.pages,
    questions.pages,
    plan.pages,
    coach.pages,
    changes.pages,
    paper.pages,
    search.pages,
    phases.pages,
    tasks.pages,
    guides.pages,
    ask.pages,
    talk.pages,
    glossary.pages,
    programmes.pages,
    routes.pages,
    self_assessment.pages,
    partners.pages,
    embed.pages,
    partner_form.pages,
    gaps.pages,
    outcomes.pages,
    risks.pages,
    worksheets.pages,
)
"""What makes the pages that stand once in a language, in order."""


def render_pages(coverage: Coverage, language: str, model_name: str, today: datetime.date) -> Iterator[Page]:
    """Yield the generated pages of a language, those that list first, then those of records, kind by kind.

    `model_name` is the file name of its decision model; `today` decides what is fresh, and which notices still hold.
    """
    catalog = coverage.catalog
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    inputs = PageInputs(coverage, localizer, model_name, today)
    made: set[str] = set()
    for pages in PAGES:
        for page in pages(inputs):
            made.add(page.path)
            yield page
    for kind in KINDS:
        # Lists that stand in no row above come behind them; each is made by the module with its name.
        if kind.listing and f"{kind.listing}/" not in made and catalog.of(kind):
            yield from pages_of(kind.listing)(inputs)
    for kind in KINDS:
        if kind.page:
            yield from pages_of(kind.name)(inputs)


def pages_of(name: str) -> MakePages:
    """Return what makes the pages of a kind's records, or their list: `pages` in the module with its name."""
    make: MakePages = import_module(f"starterspad.pages.{name.replace('-', '_')}").pages
    return make
