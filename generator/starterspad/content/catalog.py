"""What a catalog holds."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from starterspad.content.messages import Messages
from starterspad.content.models.fact import Fact
from starterspad.content.models.glossary import Term
from starterspad.content.models.guide import Guide
from starterspad.content.models.notice import Notice
from starterspad.content.models.outcome import Outcome
from starterspad.content.models.page import ContentPage
from starterspad.content.models.partner import LeftOut, Partner, Service
from starterspad.content.models.phase import Phase
from starterspad.content.models.programme import Programme, Route
from starterspad.content.models.published import Published, Retired
from starterspad.content.models.question import DerivedQuestion, Question
from starterspad.content.models.risk import Risk
from starterspad.content.models.self_assessment import Competence, SelfAssessment
from starterspad.content.models.site import SiteConfig
from starterspad.content.models.task import Task
from starterspad.content.models.worksheet import Worksheet
from starterspad.content.problems import Location, Problem
from starterspad.content.yaml import SourceFile, Tree


@dataclass(frozen=True)
class Place:
    """Where a record stands: its file, and the path inside it.

    `prefix` holds keys and indexes from 0, such as `(2,)` for the third record of a list; empty for the whole file.
    """

    source: SourceFile
    prefix: tuple[str | int, ...] = ()

    def location(self, *path: str | int) -> Location:
        """Return the line of something inside the record, or of the nearest known thing around it."""
        return self.source.location(*self.prefix, *path)

    @property
    def tree(self) -> Tree:
        """The record as its file has it."""
        tree: Tree = self.source.tree
        for part in self.prefix:
            tree = tree[part]  # type: ignore[index]  # the prefix was read from this tree
        return tree


@dataclass(frozen=True)
class WrittenPage:
    """A hand-written page in one language: its front matter, and its Markdown with facts filled in."""

    front: ContentPage
    body: str


@dataclass(frozen=True)
class Catalog:
    """Every record of an instance, in reading order; `places` says where each stands, by (kind, id).

    Mappings are keyed by id, `messages` by language, `pages` by id and then language. `questions` holds derived ones
    too, behind those that are asked. `filled` says which facts stand in the texts of a record, by (kind, id); a
    page's id is language/id.
    With `problems`, the records they are about are missing, but not their places: what names such a
    record names something that exists.
    """

    root: Path
    site: SiteConfig
    messages: Mapping[str, Messages]
    phases: Mapping[str, Phase]
    questions: Mapping[str, Question]
    facts: Mapping[str, Fact]
    glossary: Mapping[str, Term]
    tasks: Mapping[str, Task]
    guides: Mapping[str, Guide]
    programmes: Mapping[str, Programme]
    routes: Mapping[str, Route]
    notices: Mapping[str, Notice]
    self_assessment: SelfAssessment | None
    outcomes: Mapping[str, Outcome]
    worksheets: Mapping[str, Worksheet]
    risks: Mapping[str, Risk]
    partners: Mapping[str, Partner]
    left_out: Mapping[str, LeftOut]
    published: Published | None
    retired: Mapping[str, Retired]
    pages: Mapping[str, Mapping[str, WrittenPage]]
    places: Mapping[tuple[str, str], Place]
    filled: Mapping[tuple[str, str], tuple[str, ...]]
    problems: tuple[Problem, ...] = ()

    def ids(self, kind: str) -> list[str]:
        """Return the id of every record of a kind, also of those with problems."""
        return self._ids.get(kind, [])

    @cached_property
    def _ids(self) -> dict[str, list[str]]:
        by_kind: dict[str, list[str]] = {}
        for kind, id in self.places:
            by_kind.setdefault(kind, []).append(id)
        return by_kind

    def location(self, kind: str, id: str, *path: str | int) -> Location:
        """Return the place of a record or of something inside it.

        Raises `KeyError` for a record that no file holds; `path` is keys and indexes from 0, below the record.
        """
        return self.places[kind, id].location(*path)

    def facts_of(self, kind: str, id: str) -> list[str]:
        """Return the ids of the facts of a record, once each: those it lists, then those that stand in its texts."""
        listing = {"task": self.tasks, "programme": self.programmes, "route": self.routes, "risk": self.risks}
        record = listing[kind].get(id) if kind in listing else None
        listed = record.facts if isinstance(record, Task | Programme | Route | Risk) else ()
        return list(dict.fromkeys((*listed, *self.filled.get((kind, id), ()))))

    @property
    def asked(self) -> Mapping[str, Question]:
        """The questions that a person is asked: all but those whose answer is known from elsewhere."""
        return {id: question for id, question in self.questions.items() if not isinstance(question, DerivedQuestion)}

    @property
    def gates(self) -> Mapping[str, Phase]:
        """The phases that end in a moment to decide."""
        return {id: phase for id, phase in self.phases.items() if phase.gate}

    @property
    def competences(self) -> Mapping[str, Competence]:
        """What the self-assessment is about, by id; nothing without one."""
        return self.self_assessment.competences() if self.self_assessment else {}

    def services(self) -> list[tuple[str, Partner, Service]]:
        """Return every service that people are sent to, like `all_services` and in that order."""
        return [item for item in self.all_services() if item[1].helps]

    def all_services(self) -> list[tuple[str, Partner, Service]]:
        """Return also those of partners that paused or left, as (partner id, partner, service).

        Sorted by partner id and service id: an order that nobody can pay for.
        """
        services = [(id, partner, service) for id, partner in self.partners.items() for service in partner.services]
        return sorted(services, key=lambda item: (item[0], item[2].id))

    def guides_in_order(self, kind: str) -> list[tuple[str, Guide]]:
        """Return (id, guide) of a kind, `group` or `theme`, by their `order` and then their id."""
        guides = [(id, guide) for id, guide in self.guides.items() if guide.kind == kind]
        return sorted(guides, key=lambda item: (item[1].order, item[0]))

    def programmes_in_order(self) -> list[tuple[str, Programme]]:
        """Return (id, programme), by their `order` and then their id."""
        return sorted(self.programmes.items(), key=lambda item: (item[1].order, item[0]))

    def notices_on(self, today: datetime.date, kind: str = "", id: str = "") -> list[Notice]:
        """Return the notices that still hold on a day, the day `until` included.

        With `kind` (`task` or `partner`) and `id`, those of that record's page; without, those of every page.
        """
        holding = [notice for notice in self.notices.values() if today <= notice.until]
        if not kind:
            return [notice for notice in holding if not notice.tasks and not notice.partners]
        return [notice for notice in holding if id in (notice.tasks if kind == "task" else notice.partners)]

    def before(self, task: str) -> frozenset[str]:
        """Return the ids of every task that comes before `task`, through any number of steps.

        Raises `KeyError` where one of them is missing from the catalog, which `check_task_order` looks at first.
        """
        earlier: set[str] = set()
        waiting = list(self.tasks[task].after)
        while waiting:
            other = waiting.pop()
            if other not in earlier:
                earlier.add(other)
                waiting += self.tasks[other].after
        return frozenset(earlier)

    def service_area(self, partner: Partner, service: Service) -> str:
        """Return the id of the area where a service is offered: its own, its partner's, or the whole instance."""
        return service.area or partner.area or self.site.areas.id
