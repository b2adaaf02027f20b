"""What one build leaves for the next in the same process: a page is made again where what it shows is another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from jinja2 import meta

from starterspad.content.catalog import Catalog
from starterspad.content.models.field_types import Record
from starterspad.content.reading_memory import ReadingMemory
from starterspad.output.search_entry import Searchable, SearchEntry, search_entry
from starterspad.pages.localizer import environment
from starterspad.pages.page import Page, template_of
from starterspad.pages.page_inputs import PageInputs
from starterspad.quality.coverage import Coverage, coverage_follows_from, coverage_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@dataclass(frozen=True)
class _Made:
    """A body, with all that it was made of."""

    context: DataclassInstance
    words: object
    template: str
    body: str


@dataclass
class BuildMemory:
    """What was read and judged, and each body by the path of its page, with its language.

    A body follows from its context, from the words around it and from its template. Nothing here is asked whether it
    changed: what is compared is the value itself, so what is taken is what would be made.
    """

    reading: ReadingMemory = field(default_factory=ReadingMemory)
    _made: dict[str, _Made] = field(default_factory=dict)
    _words: dict[str, tuple[object, ...]] = field(default_factory=dict)
    _entries: dict[tuple[str, str], tuple[Searchable, SearchEntry]] = field(default_factory=dict)
    _own_words: dict[tuple[str, str, str], tuple[Sequence[Record], str]] = field(default_factory=dict)
    _coverage: Coverage | None = None
    _looked_at_for_coverage: object = None
    _looked_at: set[str] = field(default_factory=set)
    _templates: dict[str, str] = field(default_factory=dict)

    def begin(self) -> None:
        """Look at words and templates anew: whoever writes them sees at once what they do."""
        self._looked_at.clear()
        self._templates.clear()

    def coverage_of(self, catalog: Catalog) -> Coverage:
        """Look at who helps whom, anew where that may be another."""
        follows_from = coverage_follows_from(catalog)
        if self._coverage and self._looked_at_for_coverage == follows_from:
            self._coverage = replace(self._coverage, catalog=catalog)
        else:
            self._coverage = coverage_of(catalog)
        self._looked_at_for_coverage = follows_from
        return self._coverage

    def body(self, name: str, page: Page, context: DataclassInstance) -> str:
        """Return the body of a page, which shows `context`, made again only where it would be another."""
        words = self._words_of(page.inputs)
        template = self._template(template_of(context))
        known = self._made.get(name)
        if known is None or known.words is not words or known.template != template or known.context != context:
            known = self._made[name] = _Made(context, words, template, page.body_of(context))
        return known.body

    def own_words(
        self, languages: tuple[str, str], path: str, records: Sequence[Record], make: Callable[[], str]
    ) -> str:
        """Return the words of the records of a page, read again only where one is another.

        `languages` are that of the page and the one that stands in for it; of others the records are others.
        """
        known = self._own_words.get((*languages, path))
        if known is None or list(map(id, known[0])) != list(map(id, records)):
            known = self._own_words[*languages, path] = (records, make())
        return known[1]

    def search_entry(self, page: Searchable, language: str) -> SearchEntry:
        """Return what a page says of each word, counted again only where it says something else."""
        known = self._entries.get((language, page.path))
        if known is None or known[0] != page:
            known = self._entries[language, page.path] = (page, search_entry(page, language))
        return known[1]

    def _words_of(self, inputs: PageInputs) -> object:
        """Return what a template says besides its context: the same object as before where it is equal."""
        if inputs.language not in self._looked_at:
            self._looked_at.add(inputs.language)
            localizer, catalog = inputs.localizer, inputs.catalog
            words = (localizer.messages, localizer.fallback, catalog.glossary, catalog.questions)
            if self._words.get(inputs.language) != words:
                self._words[inputs.language] = words
        return self._words[inputs.language]

    def _template(self, name: str) -> str:
        """Return a hash of a template and of those that it takes in."""
        if name not in self._templates:
            templates = environment()
            assert templates.loader
            source, _, _ = templates.loader.get_source(templates, name)
            digest = hashlib.sha256(source.encode())
            for other in _taken_in(source):
                digest.update(self._template(other).encode())
            self._templates[name] = digest.hexdigest()
        return self._templates[name]


@cache
def _taken_in(source: str) -> tuple[str, ...]:
    """Return the names of the templates that one takes in."""
    return tuple(sorted(filter(None, meta.find_referenced_templates(environment().parse(source)))))
