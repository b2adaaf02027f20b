"""The page of one guide, and who helps its readers: first what is made for them, then what is for everyone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.limits import LISTED_AT_ONCE, MOST_AT_ONCE
from starterspad.content.models.guide import Guide
from starterspad.content.models.partner import Service
from starterspad.pages.helping_partners import Helper, helper_cards, helper_links, helpers, in_order, whole_list
from starterspad.pages.news_rows import NewsRow, news
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import GuideHelp
from starterspad.pages.shared import once
from starterspad.pages.trouble import trouble_page
from starterspad.rules.evaluate import Answers, Verdict, evaluate


@dataclass(frozen=True)
class GuidePage:
    """The guide with its steps, who helps its readers, and the way to somebody to talk to."""

    guide: Guide
    more: GuideHelp
    news: tuple[NewsRow, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each guide; that for who is in trouble has a template of its own."""
    for id, guide in inputs.catalog.guides.items():
        more = _help_of(inputs, id, guide)
        in_trouble = id == inputs.catalog.site.trouble_guide
        context = (
            trouble_page(inputs, id, more) if in_trouble else GuidePage(guide, more, news(inputs, id), inputs.talk)
        )
        yield record_page(inputs, context, f"guides/{id}/", guide.title, guide.summary)


def _help_of(inputs: PageInputs, id: str, guide: Guide) -> GuideHelp:
    listed = guide_list(inputs, id)
    aimed, others = listed.aimed, listed.others
    # More cards than this are a wall; names are a list.
    as_names = bool(guide.people) or len(others) > MOST_AT_ONCE
    return GuideHelp(
        steps=inputs.step_links(guide.tasks),
        aimed=helper_cards(aimed),
        other_names=helper_links(others) if as_names else (),
        other_cards=() if as_names else helper_cards(others),
        everyone=whole_list("guide", id, listed.everyone),
        facts=inputs.facts("guide", [id]),
    )


@dataclass(frozen=True)
class GuideList:
    """The first of those who help the readers of a guide, and where they are not all, the ids of everybody."""

    aimed: tuple[Helper, ...]
    others: tuple[Helper, ...]
    everyone: tuple[str, ...]


def guide_list(inputs: PageInputs, id: str) -> GuideList:
    """Return who helps the readers of a guide."""
    return once(inputs.shared, f"guide_list/{id}", lambda: _guide_list(inputs.catalog, inputs.catalog.guides[id]))


def _guide_list(catalog: Catalog, guide: Guide) -> GuideList:
    aimed, others = guide_helpers(catalog, guide)
    first = tuple(aimed[:LISTED_AT_ONCE]), tuple(others[:LISTED_AT_ONCE])
    whole = (len(first[0]), len(first[1])) == (len(aimed), len(others))
    everyone = () if whole else in_order(catalog, {helper.id for helper in (*aimed, *others)})
    return GuideList(*first, everyone)


def guide_helpers(catalog: Catalog, guide: Guide) -> tuple[list[Helper], list[Helper]]:
    """Return the helpers made for the guide's people, and the others who help with its tasks and may fit them."""
    aimed, others = [], []
    people = [(person, person.deciding()) for person in _people(guide, catalog)]
    tasks = frozenset(guide.tasks)
    for item in catalog.services():
        if _aimed(item[2], guide):
            aimed.append(item)
        elif not tasks.isdisjoint(item[2].helps_with) and _may_fit(item[2], people):
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


def _may_fit(service: Service, people: Iterable[tuple[Answers, frozenset[str]]]) -> bool:
    """Tell whether a service is not ruled out for somebody; only what a condition names needs to be judged."""
    condition = service.condition
    named = {question for clause in (*condition.when, *condition.unless) for question in clause}
    return any(
        deciding.isdisjoint(named) or evaluate(condition, answers).verdict is not Verdict.NO
        for answers, deciding in people
    )


def _people(guide: Guide, catalog: Catalog) -> Iterator[Answers]:
    """Yield one person for each answer that the guide names; without any, a person who said nothing."""
    if not guide.people:
        yield Answers(catalog.questions, {})
    for clause in guide.people:
        for question, options in clause.items():
            for option in options:
                yield Answers(catalog.questions, {question: frozenset((option,))})
