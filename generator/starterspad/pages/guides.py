"""Who helps the readers of a guide: first what is made for them, then what is for everyone."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.models.guide import Guide
from starterspad.content.models.partner import Service
from starterspad.pages.helping_partners import Helper, helpers
from starterspad.rules.evaluate import Answers, Verdict, evaluate


def guide_helpers(catalog: Catalog, guide: Guide) -> tuple[list[Helper], list[Helper]]:
    """Return the helpers made for the guide's people, and the others who help with its tasks and may fit them."""
    aimed, others = [], []
    for item in catalog.services():
        if _aimed(item[2], guide):
            aimed.append(item)
        elif set(item[2].helps_with) & set(guide.tasks) and _may_fit(item[2], guide, catalog):
            others.append(item)
    return helpers(catalog, aimed), helpers(catalog, others)


def theme_of(catalog: Catalog) -> dict[str, str]:
    """Return for each task the first theme, by order, that lists it."""
    theme_by_task: dict[str, str] = {}
    for id, guide in catalog.guides_in_order("theme"):
        for task in guide.tasks:
            theme_by_task.setdefault(task, id)
    return theme_by_task


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
