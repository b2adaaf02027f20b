"""Rendered pages of an instance, and what stands in them."""

from __future__ import annotations

import datetime
from html.parser import HTMLParser

from starterspad.content.catalog import Catalog
from starterspad.pages.localizer import Localizer
from starterspad.pages.page import Page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.render import inputs_by_language, render_pages
from starterspad.quality.coverage import coverage_of

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\\\"'&{{ 7*7 }}"


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def inputs_of(catalog: Catalog, language: str) -> PageInputs:
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    return PageInputs(coverage_of(catalog), localizer, "model.json", datetime.date(2026, 11, 22))


def pages(catalog: Catalog, language: str) -> list[Page]:
    inputs = inputs_by_language(coverage_of(catalog), {language: "model.json"}, datetime.date(2026, 11, 22))
    return render_pages(inputs)[language]


def bodies(catalog: Catalog, language: str) -> dict[str, str]:
    return {page.path: page.body for page in pages(catalog, language)}
