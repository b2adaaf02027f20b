"""The directory's filters: what a reader can narrow the list of partners by, and what each service answers to."""

from __future__ import annotations

from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.models.partner import Partner, Service

EVERYONE = "everyone"


@dataclass(frozen=True)
class Choice:
    """One box to tick; `number` is its place among all boxes."""

    number: int
    group: str
    value: str


@dataclass(frozen=True)
class Directory:
    """The choices by group, and for each partner the numbers that each of its services answers to."""

    groups: dict[str, tuple[Choice, ...]]
    services: dict[str, tuple[tuple[int, ...], ...]]


def directory_of(catalog: Catalog) -> Directory:
    """Gather the choices that at least one service answers to; what nobody answers to is not offered."""
    by_partner = {
        id: [service_values(catalog, partner, service) for service in partner.services]
        for id, partner in catalog.partners.items()
        if partner.helps
    }
    used = {value for services in by_partner.values() for values in services for value in values}
    numbers: dict[tuple[str, str], int] = {}
    groups: dict[str, tuple[Choice, ...]] = {}
    for group, values in _possible(catalog).items():
        choices = []
        for value in values:
            if (group, value) in used:
                numbers[group, value] = len(numbers)
                choices.append(Choice(numbers[group, value], group, value))
        groups[group] = tuple(choices)
    services = {
        id: tuple(tuple(sorted(numbers[value] for value in values)) for values in services)
        for id, services in by_partner.items()
    }
    return Directory(groups, services)


def service_values(catalog: Catalog, partner: Partner, service: Service) -> set[tuple[str, str]]:
    """Return the (group, value) pairs of a service: of what nobody knows, none.

    Where no language is named, those that go without saying in its area stand in for it.
    """
    area = catalog.service_area(partner, service)
    named = {
        f"{question}.{option}"
        for clause in service.when
        for question in catalog.site.for_whom_questions
        for option in clause.get(question, ())
    }
    inside = [inner.id for inner in catalog.site.areas.walk() if area in catalog.site.area_and_around(inner.id)]
    themes = catalog.guides_in_order("theme")
    values: dict[str, set[str]] = {
        "phase": {catalog.tasks[task].phase for task in service.helps_with},
        "help": {id for id, guide in themes if set(guide.tasks) & set(service.helps_with)},
        "whom": named or {EVERYONE},
        "area": set(inside),
        "cost": set(filter(None, [service.cost])),
        "format": set(service.format or ()),
        "language": set(service.languages or catalog.site.assumed_languages(area)),
    }
    return {(group, value) for group, group_values in values.items() for value in group_values}


def _possible(catalog: Catalog) -> dict[str, list[str]]:
    """List every value a group could have, in the order in which readers meet them."""
    languages = {code for _, _, service in catalog.services() for code in service.languages or ()}
    whom = [
        f"{question}.{option.id}"
        for question in catalog.site.for_whom_questions
        for option in catalog.questions[question].options
    ]
    return {
        "help": [id for id, _ in catalog.guides_in_order("theme")],
        "phase": list(catalog.phases),
        "whom": [EVERYONE, *whom],
        "area": [area.id for area in catalog.site.areas.walk()],
        "cost": ["free", "mixed", "paid", "loan", "equity", "membership"],
        "format": ["desk", "visit", "group", "phone", "online"],
        "language": sorted(languages.union(*(area.default_languages for area in catalog.site.areas.walk()))),
    }
