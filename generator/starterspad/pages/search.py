"""Search; without script, the lists to look through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs


@dataclass(frozen=True)
class SearchPage:
    """Words alone: what is found comes from the index."""


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the search."""
    yield single_page(inputs, SearchPage(), "search/", "search")
