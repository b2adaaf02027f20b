"""Make a plan by the reference evaluation alone: which tasks, why, in what order, with whose help."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.schema_numbers import PLAN_SCHEMA
from starterspad.rules.evaluate import Answers, Judgement, Reason, Verdict, evaluate, evaluate_area
from starterspad.rules.plan_json import PlanJson, PlannedTaskJson, ReasonJson


@dataclass(frozen=True)
class PlannedService:
    """A service that fits, or perhaps fits, this starter."""

    partner: str
    service: str
    judgement: Judgement


@dataclass(frozen=True)
class PlannedTask:
    """A task that applies, or perhaps applies."""

    id: str
    phase: str
    judgement: Judgement
    services: tuple[PlannedService, ...]


@dataclass(frozen=True)
class Plan:
    """A starter's to-do list, in the order in which to do it; what certainly does not apply is not in it."""

    tasks: tuple[PlannedTask, ...]

    def as_json(self) -> PlanJson:
        """Return the plan for programs; the browser's engine makes the same."""
        return {"schema": PLAN_SCHEMA, "tasks": [_task_json(task) for task in self.tasks]}


def make_plan(catalog: Catalog, answers: Answers) -> Plan:
    """Judge every task and service; order tasks by phase, `after`, `order` and id.

    Within a task, services that fit for certain come before those that perhaps fit, each by partner and service id.
    What is ruled out is left out; what some missing answer decides is in it, as unknown. The catalog has no errors.
    """
    judged = {id: evaluate(task.condition, answers) for id, task in catalog.tasks.items()}
    shown = {id for id, judgement in judged.items() if judgement.verdict is not Verdict.NO}
    services: dict[str, list[PlannedService]] = {id: [] for id in shown}
    for partner_id, partner, service in catalog.services():
        fits = evaluate(service.condition, answers)
        reaches = evaluate_area(catalog.service_area(partner, service), catalog.site, answers)
        if Verdict.NO in (fits.verdict, reaches.verdict):
            continue
        missing = answers.in_order((*fits.missing, *reaches.missing))
        reasons = answers.reasons_in_order((*fits.reasons, *reaches.reasons))
        judgement = Judgement(Verdict.UNKNOWN if missing else Verdict.YES, reasons, missing)
        for task in shown.intersection(service.helps_with):
            services[task].append(PlannedService(partner_id, service.id, judgement))
    order = (
        id
        for phase in catalog.phases
        for id in _in_order(catalog, (id for id in shown if catalog.tasks[id].phase == phase))
    )
    return Plan(
        tuple(
            PlannedTask(id, catalog.tasks[id].phase, judged[id], tuple(sorted(services[id], key=_fitting_first)))
            for id in order
        )
    )


def _in_order(catalog: Catalog, ids: Iterable[str]) -> list[str]:
    """Take the first task, by order and id, that waits for none of those still to come."""
    waiting = sorted(ids, key=lambda task: (catalog.tasks[task].order, task))
    before = {id: catalog.before(id) for id in waiting}
    ordered: list[str] = []
    while waiting:
        ready = next(id for id in waiting if before[id].isdisjoint(waiting))
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def _fitting_first(service: PlannedService) -> bool:
    return service.judgement.verdict is Verdict.UNKNOWN


def _task_json(task: PlannedTask) -> PlannedTaskJson:
    return {
        "id": task.id,
        "phase": task.phase,
        "verdict": task.judgement.verdict.value,
        "reasons": [_reason_json(reason) for reason in task.judgement.reasons],
        "missing": list(task.judgement.missing),
        "services": [
            {
                "partner": service.partner,
                "service": service.service,
                "verdict": service.judgement.verdict.value,
                "reasons": [_reason_json(reason) for reason in service.judgement.reasons],
                "missing": list(service.judgement.missing),
            }
            for service in task.services
        ],
    }


def _reason_json(reason: Reason) -> ReasonJson:
    return {"question": reason.question, "options": list(reason.options)}
