"""Where a partner appears, for whom and beside whom, for programs: `appearing/<partner>.json`."""

from __future__ import annotations

from typing import TypedDict

from starterspad.content.catalog import Catalog
from starterspad.content.models.condition import Clause
from starterspad.content.schema_numbers import APPEARING_SCHEMA
from starterspad.pages.appearances import appearances

ClauseJson = dict[str, list[str]]
"""Every key must hold: question id -> option ids, one of which must be answered."""


class AppearingServiceJson(TypedDict):
    """A service: for whom it is, where it is given, and who else helps with its tasks."""

    service: str
    when: list[ClauseJson]
    unless: list[ClauseJson]
    area: str
    tasks: dict[str, list[str]]
    """task -> the other partners that help with it"""


class AppearingJson(TypedDict):
    """Where a partner appears on plans."""

    schema: int
    partner: str
    services: list[AppearingServiceJson]


def appearing_json(catalog: Catalog, partner: str) -> AppearingJson:
    """Return for programs where a partner appears, by its id; raises `KeyError` where there is none."""
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


def _plain(clause: Clause) -> ClauseJson:
    return {question: list(options) for question, options in clause.items()}
