"""Where a partner appears on people's plans, for whom, and beside whom: for its page, and as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.content.condition_words import condition_sentences
from starterspad.content.models.condition import Clause, Conditional
from starterspad.content.models.partner import Service
from starterspad.pages.localizer import Localizer

APPEARING_SCHEMA = 1


@dataclass(frozen=True)
class Appearance:
    """One service: for each of its tasks, which other partners help with it too."""

    service: Service
    neighbours: dict[str, tuple[str, ...]]


def appearances(catalog: Catalog, partner: str) -> list[Appearance]:
    """Return where each service of a partner appears, in the order of its file."""
    helping: dict[str, dict[str, None]] = {}
    for id, _, service in catalog.services():
        for task in service.helps_with:
            helping.setdefault(task, {})[id] = None
    return [
        Appearance(
            service, {task: tuple(id for id in helping.get(task, ()) if id != partner) for task in service.helps_with}
        )
        for service in catalog.partners[partner].services
    ]


def for_whom(catalog: Catalog, localizer: Localizer, service: Conditional) -> list[str]:
    """Say who a service is for, as `condition_sentences` does, in the language of a page."""
    return condition_sentences(service.condition, catalog.questions, localizer.messages, localizer.fallback)


def appearing_json(catalog: Catalog, partner: str) -> dict[str, Any]:
    """Return for programs where a partner appears, for whom and beside whom; raises `KeyError` where there is none.

    `{schema, partner, services: [{service, when, unless, area, tasks}]}`; `tasks` maps a task to the other partners
    that help with it.
    """
    return {
        "schema": APPEARING_SCHEMA,
        "partner": partner,
        "services": [
            {
                "service": appearance.service.id,
                "when": [_plain(clause) for clause in appearance.service.when],
                "unless": [_plain(clause) for clause in appearance.service.unless],
                "area": catalog.service_area(catalog.partners[partner], appearance.service),
                "tasks": {task: list(others) for task, others in appearance.neighbours.items()},
            }
            for appearance in appearances(catalog, partner)
        ],
    }


def _plain(clause: Clause) -> dict[str, list[str]]:
    return {question: list(options) for question, options in clause.items()}
