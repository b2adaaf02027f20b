"""`load_catalog`: read and judge every content file of an instance, gathering all problems first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from starterspad.content.catalog import Catalog, Place, WrittenPage
from starterspad.content.derived_questions import derived_questions, questions_named_in
from starterspad.content.fact_references import REFERENCE, FactFiller
from starterspad.content.messages import load_messages
from starterspad.content.models.condition import Conditional
from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import ID_PATTERN, RESERVED_IDS
from starterspad.content.models.glossary import Term
from starterspad.content.models.guide import Guide
from starterspad.content.models.journey import Outcome, Phase, Question, Task
from starterspad.content.models.mirror import Mirror
from starterspad.content.models.notice import Notice
from starterspad.content.models.page import ContentPage
from starterspad.content.models.partner import LeftOut, Partner
from starterspad.content.models.programme import Programme, Route
from starterspad.content.models.published import Published, Retired
from starterspad.content.models.risk import Risk
from starterspad.content.models.site import SiteConfig, languages_of
from starterspad.content.models.worksheet import Worksheet
from starterspad.content.problems import InvalidContent, Location, Problem, quoted, raise_errors
from starterspad.content.validation import validate
from starterspad.content.yaml import SourceFile, list_sources, read_front_matter, read_yaml

R = TypeVar("R", bound=BaseModel)
SITE_CONFIG = "site_config.yml"
LEFT_OUT = "content/left_out.yml"
GLOSSARY = "content/glossary.yml"
ROUTES = "content/routes.yml"
NOTICES = "content/notices.yml"
MIRROR = "content/mirror.yml"
OUTCOMES = "content/outcomes.yml"
WORKSHEETS = "content/worksheets.yml"
RISKS = "content/risks.yml"
PUBLISHED = "content/published.yml"
RETIRED = "content/retired.yml"


def load_catalog(root: Path) -> Catalog:
    """Read the instance at `root`; the catalog carries the problems of its records.

    Raises `InvalidContent` where the frame is broken (the site config, the words, the phases or the
    questions as a file): without it nothing else can be judged.
    """
    return _Loader(root.resolve()).load()


class _Loader:
    """Gathers records, their places and problems while the files are read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.languages: tuple[str, ...] = ()
        self.places: dict[tuple[str, str], Place] = {}
        self.problems: list[Problem] = []
        self.facts: dict[str, Fact] = {}
        self.filled: dict[tuple[str, str], tuple[str, ...]] = {}

    def load(self) -> Catalog:
        site = self.site()
        messages, problems = load_messages(self.root, self.languages)
        self.problems += problems
        raise_errors(self.problems)
        self.facts = self.all_facts()
        of_facts, self.problems = self.problems, []
        phases = self.listed("phase", Phase, "content/phases.yml")
        questions = self.listed("question", Question, "content/questions.yml")
        raise_errors(self.problems)
        self.problems += of_facts
        mirror = self.single("mirror", Mirror, MIRROR)
        tasks = self.filed("task", Task, "content/tasks")
        partners = self.filed("partner", Partner, "partners")
        risks = self.optional("risk", Risk, RISKS)
        conditional: list[Conditional] = [*tasks.values(), *(point for risk in risks.values() for point in risk.points)]
        conditional += [service for partner in partners.values() for service in partner.services]
        named = questions_named_in(conditional)
        known = {id: one for id, one in derived_questions(mirror, phases, messages).items() if id in named}
        return Catalog(
            root=self.root,
            site=site,
            messages=messages,
            phases=phases,
            questions={**questions, **known},
            facts=self.facts,
            glossary=self.optional("term", Term, GLOSSARY),
            tasks=tasks,
            guides=self.filed("guide", Guide, "content/guides"),
            programmes=self.filed("programme", Programme, "content/programmes"),
            routes=self.optional("route", Route, ROUTES),
            notices=self.optional("notice", Notice, NOTICES),
            mirror=mirror,
            outcomes=self.optional("outcome", Outcome, OUTCOMES),
            worksheets=self.optional("worksheet", Worksheet, WORKSHEETS),
            risks=risks,
            partners=partners,
            left_out=self.optional("left-out", LeftOut, LEFT_OUT),
            published=self.single("published", Published, PUBLISHED),
            retired=self.retired(),
            pages=self.pages(),
            places=self.places,
            filled=self.filled,
            problems=tuple(self.problems),
        )

    def site(self) -> SiteConfig:
        """Read the site config first: without its languages nothing else can be judged."""
        source = read_yaml(self.root / SITE_CONFIG, self.root)
        self.languages = languages_of(source.tree)
        site = self.record("site", "site", SiteConfig, Place(source))
        if site is None:
            raise InvalidContent(self.problems)
        return site

    def record(self, kind: str, id: str, model: type[R], place: Place) -> R | None:
        tree = place.tree
        if kind != "fact":  # what a fact's text holds is filled in once all facts are read
            fact_filler = self.fact_filler()
            tree = fact_filler.fill_tree(tree, place)
            self.keep(fact_filler, kind, id)
        record, problems = validate(model, tree, place, self.languages)
        self.problems += problems
        self.places[kind, id] = place
        return record

    def fact_filler(self) -> FactFiller:
        known = {id for kind, id in self.places if kind == "fact"}
        return FactFiller(self.facts, known, self.languages)

    def keep(self, fact_filler: FactFiller, kind: str, id: str) -> None:
        """Remember which facts were filled in, and what was wrong with them."""
        self.problems += fact_filler.problems
        if fact_filler.used:
            self.filled[kind, id] = tuple({**dict.fromkeys(self.filled.get((kind, id), ())), **fact_filler.used})

    def all_facts(self) -> dict[str, Fact]:
        """Read the facts of every file; their own texts may hold their values."""
        found: dict[str, Fact] = {}
        for path in self.files(self.root / "content" / "facts", ".yml"):
            found |= self.listed("fact", Fact, path.relative_to(self.root).as_posix())
        for id, fact in found.items():
            fact_filler = FactFiller(found, (), self.languages)
            texts = {
                language: fact_filler.fill_text(text, language, self.places["fact", id].location("text", language))
                for language, text in fact.text.items()
            }
            self.problems += fact_filler.problems
            if any(REFERENCE.search(value) for value in (fact.value or {}).values()):
                location = self.places["fact", id].location("value")
                self.problems.append(Problem(location, "a value may not hold another fact", "write the figure", "fact"))
            found[id] = fact.model_copy(update={"text": texts})
        return found

    def optional(self, kind: str, model: type[R], name: str) -> dict[str, R]:
        """Read a list that an instance need not have."""
        return self.listed(kind, model, name) if (self.root / name).exists() else {}

    def listed(self, kind: str, model: type[R], name: str) -> dict[str, R]:
        """Read records that stand in one file, as a list whose items have an `id`."""
        source = self.read(self.root / name)
        found: dict[str, R] = {}
        if source is None:
            return found
        if not isinstance(source.tree, list):
            self.problems.append(
                Problem(Location(name), "this file must be a list", "start each record with - id: ...", "file")
            )
            return found
        for index, item in enumerate(source.tree):
            id = item.get("id") if isinstance(item, dict) else None
            id = id if isinstance(id, str) else f"#{index}"
            place = Place(source, (index,))
            if (kind, id) in self.places:
                self.problems.append(
                    Problem(place.location("id"), f"a second {kind} {quoted(id)}", "give it another id", "id")
                )
                continue
            record = self.record(kind, id, model, place)
            if record is not None:
                found[id] = record
        return found

    def single(self, kind: str, model: type[R], name: str) -> R | None:
        """Read a file that is one record, and that an instance need not have."""
        source = self.read(self.root / name) if (self.root / name).exists() else None
        return self.record(kind, kind, model, Place(source)) if source else None

    def retired(self) -> dict[str, Retired]:
        """Read what was published and is gone for good, by its place in the list: an id may be of any kind."""
        found: dict[str, Retired] = {}
        source = self.read(self.root / RETIRED) if (self.root / RETIRED).exists() else None
        for index in range(len(source.tree)) if source and isinstance(source.tree, list) else ():
            assert source
            record = self.record("retired", str(index), Retired, Place(source, (index,)))
            if record is not None:
                found[str(index)] = record
        return found

    def filed(self, kind: str, model: type[R], folder: str) -> dict[str, R]:
        """Read records that have a file of their own, whose name is their id."""
        found: dict[str, R] = {}
        for path in self.files(self.root / folder, ".yml"):
            source = self.read(path)
            if source is None:
                self.places[kind, path.stem] = Place(SourceFile(path.relative_to(self.root).as_posix(), {}, {}))
                continue
            record = self.record(kind, path.stem, model, Place(source))
            if record is not None:
                found[path.stem] = record
        return found

    def pages(self) -> dict[str, dict[str, WrittenPage]]:
        """Read the hand-written pages: `content/pages/<language>/<id>.md`, by id and language."""
        found: dict[str, dict[str, WrittenPage]] = {}
        for language in self.languages:
            for path in self.files(self.root / "content" / "pages" / language, ".md"):
                source = self.read(path)
                if source is None:
                    continue
                id = f"{language}/{path.stem}"
                front = self.record("page", id, ContentPage, Place(source))
                fact_filler = self.fact_filler()
                body = fact_filler.fill_text(source.body, language, Location(source.path))
                self.keep(fact_filler, "page", id)
                if front is not None:
                    found.setdefault(path.stem, {})[language] = WrittenPage(front, body)
        return found

    def files(self, folder: Path, suffix: str) -> Iterator[Path]:
        paths, problems = list_sources(
            folder, self.root, (suffix,), beside="logos" if folder.name == "partners" else ""
        )
        self.problems += problems
        for path in paths:
            location = Location(path.relative_to(self.root).as_posix())
            if not re.fullmatch(ID_PATTERN, path.stem):
                message = f"the file name {quoted(path.stem)} is not an id"
                remedy = "use 2 to 48 small letters, digits and dashes, a letter first"
                self.problems.append(Problem(location, message, remedy, "id"))
            elif path.stem in RESERVED_IDS:
                message = f"the file name {quoted(path.stem)} is reserved"
                self.problems.append(Problem(location, message, "choose another name", "id"))
            else:
                yield path

    def read(self, path: Path) -> SourceFile | None:
        try:
            return read_front_matter(path, self.root) if path.suffix == ".md" else read_yaml(path, self.root)
        except InvalidContent as invalid:
            self.problems += invalid.problems
            return None
