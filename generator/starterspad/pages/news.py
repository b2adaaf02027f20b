"""What is new, where an instance tells any news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.news_rows import NewsRow, news
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs


@dataclass(frozen=True)
class NewsPage:
    """The news, newest first, and where one subscribes to the city's newsletter, or nothing."""

    rows: tuple[NewsRow, ...]
    newsletter: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the news."""
    context = NewsPage(news(inputs), inputs.catalog.site.newsletter or "")
    yield single_page(inputs, context, "news/", "city_news")
