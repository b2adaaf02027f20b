"""`load_catalog`: read and judge every content file of an instance, gathering all problems first."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from starterspad.content.catalog import Catalog, WrittenPage
from starterspad.content.derived_questions import derived_questions, questions_named
from starterspad.content.each_record import of_each_record
from starterspad.content.fact_life import as_of
from starterspad.content.fact_references import REFERENCE, FactFiller
from starterspad.content.held_at import with_places
from starterspad.content.kinds import (
    CALCULATOR,
    EVENT,
    FACT,
    KINDS,
    PAGE,
    PARTNER,
    PLACE,
    QUESTION,
    SEEN_LIVE,
    SITE,
)
from starterspad.content.live_records import CONFIRMED_HERE, seen_live
from starterspad.content.logos import load_logos
from starterspad.content.messages import load_messages
from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import Record
from starterspad.content.models.inner_records import inner_records
from starterspad.content.models.question import Question
from starterspad.content.models.seen_live import SeenLive
from starterspad.content.models.site import Area, SiteConfig, languages_of
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent, Location, Problem, quoted, raise_errors
from starterspad.content.reading_memory import ReadingMemory
from starterspad.content.record_reader import RecordReader
from starterspad.content.registry_reader import another_site, read_published, read_values
from starterspad.content.value_registry import RegisteredValue
from starterspad.content.yaml import ParsedFiles, read_yaml


def load_catalog(
    root: Path,
    today: datetime.date | None = None,
    memory: ReadingMemory | None = None,
    stored: ParsedFiles | None = None,
) -> Catalog:
    """Read the instance at `root`, the folder with `site_config.yml`; the catalog carries the problems of its records.

    Facts stand in it as they hold on `today`; without it, as they are written. What `memory` has of an earlier reading,
    and did not change, is not read again; `stored` knows what files were read as before, in whatever process.
    Raises `InvalidContent` where the frame is broken (the site config, the messages, the phases or the
    questions as a file): without it nothing else can be judged.
    """
    return _Loader(root.resolve(), today, memory, stored).load()


class _Loader(RecordReader):
    """Reads the files of an instance one kind after the other: facts first, because other texts hold their values."""

    def __init__(
        self, root: Path, today: datetime.date | None, memory: ReadingMemory | None, stored: ParsedFiles | None
    ) -> None:
        super().__init__(root, memory, stored)
        self.remembers = memory is not None
        self.today = today

    def load(self) -> Catalog:
        site = self.site()
        messages, problems = load_messages(self.root, self.languages, site.region, self.parsed)
        self.problems += problems
        raise_errors(self.problems)
        self.facts = self.memory.with_facts(self.all_facts(), (self.fact_ids, FACT.name in self.unread))
        of_facts, self.problems = self.problems, []
        records: dict[str, Mapping[str, Record]] = {SITE.name: {SITE.name: site}, FACT.name: self.facts}
        waiting = [kind for kind in KINDS if kind.name not in records and kind != PAGE]
        for kind in waiting:
            if kind.needed:
                records[kind.name] = self.of_kind(kind)
        raise_errors(self.problems)
        self.problems += of_facts
        for kind in waiting:
            if not kind.needed:
                records[kind.name] = self.of_kind(kind)
        records[EVENT.name] = with_places(records[EVENT.name], records[PLACE.name])
        opened = cast("Mapping[str, SeenLive]", records[SEEN_LIVE.name])
        for name in CONFIRMED_HERE:
            records[name] = seen_live(records[name], [entry for entry in opened.values() if entry.kind == name])
        pages = self.pages()
        records[PAGE.name] = {f"{language}/{id}": page.front for id in pages for language, page in pages[id].items()}
        logos, unfit = load_logos(self.root, [id for kind, id in self.places if kind == PARTNER.name])
        strange = another_site(self.root, site.base_url)
        published, wrong_ids = read_published(self.root, self.languages)
        values, wrong_values = read_values(self.root, self.languages, self.parsed)
        if strange:
            # What another site published was never here: nothing of it can be gone.
            published, values = None, dict[str, RegisteredValue]()
        self.problems += [*unfit, *([strange] if strange else [*wrong_ids, *wrong_values])]
        catalog = Catalog(
            root=self.root,
            records=records,
            messages=messages,
            questions={},
            pages=pages,
            logos=logos,
            published=published,
            values=values,
            places=self.places,
            filled=self.filled,
            problems=tuple(self.problems),
            unread=frozenset(self.unread & {kind.name for kind in KINDS}),
            memory=self.memory.seen if self.remembers else None,
        )
        return replace(catalog, questions=_all_questions(catalog))

    def site(self) -> SiteConfig:
        """Read the site config first: without its languages nothing else can be judged."""
        source = read_yaml(self.root / SITE.files, self.root, parsed=self.parsed)
        self.languages = languages_of(source.tree)
        self.memory.in_languages(self.languages)
        site = self.record(SITE.name, SITE.name, SITE.model, Place(source))
        if site is None:
            raise InvalidContent(self.problems)
        areas: set[str] = set()
        for path, part in inner_records(site):
            if isinstance(part, Area) and part.id in areas:
                message = f"the area {quoted(part.id)} stands twice"
                location = self.places[SITE.name, SITE.name].location(*path, "id")
                raise InvalidContent([Problem(location, message, "give it another id", "area")])
            areas |= {part.id} if isinstance(part, Area) else set()
        return site

    def all_facts(self) -> dict[str, Fact]:
        """Read the facts of every file; their own texts may hold their values."""
        facts = self.of_kind(FACT)
        if self.today:
            facts = {id: as_of(fact, self.today) for id, fact in facts.items()}
        self.fact_ids = frozenset(id for kind, id in self.places if kind == FACT.name)
        for id, fact in facts.items():
            if any(REFERENCE.search(text) for text in fact.text.values()):
                facts[id] = self.with_values(id, fact, facts)
            if any(REFERENCE.search(value) for value in (fact.value or {}).values()):
                location = self.places["fact", id].location("value")
                self.problems.append(Problem(location, "a value may not hold another fact", "write the figure", "fact"))
        return facts

    def with_values(self, id: str, fact: Fact, facts: Mapping[str, Fact]) -> Fact:
        """Return a fact whose own text holds the values of others."""
        filler = FactFiller(facts, self.fact_ids, self.languages, complete=FACT.name not in self.unread)
        at = self.places[FACT.name, id].location
        texts = {
            language: filler.fill_text(text, language, at("text", language)) for language, text in fact.text.items()
        }
        self.problems += filler.problems
        return fact.model_copy(update={"text": texts})

    def pages(self) -> dict[str, dict[str, WrittenPage]]:
        """Read the hand-written pages: `content/pages/<language>/<id>.md`, by id and language."""
        pages: dict[str, dict[str, WrittenPage]] = {}
        for language in self.languages:
            for path in self.files(PAGE.name, f"content/pages/{language}", ".md"):
                source = self.read(path, PAGE.name)
                if source is None:
                    continue
                id = f"{language}/{path.stem}"
                front = self.record(PAGE.name, id, PAGE.model, Place(source))
                fact_filler = self.fact_filler()
                at = Location(source.path, source.body_line)
                body = fact_filler.fill_text(source.body, language, at, by_line=True)
                self.problems += fact_filler.problems
                self.keep(PAGE.name, id, fact_filler.used)
                if front is not None:
                    pages.setdefault(path.stem, {})[language] = WrittenPage(front, body)
        return pages


def _all_questions(catalog: Catalog) -> dict[str, Question]:
    """Return the questions that are asked, and behind them the derived ones that a condition names."""
    named = set(of_each_record(catalog, questions_named, None))
    derived = derived_questions(catalog.self_assessment, catalog.phases, catalog.of(CALCULATOR), catalog.messages)
    return {**catalog.of(QUESTION), **{id: question for id, question in derived.items() if id in named}}
