"""The page of something new."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.kinds import NEWS
from starterspad.content.models.news import NewsItem
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Link, PartnerLink


@dataclass(frozen=True)
class NewsItemPage:
    """What is new, who tells it where that is a partner, and the guides that it belongs to.

    `over` is the last day on which it was news, once that has passed.
    """

    item: NewsItem
    by: PartnerLink | None
    guides: tuple[Link, ...]
    over: datetime.date | None


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each item."""
    catalog = inputs.catalog
    for id, item in catalog.of(NEWS).items():
        context = NewsItemPage(
            item=item,
            by=inputs.partners[item.partner] if item.partner else None,
            guides=tuple(Link(guide, f"guides/{guide}/", catalog.guides[guide].title) for guide in item.guides),
            over=item.last_day if item.last_day < inputs.today else None,
        )
        yield record_page(inputs, context, f"news/{id}/", item.title, item.summary)
