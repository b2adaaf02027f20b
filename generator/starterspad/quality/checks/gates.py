"""Gates can be judged, and every decision has a way on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from starterspad.content.catalog import Catalog
from starterspad.content.models.gate import Decision
from starterspad.content.problems import Location, Problem, did_you_mean, quoted


def check_gates(catalog: Catalog) -> Iterator[Problem]:
    """Gates and outcomes name tasks that exist; something shows each criterion; each decision leads to an outcome."""
    for id, phase in catalog.gates.items():
        assert phase.gate
        for number, criterion in enumerate(phase.gate.criteria):
            at = ("gate", "criteria", number)
            for index, task in enumerate(criterion.tasks):
                yield from _must_exist(catalog, catalog.location("phase", id, *at, "tasks", index), task)
            sheet = criterion.worksheet
            if sheet and sheet not in catalog.worksheets:
                location = catalog.location("phase", id, *at, "worksheet")
                remedy = did_you_mean(sheet, list(catalog.worksheets))
                yield Problem(location, f"unknown worksheet {quoted(sheet)}", remedy, "reference")
            if not criterion.tasks and not sheet and not (criterion.mirror and catalog.self_assessment):
                message = f"nothing can show {quoted(criterion.id)}"
                remedy = "name tasks or a worksheet, or mirror: true where there is a content/mirror.yml"
                yield Problem(catalog.location("phase", id, *at, "id"), message, remedy, "gate")
    for id, outcome in catalog.outcomes.items():
        for index, task in enumerate(outcome.tasks):
            yield from _must_exist(catalog, catalog.location("outcome", id, "tasks", index), task)
    led = {decision for outcome in catalog.outcomes.values() for decision in outcome.follows}
    missing = [decision for decision in get_args(Decision) if decision not in led]
    if catalog.gates and missing:
        location = catalog.location("phase", next(iter(catalog.gates)), "gate")
        message = f"no outcome follows {', '.join(missing)}"
        remedy = "write one in content/outcomes.yml: nobody may be left without a way on"
        yield Problem(location, message, remedy, "gate")


def _must_exist(catalog: Catalog, location: Location, task: str) -> Iterator[Problem]:
    known = catalog.ids("task")
    if task not in known:
        yield Problem(location, f"unknown task {quoted(task)} in tasks", did_you_mean(task, known), "reference")
