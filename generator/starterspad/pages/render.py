"""Every generated page, in every language."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from importlib import import_module
from itertools import chain

from starterspad.content.kinds import KINDS
from starterspad.pages import (
    ask,
    bilingual,
    calculators,
    calendar,
    changes,
    coach,
    embed,
    gaps,
    glossary,
    guides,
    home,
    meeting,
    outcomes,
    paper,
    partner_form,
    partners,
    partners_meet,
    phases,
    plan,
    programmes,
    questions,
    record_form,
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
from starterspad.pages.shared import Shared
from starterspad.quality.coverage import Coverage

MakePages = Callable[[PageInputs], Iterator[Page]]

PAGES: tuple[MakePages, ...] = (
    home.pages,
    questions.pages,
    plan.pages,
    coach.pages,
    changes.pages,
    paper.pages,
    bilingual.pages,
    search.pages,
    phases.pages,
    tasks.pages,
    guides.pages,
    ask.pages,
    talk.pages,
    calendar.pages,
    glossary.pages,
    programmes.pages,
    routes.pages,
    self_assessment.pages,
    partners.pages,
    embed.pages,
    partner_form.pages,
    record_form.pages,
    gaps.pages,
    meeting.pages,
    partners_meet.pages,
    outcomes.pages,
    risks.pages,
    calculators.pages,
    worksheets.pages,
)
"""What makes the pages that stand once in a language, in order."""


def inputs_by_language(coverage: Coverage, models: Mapping[str, str], today: datetime.date) -> dict[str, PageInputs]:
    """Return what the pages of each language are made of.

    `models` maps each language to the file name of its decision model; `today` decides what is fresh, and which notices
    still hold.
    """
    site, messages = coverage.catalog.site, coverage.catalog.messages
    shared = Shared()
    return {
        language: PageInputs(coverage, Localizer(messages[language], site.default_language), model, today, shared)
        for language, model in models.items()
    }


def render_pages(
    inputs: Mapping[str, PageInputs], awaited: Callable[[Iterator[Page]], Iterable[Page]] = lambda pages: pages
) -> dict[str, list[Page]]:
    """Return the generated pages by language, those that list first, then those of records, kind by kind.

    The pages of a record stand at the same place in every language; `awaited` may end it between two of them.
    """
    return {language: list(awaited(_pages(inputs[language]))) for language in inputs}


def pages_at(inputs: PageInputs, paths: Collection[str]) -> Iterator[Page]:
    """Yield the generated pages at some paths below the language; who asks for a record waits for no list."""
    sought = set(paths)
    kinds = [kind for kind in KINDS if kind.page and any(path.startswith(f"{kind.page}/") for path in sought)]
    of_records = chain.from_iterable(pages_of(kind.name)(inputs) for kind in kinds)
    for page in chain(of_records, _pages(inputs)):
        if not sought:
            break
        if page.path in sought:
            sought.remove(page.path)
            yield page


def _pages(inputs: PageInputs) -> Iterator[Page]:
    made: set[str] = set()
    for pages in PAGES:
        for page in pages(inputs):
            made.add(page.path)
            yield page
    for kind in KINDS:
        # Lists that stand in no row above come behind them; each is made by the module with its name.
        if kind.listing and f"{kind.listing}/" not in made and inputs.catalog.of(kind):
            yield from pages_of(kind.listing)(inputs)
    for kind in KINDS:
        if kind.page:
            yield from pages_of(kind.name)(inputs)


def pages_of(name: str) -> MakePages:
    """Return what makes the pages of a kind's records, or their list: `pages` in the module with its name."""
    make: MakePages = import_module(f"starterspad.pages.{name.replace('-', '_')}").pages
    return make
