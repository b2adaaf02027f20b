"""The words of the glossary, where an instance has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.folding import name_order
from starterspad.content.models.glossary import Term
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs


@dataclass(frozen=True)
class GlossaryPage:
    """The terms, as readers of the language look for them."""

    terms: tuple[Term, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the glossary; none without terms."""
    terms = inputs.catalog.glossary.values()
    if terms:
        in_order = sorted(terms, key=lambda term: name_order(inputs.localizer.plain(term.term)))
        yield single_page(inputs, GlossaryPage(tuple(in_order)), "glossary/", "glossary")
