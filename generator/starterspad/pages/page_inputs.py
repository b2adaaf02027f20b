"""What the pages of one language are made of; what several of them need is looked up once."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast
from urllib.parse import quote

from markupsafe import Markup

from starterspad.content.catalog import Catalog
from starterspad.content.condition_words import condition_sentences
from starterspad.content.fact_life import has_ended
from starterspad.content.folding import name_order
from starterspad.content.freshness import freshness
from starterspad.content.kinds import CALCULATOR
from starterspad.content.models.calculator import in_order
from starterspad.content.models.condition import Conditional
from starterspad.content.models.notice import Notice
from starterspad.content.models.partner import Partner, Service
from starterspad.pages.directory import Directory, directory_of
from starterspad.pages.explainer import Explainer
from starterspad.pages.localizer import Localizer
from starterspad.pages.neighbours import Neighbours
from starterspad.pages.parts import (
    Checked,
    DatedFact,
    Link,
    PartnerLink,
    PhaseSteps,
    Sheet,
    Step,
    Stone,
    Text,
    Worry,
    partner_link,
)
from starterspad.pages.shared import Shared, in_all_languages
from starterspad.quality.coverage import Coverage
from starterspad.rules.money.compiled import Computation
from starterspad.rules.money.compiler import compiled

T = TypeVar("T")


@dataclass(frozen=True)
class PageInputs:
    """The content, one language to say it in, the file name of its decision model, and the day it is.

    `today` decides what is fresh, and which notices still hold. `shared` is one for all languages: what is the same in
    each is looked up once.
    """

    coverage: Coverage
    localizer: Localizer
    model: str
    today: datetime.date
    shared: Shared = field(default_factory=Shared)

    def of_record(self, kind: str, id: str, make: Callable[[], T]) -> T:
        """Return what the pages of one record show in all languages, made for the first of them.

        Pages come record by record, so no more is kept than what the last record of a kind shows.
        """
        last = self.shared.latest.get(kind)
        if last is None or last[0] != id:
            last = self.shared.latest[kind] = (id, make())
        return cast("T", last[1])

    @property
    def catalog(self) -> Catalog:
        """The records."""
        return self.coverage.catalog

    @property
    def language(self) -> str:
        """The language of the pages."""
        return self.localizer.language

    @cached_property
    def explainer(self) -> Explainer:
        """What explains the terms of the glossary."""
        return Explainer(self.catalog.glossary, self.localizer)

    def for_whom(self, service: Conditional) -> list[str]:
        """Say who a service is for, as `condition_sentences` does, in the language of the pages."""
        localizer = self.localizer
        return condition_sentences(service.condition, self.catalog.questions, localizer.messages, localizer.fallback)

    def anchor(self, root: str, target: PartnerLink | Link) -> Markup:
        """Return a link to a partner or a step, from a page whose path to the first page is `root`."""
        known = self._anchors.get((root, target.path))
        if known is None:
            name = target.name if isinstance(target, PartnerLink) else self.localizer.text(target.title)
            known = Markup('<a href="{}{}">{}</a>').format(root, target.path, name)
            self._anchors[root, target.path] = known
        return known

    def anchors(self, root: str, targets: Iterable[PartnerLink | Link]) -> Markup:
        """Return links to partners or steps, with commas between them."""
        return Markup(", ").join(self.anchor(root, target) for target in targets)

    @cached_property
    def _anchors(self) -> dict[tuple[str, str], Markup]:
        """Links by where they stand and lead: each partner is named by a dozen others."""
        return {}

    @property
    def talk(self) -> str:
        """The path of the page that leads to someone to talk to."""
        return "talk/"

    @property
    def sheet(self) -> Sheet:
        """What the printed plan says of the site."""
        site = self.catalog.site
        return Sheet(site.name, f"{site.base_url}{self.language}/plan/")

    @cached_property
    def worry(self) -> Worry | None:
        """The page that answers what worries people most, where the instance names one."""
        id = self.catalog.site.worry_page or ""
        written = self.catalog.pages.get(id, {})
        page = written.get(self.language) or written.get(self.catalog.site.default_language)
        return Worry(f"{id}/", page.front.title, page.front.description) if page else None

    @in_all_languages
    def steps(self) -> Mapping[str, Step]:
        """Every task as a list shows it, by id."""
        return {
            id: Step(id, f"tasks/{id}/", task.title, task.why, task.for_whom) for id, task in self.catalog.tasks.items()
        }

    def step_links(self, ids: Iterable[str]) -> tuple[Step, ...]:
        """Return tasks by their ids, in that order; raises `KeyError` for one that does not exist."""
        return tuple(self.steps[id] for id in ids)

    @in_all_languages
    def computations(self) -> Mapping[str, Computation]:
        """Every calculator made ready to be worked out, by id."""
        return {id: compiled(self.catalog, id) for id in in_order(self.catalog.of(CALCULATOR))}

    @in_all_languages
    def phases(self) -> tuple[PhaseSteps, ...]:
        """Every phase with its tasks by order, as a reader without answers meets them."""
        by_phase: dict[str, list[Step]] = defaultdict(list)
        for id, task in sorted(self.catalog.tasks.items(), key=lambda item: (item[1].order, item[0])):
            by_phase[task.phase].append(self.steps[id])
        return tuple(
            PhaseSteps(id, f"phases/{id}/", phase.title, tuple(by_phase[id]))
            for id, phase in self.catalog.phases.items()
        )

    def stones(self, here: str = "") -> tuple[Stone, ...]:
        """Return the path of phases; `here` is the id of the phase whose page it stands on."""
        return tuple(
            Stone(id, f"phases/{id}/", phase.title, phase.summary, id == here)
            for id, phase in self.catalog.phases.items()
        )

    def guides(self, kind: str) -> tuple[Link, ...]:
        """Return the guides of a kind, `group` or `theme`, in reading order."""
        return tuple(Link(id, f"guides/{id}/", guide.title) for id, guide in self.catalog.guides_in_order(kind))

    @in_all_languages
    def partners(self) -> Mapping[str, PartnerLink]:
        """Every partner by id, in alphabetical order of their names: nobody pays for a place."""
        partners = sorted(self.catalog.partners.items(), key=lambda item: name_order(item[1].name))
        return {id: partner_link(id, partner) for id, partner in partners}

    @in_all_languages
    def helping_count(self) -> int:
        """How many partners people are sent to."""
        return sum(partner.helps for partner in self.catalog.partners.values())

    @in_all_languages
    def services(self) -> tuple[tuple[str, Partner, Service], ...]:
        """Every service that people are sent to, as (partner id, partner, service)."""
        return tuple(self.catalog.services())

    @in_all_languages
    def helping(self) -> Mapping[str, tuple[tuple[str, Partner, Service], ...]]:
        """The services that help with each task, by its id."""
        helping: dict[str, list[tuple[str, Partner, Service]]] = {id: [] for id in self.catalog.tasks}
        for item in self.services:
            for task in item[2].helps_with:
                helping[task].append(item)
        return {id: tuple(items) for id, items in helping.items()}

    @in_all_languages
    def directory(self) -> Directory:
        """What the directory filters by."""
        return directory_of(self.catalog)

    @in_all_languages
    def neighbours(self) -> Neighbours:
        """Who helps beside whom."""
        return Neighbours(self.catalog)

    @in_all_languages
    def followers(self) -> Mapping[str, tuple[Step, ...]]:
        """The tasks that come after each task, by its id."""
        followers: dict[str, list[Step]] = {id: [] for id in self.catalog.tasks}
        for id, task in self.catalog.tasks.items():
            for before in dict.fromkeys(task.after):
                followers[before].append(self.steps[id])
        return {id: tuple(steps) for id, steps in followers.items()}

    @in_all_languages
    def area_titles(self) -> Mapping[str, Text]:
        """What each area is called, by id, the widest first."""
        return {area.id: area.title for area in self.catalog.site.areas.walk()}

    def facts(self, kind: str, ids: Iterable[str]) -> tuple[DatedFact, ...]:
        """Return the facts of records of a kind, once each; what ages stands behind what is fresh."""
        named = dict.fromkeys(fact for id in ids for fact in self.catalog.facts_of(kind, id))
        facts = sorted(
            (self.catalog.facts[id] for id in named),
            key=lambda fact: ("fresh", "ageing", "old").index(freshness(fact.checked, self.today)),
        )
        return tuple(DatedFact(fact, self.checked(fact.checked), has_ended(fact, self.today)) for fact in facts)

    def checked(self, on: datetime.date) -> Checked:
        """Return a day of looking, with whether that is too long ago."""
        return Checked(on, freshness(on, self.today) == "old")

    def notices(self, kind: str, id: str) -> tuple[Notice, ...]:
        """Return the notices that still hold for a record, a `task` or a `partner`."""
        return tuple(self.catalog.notices_on(self.today, kind, id))

    def address_about(self, subject: str, root: str) -> str:
        """Return where to tell the city something: a letter, the repository, or the page that says how.

        `root` leads from the page to the language's first page; empty where the instance names nothing.
        """
        site = self.catalog.site
        if site.contact:
            return f"mailto:{site.contact}?subject={quote(subject)}"
        if site.repository:
            return site.repository
        return f"{root}{site.contact_page}/" if site.contact_page else ""
