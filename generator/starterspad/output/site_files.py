"""Every file of a site: its pages, what the browser and other programs load, and what hosts need."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR, NEWS
from starterspad.intake.record_forms import RECORD_FORMS
from starterspad.output.appearing_data import appearing_json
from starterspad.output.assets import Assets
from starterspad.output.build_memory import BuildMemory
from starterspad.output.calculators_data import calculators_json
from starterspad.output.directory_data import directory_files
from starterspad.output.event_feeds import event_feeds
from starterspad.output.feed import render_feed, render_news
from starterspad.output.gaps_data import gaps_json
from starterspad.output.host_headers import host_headers
from starterspad.output.model_files import model_files
from starterspad.output.output_folder import Audience, Outdated, Unit
from starterspad.output.partner_form_data import partner_form, partner_json
from starterspad.output.record_form_data import record_files, record_form
from starterspad.output.search_entry import Searchable, SearchEntry, search_entry
from starterspad.output.search_index import search_index
from starterspad.output.searchable_pages import searchable_pages
from starterspad.output.sitemap import sitemap
from starterspad.pages.card_parts import card_parts
from starterspad.pages.embed import render_embeds
from starterspad.pages.explainer import explain_article
from starterspad.pages.layout.layouts import Layouts
from starterspad.pages.layout.security_policy import POLICY
from starterspad.pages.not_found import render_not_found
from starterspad.pages.page import Page, template_of
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.render import pages_at, render_pages
from starterspad.pages.root import render_root
from starterspad.rules.coming_events import coming_dates, compile_coming_events
from starterspad.rules.model_compiler import compile_decision_model

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
Files = Iterator[tuple[str, bytes]]

MODEL = "zzMODELzz"
"""Stands in a body for the name of the decision model, which any change of the content changes."""
# So many records are rendered before the next process may take some.
_RECORDS_TOGETHER = 16


class DecisionModels:
    """The decision models by language: each is compiled when something names it, and its files are told of once."""

    def __init__(self, catalog: Catalog, today: datetime.date) -> None:
        self._catalog, self._today = catalog, today
        self._made: dict[str, tuple[str, dict[str, bytes]]] = {}
        self._written: set[str] = set()

    def name(self, language: str) -> str:
        """Return the name of the file that pages ask for."""
        if language not in self._made:
            self._made[language] = model_files(compile_decision_model(self._catalog, language, self._today))
        return self._made[language][0]

    def make_all(self) -> None:
        """Compile the models of all languages."""
        for language in self._catalog.site.languages:
            self.name(language)

    def files(self) -> Files:
        """Yield the files of the models that were compiled since the last time."""
        for language, (_, files) in self._made.items():
            if language not in self._written:
                self._written.add(language)
                yield from ((f"{language}/{name}", content) for name, content in files.items())


@dataclass(frozen=True)
class SiteFiles:
    """The files of a site, in units that may be made apart; `inputs` are what pages are made of, by language."""

    catalog: Catalog
    assets: Assets
    models: DecisionModels
    layouts: Layouts
    inputs: Mapping[str, PageInputs]
    memory: BuildMemory | None
    audience: Audience

    def units(self) -> Iterator[Unit]:
        """Yield what makes all files: first those of the pages that are open, and of what these need.

        Only then is it looked up which other pages there are.
        """
        open_pages = self.audience.open_pages()
        yield partial(self._open_pages, open_pages)
        # The longest begin first where several processes make them, and last where a newer save may end them.
        searches = [partial(self._search_index, language) for language in self.inputs]
        if not self.memory:
            yield from searches
        for together in self._blocks(open_pages):
            yield partial(self._page_files, together)
        if self.memory:
            yield from searches
        for language in self.inputs:
            yield partial(self._directory, language)
        yield partial(self._written_pages, self.layouts.written.keys() - set(open_pages))
        yield self._data
        yield self._reports

    @cached_property
    def pages(self) -> dict[str, list[Page]]:
        """The generated pages by language."""
        return render_pages(self.inputs, self._awaited)

    def _awaited(self, items: Iterable[T]) -> Iterator[T]:
        """Yield items as long as somebody waits for the site; raises `Outdated` when nobody does."""
        for item in items:
            self._go_on()
            yield item

    def _go_on(self) -> None:
        if self.audience.is_outdated():
            raise Outdated

    def _open_pages(self, names: Collection[str]) -> Files:
        for language, inputs in self.inputs.items():
            paths = {
                name.removeprefix(f"{language}/").removesuffix("index.html")
                for name in names
                if name.startswith(f"{language}/") and name not in self.layouts.written
            }
            yield from self._page_files((language, page) for page in pages_at(inputs, paths))
        yield from self._written_pages(self.layouts.written.keys() & set(names))
        yield from self.assets.content.items()
        if names:
            yield from self.models.files()

    def _blocks(self, open_pages: Collection[str]) -> Iterator[list[tuple[str, Page]]]:
        """Yield the other pages with their languages, some records together, those of one record side by side.

        What they show is looked up for the first language, and a process that is free takes the next of them.
        """
        records = [zip(self.pages, record, strict=True) for record in zip(*self.pages.values(), strict=True)]
        for start in range(0, len(records), _RECORDS_TOGETHER):
            block = chain.from_iterable(records[start : start + _RECORDS_TOGETHER])
            yield [item for item in block if _name(*item) not in open_pages]

    def _page_files(self, pages: Iterable[tuple[str, Page]]) -> Files:
        for language, page in pages:
            name = _name(language, page)
            context = page.context
            body = self.memory.body(name, page, context) if self.memory else page.body_of(context)
            if MODEL in body:
                body = body.replace(MODEL, self.models.name(language))
            yield name, self.layouts.render_into(language, page, body, self._sheet(context)).encode()

    def _sheet(self, context: DataclassInstance) -> str:
        """Return the part of the styles for what a page shows."""
        return self.assets.sheets[template_of(context).removesuffix(".html")]

    def _written_pages(self, names: Iterable[str]) -> Files:
        for name in sorted(names):
            language = name.partition("/")[0]
            yield name, explain_article(self.catalog, language, self.layouts.written[name]).encode()

    def _search_index(self, language: str) -> Files:
        entry_of: Callable[[Searchable, str], SearchEntry] = self.memory.search_entry if self.memory else search_entry
        known = (partial(self.memory.own_words, (language, self.catalog.site.default_language)),) if self.memory else ()
        pages = self._awaited(searchable_pages(self.catalog, language, self.pages[language], *known))
        for path, content in search_index((entry_of(page, language) for page in pages), self._go_on):
            yield f"{language}/{path}", content

    def _directory(self, language: str) -> Files:
        for path, data in directory_files(self.inputs[language]):
            yield f"{language}/{path}", _json(data)

    def _reports(self) -> Files:
        inputs = next(iter(self.inputs.values()))
        for id in self.catalog.partners:
            yield f"appearing/{id}.json", _json(appearing_json(inputs.neighbours, id))
            yield f"partners/{id}.json", _json(partner_json(self.catalog, id))
        for path, file in record_files(self.catalog, inputs.today):
            yield path, _json(file)
        yield "gaps.json", _json(gaps_json(inputs.coverage, inputs.today))
        yield "sitemap.xml", sitemap(self.catalog, self.pages).encode()

    def _data(self) -> Files:
        folder = self.assets.folder
        for language in self.catalog.site.languages:
            self._go_on()
            self.models.name(language)
        yield from self.models.files()
        for language in self.catalog.site.languages:
            yield f"{language}/partner-form.json", _json(partner_form(self.catalog, language))
            for form in RECORD_FORMS.values():
                yield f"{language}/{form.page}.json", _json(record_form(self.catalog, language, form))
            yield f"{language}/card-parts.json", _json(card_parts(self.catalog, language))
            if self.catalog.of(CALCULATOR):
                yield f"{language}/calculators.json", _json(calculators_json(self.catalog, language))
            yield f"{language}/changes.xml", render_feed(self.catalog, language).encode()
            today = self.inputs[language].today
            if self.catalog.of(NEWS):
                yield f"{language}/news.xml", render_news(self.catalog, language, today).encode()
            if coming_dates(self.catalog, language, today):
                yield f"{language}/coming.json", _json(compile_coming_events(self.catalog, language, today))
            for path, text in event_feeds(self.catalog, language, today):
                yield f"{language}/{path}", text.encode()
            for path, text in render_embeds(self.catalog, language, folder, POLICY):
                yield path, text.encode()
        for logo in self.catalog.logos.values():
            yield logo.path, logo.content
        yield "index.html", render_root(self.catalog, folder, POLICY).encode()
        yield "404.html", render_not_found(self.catalog, folder, POLICY).encode()
        yield "robots.txt", f"User-agent: *\nAllow: /\nSitemap: {self.catalog.site.base_url}sitemap.xml\n".encode()
        yield "_headers", host_headers(self.catalog).encode()
        yield ".nojekyll", b""


def _name(language: str, page: Page) -> str:
    """Return the name of a page below the site."""
    return f"{language}/{page.path}index.html"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
