"""Every generated page of one language, as paths and bodies."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal

from starterspad.content.catalog import Catalog
from starterspad.content.freshness import Freshness, freshness
from starterspad.content.models.fact import Fact
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.models.glossary import Term
from starterspad.content.models.page import ContentPage
from starterspad.content.models.partner import Partner, Service
from starterspad.pages.appearances import appearances, for_whom
from starterspad.pages.changes import changes_of
from starterspad.pages.directory import EVERYONE, UNKNOWN, Choice, directory_of
from starterspad.pages.embed import embeds
from starterspad.pages.gaps import Report
from starterspad.pages.glossary import Explainer
from starterspad.pages.guides import guide_helpers, theme_of
from starterspad.pages.helping_partners import helpers
from starterspad.pages.localizer import Localizer, environment
from starterspad.pages.partner_form import form_page
from starterspad.quality.coverage import Coverage

Layout = Literal["home", "page", "focus", "record"]


@dataclass(frozen=True)
class Page:
    """A page to render into its layout: `path` below the language, such as `tasks/kbo/`; `body` is safe HTML.

    `title` and `description` are plain text, and are escaped when the page goes into its layout.
    """

    path: str
    title: str
    description: str
    layout: Layout
    body: str


def render_pages(coverage: Coverage, language: str, model_name: str, today: datetime.date) -> Iterator[Page]:
    """Yield the generated pages of a language, those that list first, then one for each record.

    `model_name` is the file name of its decision model; `today` decides what is fresh, and which notices still hold.
    """
    catalog = coverage.catalog
    view = _View(catalog, language, model_name, today)
    yield view.page("home", "", "home", view.message("home.title"))
    yield view.page("questions", "questions/", "focus", view.message("questions.title"))
    yield view.page("plan", "plan/", "page", view.message("plan.title"))
    yield view.page("coach", "coach/", "page", view.message("coach.title"))
    yield view.page("changes", "changes/", "page", view.message("changes.title"))
    yield view.page("paper", "paper/", "page", view.message("paper.title"))
    yield view.page("search", "search/", "page", view.message("search.title"))
    yield view.page("phases", "phases/", "page", view.message("phases.title"))
    yield view.page("tasks", "tasks/", "page", view.message("tasks.title"))
    yield view.page("guides", "guides/", "page", view.message("guides.title"))
    yield view.page("ask", "ask/", "page", view.message("ask.title"))
    if catalog.glossary:
        yield view.page("glossary", "glossary/", "page", view.message("glossary.title"))
    if catalog.programmes:
        yield view.page("programmes", "programmes/", "page", view.message("programmes.title"))
    if catalog.routes:
        yield view.page("routes", "routes/", "page", view.message("routes.title"))
    if catalog.self_assessment:
        title = view.message("mirror.title")
        assessment = catalog.self_assessment
        yield view.page("self_assessment", "mirror/", "page", title, words="mirror", assessment=assessment)
    yield view.page("partners", "partners/", "page", view.message("partners.title"))
    yield view.page("embed", "embed/", "page", view.message("embed.title"), embeds=embeds(catalog, language))
    yield view.page("partner_form", "join/", "page", view.message("join.title"), words="join", **form_page(catalog))
    yield view.page(
        "gaps", "gaps/", "page", view.message("gaps.title"), report=Report(coverage, view.localizer, today), today=today
    )
    if catalog.outcomes:
        yield view.page("outcomes", "outcomes/", "page", view.message("outcomes.title"))
    if catalog.risks:
        yield view.page("risks", "risks/", "page", view.message("risks.title"))
    if catalog.worksheets:
        yield view.page("worksheets", "worksheets/", "page", view.message("worksheets.title"))
    for id, sheet in catalog.worksheets.items():
        yield view.record("worksheet", f"worksheets/{id}/", sheet.title, sheet.text, id=id, sheet=sheet)
    for id, phase in catalog.gates.items():
        assert phase.gate
        yield view.record(
            "gate_decision", f"decide/{id}/", phase.gate.question, phase.gate.text, id=id, gate=phase.gate
        )
    for id, phase in catalog.phases.items():
        yield view.record("phase", f"phases/{id}/", phase.title, phase.summary, id=id, phase=phase)
    for id, task in catalog.tasks.items():
        yield view.record("task", f"tasks/{id}/", task.title, task.why, id=id, task=task)
    for id, guide in catalog.guides.items():
        yield view.record("guide", f"guides/{id}/", guide.title, guide.summary, id=id, guide=guide)
    for id, programme in catalog.programmes.items():
        path = f"programmes/{id}/"
        yield view.record("programme", path, programme.title, programme.summary, id=id, programme=programme)
    for id, partner in catalog.partners.items():
        name = {language: partner.name}
        yield view.record("partner", f"partners/{id}/", name, partner.summary, id=id, partner=partner)


class _View:
    """What the templates see: the catalog, sorted as readers need it, and the localizer of one language."""

    def __init__(self, catalog: Catalog, language: str, model_name: str, today: datetime.date) -> None:
        self.catalog = catalog
        self.today = today
        self.localizer = Localizer(catalog.messages[language], catalog.site.default_language)
        self.plain = self.localizer.plain
        self.message = self.localizer.messages.format
        self.helping: dict[str, list[tuple[str, Partner, Service]]] = {id: [] for id in catalog.tasks}
        for item in catalog.services():
            for task in item[2].helps_with:
                self.helping[task].append(item)
        self.explainer = Explainer(catalog.glossary, self.localizer)
        self.shared = {
            "site": catalog.site,
            "phases": catalog.phases,
            "questions": catalog.asked,
            "tasks": catalog.tasks,
            "facts": catalog.facts,
            "glossary": self._by_term(),
            "programmes": dict(catalog.programmes_in_order()),
            "routes": catalog.routes,
            "outcomes": catalog.outcomes,
            "worksheets": catalog.worksheets,
            "risks": catalog.risks,
            "facts_of": self._facts_of,
            "freshness_of": lambda checked: freshness(checked, today),
            "partners": dict(sorted(catalog.partners.items(), key=lambda item: item[1].name.casefold())),
            "logos": catalog.logos,
            "helping_partners": [id for id, partner in catalog.partners.items() if partner.helps],
            "groups": dict(catalog.guides_in_order("group")),
            "themes": dict(catalog.guides_in_order("theme")),
            "theme_of": theme_of(catalog),
            "helping": self.helping,
            "helpers_of_task": lambda task: helpers(catalog, self.helping[task]),
            "helpers_of_phase": lambda phase: helpers(catalog, self._helping_in(phase)),
            "helpers_of_guide": lambda guide: guide_helpers(catalog, guide),
            "by_phase": self._by_phase(),
            "followers": {
                id: [other for other, task in catalog.tasks.items() if id in task.after] for id in catalog.tasks
            },
            "developed_by": lambda competence: [
                id for id, task in catalog.tasks.items() if competence in task.develops
            ],
            "taught_by": lambda competence: [item for item in catalog.services() if competence in item[2].develops],
            "notices_on": partial(catalog.notices_on, today),
            "areas": {area.id: area for area in catalog.site.areas.walk()},
            "service_area": catalog.service_area,
            "directory": directory_of(catalog),
            "changes": changes_of(catalog),
            "appearances": lambda partner: appearances(catalog, partner),
            "people_of": lambda service: for_whom(catalog, self.localizer, service),
            "choice_name": self._choice_name,
            "worry": self._worry(language),
            "dont_know": DONT_KNOW,
            "language": language,
            "model": model_name,
            "message": self.message,
            "text": self.localizer.text,
            "plain": self.localizer.plain,
            "markdown": self.localizer.markdown,
            "raw_messages": self.localizer.raw_messages,
            "date": self.localizer.messages.date,
            "language_name": lambda code: catalog.messages[language].language_name(code),
        }

    def page(self, template: str, path: str, layout: Layout, title: str, words: str = "", **more: Any) -> Page:
        """Render a page that stands once in a language; `words` is the group of its messages, if not the template's."""
        return self._render(template, path, layout, title, self.message(f"{words or template}.description"), more)

    def record(self, template: str, path: str, title: dict[str, str], summary: dict[str, str], **record: Any) -> Page:
        """Render the page of one record; its description is the record's own summary."""
        return self._render(template, path, "record", self.plain(title), self.plain(summary), record)

    def _render(
        self, template: str, path: str, layout: Layout, title: str, description: str, record: dict[str, Any]
    ) -> Page:
        root = "../" * path.count("/") or "./"
        body = environment().get_template(f"{template}.html").render(self.shared | record | {"root": root})
        if layout == "record":
            body = self.explainer.explain(body, root)
        return Page(path, title, description, layout, body)

    def _choice_name(self, choice: Choice) -> str:
        """Say what a filter's choice means: in a record's own words where it has some."""
        catalog, value = self.catalog, choice.value
        if value == UNKNOWN:
            return self.message("partners.not_known")
        if choice.group in ("cost", "format"):
            return self.message(f"{choice.group}.{value}")
        if choice.group == "language":
            return self.localizer.messages.language_name(value)
        if choice.group == "phase":
            return self.plain(catalog.phases[value].title)
        if choice.group == "help":
            return self.plain(catalog.guides[value].title)
        if choice.group == "area":
            return self.plain(next(area for area in catalog.site.areas.walk() if area.id == value).title)
        if value == EVERYONE:
            return self.message("partners.everyone")
        question, _, option = value.partition(".")
        return self.plain(next(answer for answer in catalog.questions[question].options if answer.id == option).title)

    def _facts_of(self, kind: str, ids: Iterable[str]) -> list[tuple[Fact, Freshness]]:
        """Return the facts of records with how fresh they are; what ages stands behind what is fresh."""
        facts = dict.fromkeys(fact for id in ids for fact in self.catalog.facts_of(kind, id))
        with_freshness = [
            (self.catalog.facts[fact], freshness(self.catalog.facts[fact].checked, self.today)) for fact in facts
        ]
        return sorted(with_freshness, key=lambda item: ("fresh", "ageing", "old").index(item[1]))

    def _by_term(self) -> dict[str, Term]:
        """Sort the terms as readers look for them."""
        return dict(sorted(self.catalog.glossary.items(), key=lambda item: self.plain(item[1].term).casefold()))

    def _helping_in(self, phase: str) -> list[tuple[str, Partner, Service]]:
        """Return the services that help with a task of a phase."""
        tasks = {id for id, task in self.catalog.tasks.items() if task.phase == phase}
        return [item for item in self.catalog.services() if tasks & set(item[2].helps_with)]

    def _worry(self, language: str) -> ContentPage | None:
        """Return the title and description of the page that answers what worries people most."""
        pages = self.catalog.pages.get(self.catalog.site.worry_page or "", {})
        page = pages.get(language) or pages.get(self.catalog.site.default_language)
        return page.front if page else None

    def _by_phase(self) -> dict[str, dict[str, Any]]:
        """Sort the tasks of each phase by order, as a reader without answers meets them."""
        tasks = sorted(self.catalog.tasks.items(), key=lambda item: (item[1].order, item[0]))
        return {phase: {id: task for id, task in tasks if task.phase == phase} for phase in self.catalog.phases}
