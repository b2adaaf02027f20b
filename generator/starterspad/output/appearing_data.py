"""Where a partner appears, for whom and beside how many, for programs: `appearing/<partner>.json`."""

from __future__ import annotations

from typing import TypedDict

from starterspad.content.models.condition import Clause
from starterspad.content.schema_numbers import APPEARING_SCHEMA
from starterspad.pages.neighbours import Neighbours

ClauseJson = dict[str, list[str]]
"""Every key must hold: question id -> option ids, one of which must be answered."""


class AppearingServiceJson(TypedDict):
    """A service: for whom it is, where it is given, and who else helps with its tasks."""

    service: str
    when: list[ClauseJson]
    unless: list[ClauseJson]
    area: str
    tasks: dict[str, int]
    """task -> how many other partners help with it"""


class AppearingJson(TypedDict):
    """Where a partner appears on plans."""

    schema: int
    partner: str
    services: list[AppearingServiceJson]


def appearing_json(neighbours: Neighbours, id: str) -> AppearingJson:
    """Return for programs where a partner appears, by its id; raises `KeyError` where there is none."""
    partner = neighbours.catalog.partners[id]
    return {
        "schema": APPEARING_SCHEMA,
        "partner": id,
        "services": [
            {
                "service": service.id,
                "when": [_plain(clause) for clause in service.when],
                "unless": [_plain(clause) for clause in service.unless],
                "area": neighbours.catalog.service_area(partner, service),
                "tasks": {task: neighbours.count(task) for task in service.helps_with},
            }
            for service in partner.services
        ],
    }


def _plain(clause: Clause) -> ClauseJson:
    return {question: list(options) for question, options in clause.items()}
