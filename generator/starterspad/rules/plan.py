"""Make a plan by the reference evaluation alone: which tasks, why, in what order, with whose help."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from starterspad.content.catalog import Catalog
from starterspad.content.freshness import freshness
from starterspad.content.schema_numbers import PLAN_SCHEMA
from starterspad.rules.evaluate import Answers, Judgement, Reason, Verdict, evaluate, evaluate_area
from starterspad.rules.helper_order import NOT_KNOWN, Standing, Way, in_order, ways_of, why_first
from starterspad.rules.open_desks import next_opening, open_desks
from starterspad.rules.plan_json import PlanJson, PlannedTaskJson, ReasonJson

Order = Literal["now", "later", "waits"]
# One open card, and two rows: more at once is a wall.
_NOW = 3
_KINDS = ("required", "recommended", "optional")


@dataclass(frozen=True)
class PlannedService:
    """A service that fits, or perhaps fits, this starter."""

    partner: str
    service: str
    judgement: Judgement
    standing: Standing
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class PlannedTask:
    """A task that applies, or perhaps applies; its services stand as they are suggested."""

    id: str
    phase: str
    judgement: Judgement
    services: tuple[PlannedService, ...]
    order: Order


@dataclass(frozen=True)
class Plan:
    """A starter's to-do list, in the order in which to do it; what certainly does not apply is not in it."""

    tasks: tuple[PlannedTask, ...]

    def as_json(self) -> PlanJson:
        """Return the plan for programs; the browser's engine makes the same."""
        return {"schema": PLAN_SCHEMA, "tasks": [_task_json(task) for task in self.tasks]}


def make_plan(
    catalog: Catalog,
    answers: Answers,
    seed: str = "",
    today: datetime.date | None = None,
    moment: datetime.datetime | None = None,
) -> Plan:
    """Judge every task and service; order tasks by phase, `after`, `order` and id, services as they are suggested.

    What is ruled out is left out; what some missing answer decides is in it, as unknown. `seed` decides whose turn it
    is among equal helpers, `today` who was looked up too long ago: without it, nobody. `moment` decides whose desk
    opens next of those that are known on that day: without both, nobody's. The catalog has no errors.
    """
    judged = {id: evaluate(task.condition, answers) for id, task in catalog.tasks.items()}
    shown = {id for id, judgement in judged.items() if judgement.verdict is not Verdict.NO}
    services: dict[str, list[PlannedService]] = {id: [] for id in shown}
    for partner_id, partner, service in catalog.services():
        area = catalog.service_area(partner, service)
        fits = evaluate(service.condition, answers)
        reaches = evaluate_area(area, catalog.site, answers)
        if Verdict.NO in (fits.verdict, reaches.verdict):
            continue
        missing = answers.in_order((*fits.missing, *reaches.missing))
        reasons = answers.reasons_in_order((*fits.reasons, *reaches.reasons))
        judgement = Judgement(Verdict.UNKNOWN if missing else Verdict.YES, reasons, missing)
        ways = ways_of(partner, service)
        standing = Standing(
            perhaps=bool(missing),
            general=-len({reason.question for reason in reasons} - {catalog.site.area_question}),
            far=1 - len(catalog.site.area_and_around(area)),
            web_only=ways in ((), ("web",)),
            ageing=today is not None and freshness(partner.last_checked, today) != "fresh",
            opens=next_opening(open_desks(catalog, partner, service, today), moment) if today and moment else NOT_KNOWN,
        )
        planned = PlannedService(partner_id, service.id, judgement, standing, ways)
        for task in shown.intersection(service.helps_with):
            services[task].append(planned)
    ordered = [
        id
        for phase in catalog.phases
        for id in _in_order(catalog, (id for id in shown if catalog.tasks[id].phase == phase))
    ]
    certain = [id for id in ordered if judged[id].verdict is Verdict.YES]
    now = _now_of(catalog, certain)
    return Plan(
        tuple(
            PlannedTask(
                id,
                catalog.tasks[id].phase,
                judged[id],
                tuple(in_order(services[id], lambda helper: helper.standing, lambda helper: helper.partner, seed)),
                "now" if id in now else "waits" if id not in certain or _waits(catalog, id, certain) else "later",
            )
            for id in ordered
        )
    )


def _now_of(catalog: Catalog, open_tasks: list[str]) -> list[str]:
    """Return the first things to do of the open tasks, which stand in order: none that waits for another of them.

    Within a phase what is required comes before what is recommended, and that before what is optional.
    """
    phases = list(catalog.phases)
    ready = [id for id in open_tasks if not _waits(catalog, id, open_tasks)]
    ready.sort(key=lambda task: (phases.index(catalog.tasks[task].phase), _KINDS.index(catalog.tasks[task].kind)))
    return ready[:_NOW]


def _waits(catalog: Catalog, id: str, open_tasks: list[str]) -> bool:
    return not catalog.before(id).isdisjoint(open_tasks)


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


def _task_json(task: PlannedTask) -> PlannedTaskJson:
    first = task.services[0] if task.services else None
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
        "order": task.order,
        "helper": f"{first.partner}/{first.service}" if first else None,
        "ways": list(first.ways) if first else [],
        "why_first": why_first([service.standing for service in task.services]),
    }


def _reason_json(reason: Reason) -> ReasonJson:
    data: ReasonJson = {"question": reason.question, "options": list(reason.options)}
    if reason.assumed:
        data["assumed"] = True
    return data
