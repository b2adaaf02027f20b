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
from starterspad.pages.parts import GuideHelp
from starterspad.pages.trouble import trouble_page
from starterspad.rules.evaluate import Answers, Verdict, evaluate


@dataclass(frozen=True)
class GuidePage:
    """The guide with its steps, who helps its readers, and the way to somebody to talk to."""

    guide: Guide
    more: GuideHelp
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each guide; that for who is in trouble has a template of its own."""
    for id, guide in inputs.catalog.guides.items():
        more = _help_of(inputs, id, guide)
        in_trouble = id == inputs.catalog.site.trouble_guide
        context = trouble_page(inputs, id, more) if in_trouble else GuidePage(guide, more, inputs.talk)
        yield record_page(inputs, context, f"guides/{id}/", guide.title, guide.summary)


def _help_of(inputs: PageInputs, id: str, guide: Guide) -> GuideHelp:
    aimed, others = guide_helpers(inputs.catalog, guide)
    # More cards than this are a wall; names are a list.
    as_names = bool(guide.people) or len(others) > MOST_AT_ONCE
    return GuideHelp(
        steps=inputs.step_links(guide.tasks),
        aimed=helper_cards(aimed),
        other_names=helper_links(others) if as_names else (),
        other_cards=() if as_names else helper_cards(others),
        facts=inputs.facts("guide", [id]),
    )


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
