"""The directory's filters: what a reader can narrow the list of partners by, and what each service answers to."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from starterspad.content.catalog import Catalog
from starterspad.content.folding import name_order
from starterspad.content.limits import LISTED_AT_ONCE
from starterspad.content.models.condition import Clause
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
    """The choices by group, and for each partner the numbers that each of its services answers to.

    The partners stand in alphabetical order: nobody pays for a place. `version` changes with anything that a filter or
    a card shows.
    """

    groups: dict[str, tuple[Choice, ...]]
    services: dict[str, tuple[tuple[int, ...], ...]]
    version: str

    @property
    def folder(self) -> str:
        """Where its files stand below a language, for as long as nothing in them changes."""
        return f"directory/{self.version}"

    @property
    def apart(self) -> bool:
        """Tell whether there are more partners than stand on a page: then the others are data that is loaded."""
        return len(self.services) > LISTED_AT_ONCE

    @cached_property
    def counts(self) -> dict[int, int]:
        """How many partners each choice alone would show, by its number."""
        counts = {choice.number: 0 for choices in self.groups.values() for choice in choices}
        for services in self.services.values():
            for number in {number for numbers in services for number in numbers}:
                counts[number] += 1
        return counts


class ServiceValues:
    """What the services of a catalog answer to; what they have in common is looked up once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._inside: dict[str, list[str]] = {}
        for area in catalog.site.areas.walk():
            for around in catalog.site.area_and_around(area.id):
                self._inside.setdefault(around, []).append(area.id)
        self._themes: dict[str, list[str]] = {}
        for id, guide in catalog.guides_in_order("theme"):
            for task in guide.tasks:
                self._themes.setdefault(task, []).append(id)

    def of(self, partner: Partner, service: Service) -> set[tuple[str, str]]:
        """Return the (group, value) pairs of a service: of what nobody knows, none.

        Where no language is named, those that go without saying in its area stand in for it.
        """
        catalog = self._catalog
        area = catalog.service_area(partner, service)
        values: dict[str, set[str]] = {
            "phase": {catalog.tasks[task].phase for task in service.helps_with},
            "help": {theme for task in service.helps_with for theme in self._themes.get(task, ())},
            "whom": whom_named(catalog, service.when),
            "area": set(self._inside[area]),
            "cost": set(filter(None, [service.cost])),
            "format": set(service.format or ()),
            "language": set(service.languages or catalog.site.assumed_languages(area)),
        }
        return {(group, value) for group, group_values in values.items() for value in group_values}


def directory_of(catalog: Catalog) -> Directory:
    """Gather the choices that at least one service answers to; what nobody answers to is not offered."""
    values_of = ServiceValues(catalog).of
    partners = {id: partner for id, partner in catalog.partners.items() if partner.helps}
    in_order = sorted((name_order(partner.name), id) for id, partner in partners.items())
    by_partner = {id: [values_of(partners[id], service) for service in partners[id].services] for _, id in in_order}
    used = {value for services in by_partner.values() for values in services for value in values}
    groups, numbers = numbered(_possible(catalog), used)
    services = {
        id: tuple(tuple(sorted(numbers[value] for value in values)) for values in services)
        for id, services in by_partner.items()
    }
    return Directory(groups, services, _version(catalog, numbers, services))


def numbered(
    possible: Mapping[str, Iterable[str]], used: Collection[tuple[str, str]]
) -> tuple[dict[str, tuple[Choice, ...]], dict[tuple[str, str], int]]:
    """Return the choices that are used, by group, and the number of each (group, value) among all boxes."""
    numbers: dict[tuple[str, str], int] = {}
    groups: dict[str, tuple[Choice, ...]] = {}
    for group, values in possible.items():
        choices = []
        for value in values:
            if (group, value) in used:
                numbers[group, value] = len(numbers)
                choices.append(Choice(numbers[group, value], group, value))
        groups[group] = tuple(choices)
    return groups, numbers


def whom_named(catalog: Catalog, when: Iterable[Clause]) -> set[str]:
    """Return the people whom a condition names, written question.option; without any, it is for everyone."""
    named = {
        f"{question}.{option}"
        for clause in when
        for question in catalog.site.for_whom_questions
        for option in clause.get(question, ())
    }
    return named or {EVERYONE}


def whom_possible(catalog: Catalog) -> list[str]:
    """Return everybody whom a condition may name, in the order in which readers meet them."""
    questions = catalog.site.for_whom_questions
    return [EVERYONE, *(f"{id}.{option.id}" for id in questions for option in catalog.questions[id].options)]


def _version(
    catalog: Catalog, numbers: dict[tuple[str, str], int], services: dict[str, tuple[tuple[int, ...], ...]]
) -> str:
    """Return the hash of all that the files of the directory hold, in all languages."""
    hashed = hashlib.sha256(json.dumps([list(numbers)]).encode())
    for id, answers in services.items():
        partner, logo = catalog.partners[id], catalog.logos.get(id)
        names = [service.id for service in partner.services]
        shown = (id, partner.name, partner.kind, partner.summary, logo.path if logo else "", names, answers)
        hashed.update(json.dumps(shown).encode())
    return hashed.hexdigest()[:10]


def _possible(catalog: Catalog) -> dict[str, list[str]]:
    """List every value a group could have, in the order in which readers meet them."""
    languages = {code for _, _, service in catalog.services() for code in service.languages or ()}
    return {
        "help": [id for id, _ in catalog.guides_in_order("theme")],
        "phase": list(catalog.phases),
        "whom": whom_possible(catalog),
        "area": [area.id for area in catalog.site.areas.walk()],
        "cost": ["free", "mixed", "paid", "loan", "equity", "membership"],
        "format": ["desk", "visit", "group", "phone", "online"],
        "language": sorted(languages.union(*(area.default_languages for area in catalog.site.areas.walk()))),
    }
