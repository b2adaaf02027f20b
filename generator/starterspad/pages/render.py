"""Every generated page of one language, as paths and bodies."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from starterspad.pages import (
    ask,
    changes,
    coach,
    embed,
    gaps,
    gate_decision,
    glossary,
    guide,
    guides,
    home,
    outcomes,
    paper,
    partner,
    partner_form,
    partners,
    phase,
    phases,
    plan,
    programme,
    programmes,
    questions,
    risks,
    routes,
    search,
    self_assessment,
    task,
    tasks,
    worksheet,
    worksheets,
)
from starterspad.pages.localizer import Localizer
from starterspad.pages.page import Page
from starterspad.pages.page_inputs import PageInputs
from starterspad.quality.coverage import Coverage

PAGES: tuple[Callable[[PageInputs], Iterator[Page]], ...] = (
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

RECORD_PAGES: tuple[Callable[[PageInputs], Iterator[Page]], ...] = (
    worksheet.pages,
    gate_decision.pages,
    phase.pages,
    task.pages,
    guide.pages,
    programme.pages,
    partner.pages,
)
"""What makes the pages of records, kind by kind."""


def render_pages(coverage: Coverage, language: str, model_name: str, today: datetime.date) -> Iterator[Page]:
    """Yield the generated pages of a language, those that list first, then one for each record.

    `model_name` is the file name of its decision model; `today` decides what is fresh, and which notices still hold.
    """
    catalog = coverage.catalog
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    inputs = PageInputs(coverage, localizer, model_name, today)
    for pages in (*PAGES, *RECORD_PAGES):
        yield from pages(inputs)
