"""The services that help with each task, as bits: so a question about thousands of them is one operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from starterspad.content.catalog import Catalog
from starterspad.content.models.condition import Condition
from starterspad.content.models.partner import Service
from starterspad.rules.evaluate import Answers, Verdict, evaluate, evaluate_area

FREE = "free"

Bits = int
"""Bit n stands for the partner with that place among those who help with a task."""


class _Layer:
    """At most one service of each partner: for each language, cost and doubt those that have it."""

    def __init__(self) -> None:
        self.all: Bits = 0
        self.speaks: dict[str, Bits] = defaultdict(int)
        self.languages_open: Bits = 0
        self.free: Bits = 0
        self.cost_open: Bits = 0

    def add(self, bit: Bits, service: Service, languages: tuple[str, ...]) -> None:
        self.all |= bit
        for language in languages:
            self.speaks[language] |= bit
        self.languages_open |= bit if service.languages is None else 0
        self.free |= bit if service.cost == FREE else 0
        self.cost_open |= bit if service.cost in (None, "mixed") else 0


class TaskHelpers:
    """Who helps with one task: the n-th service of each partner stands in the n-th layer."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._layers: list[_Layer] = []

    @cached_property
    def partners(self) -> tuple[str, ...]:
        """The ids of the partners, by their places; asked once all services are in."""
        return tuple(self._places)

    def add(self, partner: str, service: Service, languages: tuple[str, ...]) -> tuple[int, Bits]:
        """Take in a service with the languages it is given in; return its layer and its bit."""
        bit = 1 << self._places.setdefault(partner, len(self._places))
        layer = next((number for number, layer in enumerate(self._layers) if not layer.all & bit), len(self._layers))
        if layer == len(self._layers):
            self._layers.append(_Layer())
        self._layers[layer].add(bit, service, languages)
        return layer, bit

    def without(self, ruled_out: Mapping[int, Bits]) -> list[Bits]:
        """Return the services of each layer but those that are ruled out, by layer."""
        return [layer.all & ~ruled_out.get(number, 0) for number, layer in enumerate(self._layers)]

    def split(self, fitting: list[Bits], language: str | None, *, free: bool) -> tuple[Bits, Bits]:
        """Return the partners who help in a language, or for free, by a service that fits; and those who perhaps do.

        A language or cost that nobody wrote down leaves it open, and so does help that costs something or nothing.
        """
        certain = perhaps = 0
        for layer, bits in zip(self._layers, fitting, strict=True):
            speaks = bits if language is None else layer.speaks.get(language, 0)
            unpaid = bits if not free else layer.free
            certain |= bits & speaks & unpaid
            perhaps |= bits & (speaks | layer.languages_open) & (unpaid | layer.cost_open if free else bits)
        return certain, perhaps & ~certain


class ServicesByCondition:
    """Which services a starter's answers rule out, looked at only where they can: by the questions they depend on."""

    def __init__(self, catalog: Catalog, helpers: Mapping[str, TaskHelpers]) -> None:
        self._site = catalog.site
        self._tasks = tuple(helpers)
        self._services: list[tuple[Condition, list[tuple[str, int, Bits]]]] = []
        self._naming: dict[str, list[int]] = defaultdict(list)
        self._given_in: dict[str, list[int]] = defaultdict(list)
        for id, partner, service in catalog.services():
            area = catalog.service_area(partner, service)
            languages = service.languages or catalog.site.assumed_languages(area)
            spots = [
                (task, *helpers[task].add(id, service, languages)) for task in service.helps_with if task in helpers
            ]
            number = len(self._services)
            condition = service.condition
            self._services.append((condition, spots))
            self._given_in[area].append(number)
            for question in {name for clause in (*condition.when, *condition.unless) for name in clause}:
                self._naming[question].append(number)

    def ruled_out(self, answers: Answers) -> Mapping[str, Mapping[int, Bits]]:
        """Return by task and layer the services that are not for whoever answers so."""
        numbers = {number for question in answers.deciding() for number in self._naming.get(question, ())}
        out = {number for number in numbers if evaluate(self._services[number][0], answers).verdict is Verdict.NO}
        for area, offered in self._given_in.items():
            if evaluate_area(area, self._site, answers).verdict is Verdict.NO:
                out.update(offered)
        by_task: dict[str, dict[int, Bits]] = {task: defaultdict(int) for task in self._tasks}
        for number in out:
            for task, layer, bit in self._services[number][1]:
                by_task[task][layer] |= bit
        return by_task
