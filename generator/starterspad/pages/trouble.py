"""The page for who says that it goes badly: one person to call, what to say, one thing to do today; the rest folded.

Who is in distress reads no list. So the page names who the engine would name first for her, and nobody else.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from starterspad.content.catalog import Catalog
from starterspad.content.models.guide import Guide
from starterspad.content.models.partner import Service
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Contact, GuideHelp, Text, contact_of
from starterspad.pages.shared import once
from starterspad.rules.evaluate import Answers
from starterspad.rules.helper_order import Way
from starterspad.rules.plan import PlannedService, make_plan

# More sentences than this nobody remembers on the phone.
_SAID = 3


@dataclass(frozen=True)
class FirstHelper:
    """Whom to reach first, by the quickest way that is known; `depends_on` says what decides whether they fit."""

    name: str
    service: Service
    way: Way
    contact: Contact
    address: str
    path: str
    depends_on: str


@dataclass(frozen=True)
class TroublePage:
    """The guide, whom to reach first where the engine knows somebody, what to say to them, and all the rest."""

    guide: Guide
    first: FirstHelper | None
    say: tuple[Text, ...]
    more: GuideHelp


def trouble_page(inputs: PageInputs, id: str, more: GuideHelp) -> TroublePage:
    """Return what the page of the guide with this id shows; `more` is what the page of any guide shows."""
    guide = inputs.catalog.guides[id]
    step = guide.tasks[0]
    planned = once(inputs.shared, "first_planned", lambda: _first_planned(inputs, f"guides/{id}/", step))
    first = _first_helper(inputs, planned) if planned else None
    say = (first.service.say if first else ()) or inputs.catalog.tasks[step].say
    # What the step says of whom to call has its sources here too.
    facts = {item.fact.id: item for item in (*more.facts, *inputs.facts("task", [step]))}
    return TroublePage(guide, first, say[:_SAID], replace(more, facts=tuple(facts.values())))


def _first_planned(inputs: PageInputs, path: str, step: str) -> PlannedService | None:
    """Return who comes first on her plan for a step, when she chose the answer that leads to the page at `path`."""
    catalog = inputs.catalog
    answers = Answers.complete(catalog.questions, _answers_leading_to(catalog, path), catalog.site.assume)
    tasks = make_plan(catalog, answers, today=inputs.today).tasks
    services = next((task.services for task in tasks if task.id == step), ())
    return next((service for service in services if service.ways), None)


def _answers_leading_to(catalog: Catalog, path: str) -> dict[str, frozenset[str]]:
    leading = {
        id: frozenset(option.id for option in question.options if (option.leads_to or "").strip("/") == path.strip("/"))
        for id, question in catalog.asked.items()
    }
    return {id: options for id, options in leading.items() if options}


def _first_helper(inputs: PageInputs, planned: PlannedService) -> FirstHelper:
    catalog = inputs.catalog
    partner = catalog.partners[planned.partner]
    service = next(service for service in partner.services if service.id == planned.service)
    open_questions = (catalog.questions[id].because for id in planned.judgement.missing)
    return FirstHelper(
        name=partner.name,
        service=service,
        way=planned.ways[0],
        contact=contact_of(partner, service),
        address=partner.contact.address or "",
        path=f"partners/{planned.partner}/",
        depends_on="; ".join(inputs.localizer.plain(because) for because in open_questions),
    )
