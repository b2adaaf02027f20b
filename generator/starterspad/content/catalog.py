"""What a catalog holds."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar, cast

from starterspad.content.kinds import (
    EVENT,
    FACT,
    GUIDE,
    INVARIANT,
    LEFT_OUT,
    NOTICE,
    OUTCOME,
    PAGE,
    PARTNER,
    PERSONA,
    PHASE,
    PROGRAMME,
    RETIRED,
    RISK,
    ROUTE,
    SEARCH_WORD,
    SEEN_LIVE,
    SELF_ASSESSMENT,
    SITE,
    TASK,
    TERM,
    WORKSHEET,
    Kind,
)
from starterspad.content.logos import Logo
from starterspad.content.messages import Messages
from starterspad.content.models.field_types import Record
from starterspad.content.models.guide import Guide
from starterspad.content.models.notice import Notice
from starterspad.content.models.page import ContentPage
from starterspad.content.models.partner import Partner, Service
from starterspad.content.models.phase import Phase
from starterspad.content.models.programme import Programme
from starterspad.content.models.question import DerivedQuestion, Question
from starterspad.content.models.self_assessment import Competence, SelfAssessment
from starterspad.content.models.site import SiteConfig
from starterspad.content.place import Place
from starterspad.content.problems import Location, Problem
from starterspad.content.record_memory import RecordMemory
from starterspad.content.value_registry import RegisteredValue

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class WrittenPage:
    """A hand-written page in one language: its front matter, and its Markdown with facts filled in."""

    front: ContentPage
    body: str


class _Records(Generic[R]):
    """The records of a kind under a name of their own: `catalog.tasks` is `catalog.of(TASK)`."""

    def __init__(self, kind: Kind[R]) -> None:
        self.kind = kind

    def __get__(self, catalog: Catalog, owner: type[Catalog]) -> Mapping[str, R]:
        return catalog.of(self.kind)


@dataclass(frozen=True, eq=False)
class Catalog:
    """Every record of an instance, in reading order; `places` says where each stands, by (kind, id).

    `records` holds them by kind and id, for each kind of `content/kinds.py`; `messages` are keyed by language, `pages`
    by id and then language, `logos` by the id of their partner. `questions` holds derived ones too, behind those that
    are asked. `filled` says which facts stand in the texts of a record, by (kind, id); a page's id is language/id.
    `published` says where each id stands in the registry, by (kind, id); it is None without a registry. `values` holds
    what each fact said when it was registered last. With `problems`, the records they are about are missing, but not
    their places: what names such a record names something that exists. `unread` names the kinds of which a file, or an
    id, could not be read at all. `memory` has what was seen in the records that an earlier reading had too.
    """

    root: Path
    records: Mapping[str, Mapping[str, Record]]
    messages: Mapping[str, Messages]
    questions: Mapping[str, Question]
    pages: Mapping[str, Mapping[str, WrittenPage]]
    logos: Mapping[str, Logo]
    published: Mapping[tuple[str, str], Location] | None
    values: Mapping[str, RegisteredValue]
    places: Mapping[tuple[str, str], Place]
    filled: Mapping[tuple[str, str], tuple[str, ...]]
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()
    memory: RecordMemory | None = None

    def of(self, kind: Kind[R]) -> Mapping[str, R]:
        """Return the records of a kind by id, in reading order; empty where there are none."""
        return cast("Mapping[str, R]", self.records[kind.name])

    def with_records(self, kind: Kind[R], records: Mapping[str, R]) -> Catalog:
        """Return a catalog that holds other records of a kind, and everything else as it is."""
        return replace(self, records={**self.records, kind.name: records})

    @property
    def site(self) -> SiteConfig:
        """The instance: its name, languages, areas and colours."""
        return self.of(SITE)[SITE.name]

    @property
    def self_assessment(self) -> SelfAssessment | None:
        """What a person may look at in herself; None where the instance asks nothing about it."""
        return self.of(SELF_ASSESSMENT).get(SELF_ASSESSMENT.name)

    phases = _Records(PHASE)
    facts = _Records(FACT)
    glossary = _Records(TERM)
    search_words = _Records(SEARCH_WORD)
    tasks = _Records(TASK)
    guides = _Records(GUIDE)
    programmes = _Records(PROGRAMME)
    routes = _Records(ROUTE)
    notices = _Records(NOTICE)
    outcomes = _Records(OUTCOME)
    worksheets = _Records(WORKSHEET)
    risks = _Records(RISK)
    partners = _Records(PARTNER)
    events = _Records(EVENT)
    invariants = _Records(INVARIANT)
    personas = _Records(PERSONA)
    left_out = _Records(LEFT_OUT)
    retired = _Records(RETIRED)
    seen_live = _Records(SEEN_LIVE)

    def ids(self, kind: str) -> Collection[str]:
        """Return the id of every record of a kind, in reading order, also of those with problems."""
        return self._ids.get(kind, {})

    @cached_property
    def _ids(self) -> dict[str, dict[str, None]]:
        by_kind: dict[str, dict[str, None]] = {}
        for kind, id in self.places:
            by_kind.setdefault(kind, {})[id] = None
        return by_kind

    @property
    def languages_of_pages(self) -> Mapping[str, list[str]]:
        """The languages in which each hand-written page stands, those with problems included."""
        languages: dict[str, list[str]] = {}
        for name in self.ids(PAGE.name):
            language, _, id = name.partition("/")
            languages.setdefault(id, []).append(language)
        return languages

    def lacks(self, *kinds: Kind[Record]) -> bool:
        """Tell whether a record of one of these kinds has problems, or could not be read.

        What it would say is unknown then, and that nothing says it would only follow from that.
        """
        return any(
            kind.name in self.unread or any(id not in self.of(kind) for id in self.ids(kind.name)) for kind in kinds
        )

    def location(self, kind: str, id: str, *path: str | int) -> Location:
        """Return the place of a record or of something inside it.

        Raises `KeyError` for a record that no file holds; `path` is keys and indexes from 0, below the record.
        """
        return self.places[kind, id].location(*path)

    def facts_of(self, kind: str, id: str) -> list[str]:
        """Return the ids of a record's facts, once each: those it lists and compares with, then those in its texts."""
        compared: tuple[str, ...] = getattr(self.records[kind].get(id), "compared", ())
        return list(dict.fromkeys((*self.listed_facts(kind, id), *compared, *self.filled.get((kind, id), ()))))

    def listed_facts(self, kind: str, id: str) -> tuple[str, ...]:
        """Return the ids of the facts that a record lists; none for one that has problems."""
        listed: tuple[str, ...] = getattr(self.records[kind].get(id), "facts", ())
        return listed

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

    def services(self) -> tuple[tuple[str, Partner, Service], ...]:
        """Return every service that people are sent to, like `all_services` and in that order."""
        return self._services

    @cached_property
    def _services(self) -> tuple[tuple[str, Partner, Service], ...]:
        return tuple(item for item in self.all_services() if item[1].helps)

    def all_services(self) -> list[tuple[str, Partner, Service]]:
        """Return those of partners that paused or left too, by partner id and service id: nobody pays for a place."""
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
