"""`load_catalog`: read and judge every content file of an instance, gathering all problems first."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import cast

from starterspad.content.catalog import Catalog, WrittenPage
from starterspad.content.derived_questions import derived_questions, questions_named_in
from starterspad.content.fact_life import as_of
from starterspad.content.fact_references import REFERENCE, FactFiller
from starterspad.content.id_registry import REGISTRY, Published, published
from starterspad.content.kinds import FACT, KINDS, PAGE, PARTNER, QUESTION, SEEN_LIVE, SITE
from starterspad.content.live_records import CONFIRMED_HERE, seen_live
from starterspad.content.logos import load_logos
from starterspad.content.messages import load_messages
from starterspad.content.models.condition import conditionals
from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import Record
from starterspad.content.models.inner_records import inner_records
from starterspad.content.models.question import Question
from starterspad.content.models.seen_live import SeenLive
from starterspad.content.models.site import Area, SiteConfig, languages_of
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent, Location, Problem, quoted, raise_errors
from starterspad.content.record_reader import RecordReader
from starterspad.content.validation import validate
from starterspad.content.value_registry import VALUES, RegisteredValue, Values
from starterspad.content.yaml import read_yaml


def load_catalog(root: Path, today: datetime.date | None = None) -> Catalog:
    """Read the instance at `root`, the folder with `site_config.yml`; the catalog carries the problems of its records.

    Facts stand in it as they hold on `today`; without it, as they are written.
    Raises `InvalidContent` where the frame is broken (the site config, the messages, the phases or the
    questions as a file): without it nothing else can be judged.
    """
    return _Loader(root.resolve(), today).load()


class _Loader(RecordReader):
    """Reads the files of an instance one kind after the other: facts first, because other texts hold their values."""

    def __init__(self, root: Path, today: datetime.date | None) -> None:
        super().__init__(root)
        self.today = today

    def load(self) -> Catalog:
        site = self.site()
        messages, problems = load_messages(self.root, self.languages, site.region)
        self.problems += problems
        raise_errors(self.problems)
        self.facts = self.all_facts()
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
        opened = cast("Mapping[str, SeenLive]", records[SEEN_LIVE.name])
        for name in CONFIRMED_HERE:
            records[name] = seen_live(records[name], [entry for entry in opened.values() if entry.kind == name])
        pages = self.pages()
        records[PAGE.name] = {f"{language}/{id}": page.front for id in pages for language, page in pages[id].items()}
        logos, unfit = load_logos(self.root, [id for kind, id in self.places if kind == PARTNER.name])
        self.problems += unfit
        catalog = Catalog(
            root=self.root,
            records=records,
            messages=messages,
            questions={},
            pages=pages,
            logos=logos,
            published=self.published(),
            values=self.values(),
            places=self.places,
            filled=self.filled,
            problems=tuple(self.problems),
            unread=frozenset(self.unread & {kind.name for kind in KINDS}),
        )
        return replace(catalog, questions=_all_questions(catalog))

    def site(self) -> SiteConfig:
        """Read the site config first: without its languages nothing else can be judged."""
        source = read_yaml(self.root / SITE.files, self.root)
        self.languages = languages_of(source.tree)
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
            fact_filler = FactFiller(facts, self.fact_ids, self.languages, complete=FACT.name not in self.unread)
            texts = {
                language: fact_filler.fill_text(text, language, self.places["fact", id].location("text", language))
                for language, text in fact.text.items()
            }
            self.problems += fact_filler.problems
            if any(REFERENCE.search(value) for value in (fact.value or {}).values()):
                location = self.places["fact", id].location("value")
                self.problems.append(Problem(location, "a value may not hold another fact", "write the figure", "fact"))
            facts[id] = fact.model_copy(update={"text": texts})
        return facts

    def published(self) -> dict[tuple[str, str], Location] | None:
        """Read the registry: where each published id stands in it."""
        source = self.read(self.root / REGISTRY, REGISTRY) if (self.root / REGISTRY).exists() else None
        if source is None:
            return None
        place = Place(source)
        file, problems = validate(Published, source.tree, place, self.languages)
        self.problems += problems
        return {(kind, id): place.location(*path) for kind, id, path in published(file)} if file else None

    def values(self) -> Mapping[str, RegisteredValue]:
        """Read what each fact said when it was registered last; nothing without that registry."""
        source = self.read(self.root / VALUES, VALUES) if (self.root / VALUES).exists() else None
        if source is None:
            return {}
        file, problems = validate(Values, source.tree, Place(source), self.languages)
        self.problems += problems
        return file.values if file else {}

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
                self.keep(fact_filler, PAGE.name, id)
                if front is not None:
                    pages.setdefault(path.stem, {})[language] = WrittenPage(front, body)
        return pages


def _all_questions(catalog: Catalog) -> dict[str, Question]:
    """Return the questions that are asked, and behind them the derived ones that a condition names."""
    records = (record for kind in KINDS for record in catalog.of(kind).values())
    named = questions_named_in(part for record in records for _, part in conditionals(record))
    derived = derived_questions(catalog.self_assessment, catalog.phases, catalog.messages)
    return {**catalog.of(QUESTION), **{id: question for id, question in derived.items() if id in named}}
