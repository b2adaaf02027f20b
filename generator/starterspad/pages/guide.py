"""The page of one guide, and who helps its readers: first what is made for them, then what is for everyone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.limits import MOST_AT_ONCE
from starterspad.content.models.guide import Guide
from starterspad.content.models.partner import Service
from starterspad.pages.helping_partners import Helper, helper_cards, helper_links, helpers
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DatedFact, HelperCard, PartnerLink, Step
from starterspad.rules.evaluate import Answers, Verdict, evaluate

# More cards than this are a wall; names are a list.


@dataclass(frozen=True)
class GuidePage:
    """The guide with its steps, and who helps its readers.

    `aimed` are made for the people of the guide; the others stand as names or as cards, never as both.
    """

    guide: Guide
    steps: tuple[Step, ...]
    aimed: tuple[HelperCard, ...]
    other_names: tuple[PartnerLink, ...]
    other_cards: tuple[HelperCard, ...]
    facts: tuple[DatedFact, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each guide."""
    for id, guide in inputs.catalog.guides.items():
        aimed, others = guide_helpers(inputs.catalog, guide)
        as_names = bool(guide.people) or len(others) > MOST_AT_ONCE
        context = GuidePage(
            guide=guide,
            steps=inputs.step_links(guide.tasks),
            aimed=helper_cards(aimed),
            other_names=helper_links(others) if as_names else (),
            other_cards=() if as_names else helper_cards(others),
            facts=inputs.facts("guide", [id]),
            talk=inputs.talk,
        )
        yield record_page(inputs, context, f"guides/{id}/", guide.title, guide.summary)


def guide_helpers(catalog: Catalog, guide: Guide) -> tuple[list[Helper], list[Helper]]:
    """Return the helpers made for the guide's people, and the others who help with its tasks and may fit them."""
    aimed, others = [], []
    for item in catalog.services():
        if _aimed(item[2], guide):
            aimed.append(item)
        elif set(item[2].helps_with) & set(guide.tasks) and _may_fit(item[2], guide, catalog):
            others.append(item)
    return helpers(catalog, aimed), helpers(catalog, others)


def _aimed(service: Service, guide: Guide) -> bool:
    """Tell whether everyone the service is for is someone the guide is for, as far as its condition says."""

    def names_them(clause: dict[str, tuple[str, ...]]) -> bool:
        return any(
            set(clause.get(question, ())) & set(options)
            for people in guide.people
            for question, options in people.items()
        )

    return bool(service.when) and all(names_them(clause) for clause in service.when)


def _may_fit(service: Service, guide: Guide, catalog: Catalog) -> bool:
    return any(evaluate(service.condition, answers).verdict is not Verdict.NO for answers in _people(guide, catalog))


def _people(guide: Guide, catalog: Catalog) -> Iterator[Answers]:
    """Yield one person for each answer that the guide names; without any, a person who said nothing."""
    if not guide.people:
        yield Answers(catalog.questions, {})
    for clause in guide.people:
        for question, options in clause.items():
            for option in options:
                yield Answers(catalog.questions, {question: frozenset((option,))})
