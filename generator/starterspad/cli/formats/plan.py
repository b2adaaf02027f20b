"""The plan for some answers as of a day, for a terminal and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starterspad.cli.formats.problems import printable
from starterspad.output.gaps_data import AgedJson, aged_json
from starterspad.rules.plan_json import PlanJson

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Sequence

    from starterspad.quality.to_check_again import Aged
    from starterspad.rules.evaluate import Judgement
    from starterspad.rules.plan import Plan


class DatedPlanJson(PlanJson):
    """What `portal plan` prints: the plan of both engines, and what of it was checked long before a day."""

    date: str
    aged: list[AgedJson]
    """its tasks, their facts and the partners that help, as far as they are no longer fresh on that day"""


def plan_json(plan: Plan, aged: Sequence[Aged], day: datetime.date) -> DatedPlanJson:
    """Write a plan for a program."""
    return {**plan.as_json(), "date": day.isoformat(), "aged": [aged_json(record) for record in aged]}


def plan_lines(plan: Plan, aged: Sequence[Aged]) -> Iterator[str]:
    """Write a plan by its ids: each phase with its steps, each step with who helps, and what is to be checked again."""
    phase = ""
    for task in plan.tasks:
        if task.phase != phase:
            phase = task.phase
            yield phase
        now = " (now)" if task.order == "now" else ""
        yield f"  {_words(task.id, task.judgement)}{now}"
        for service in task.services:
            ways = f" ({', '.join(service.ways)})" if service.ways else ""
            yield f"    {_words(f'{service.partner}/{service.service}', service.judgement)}{ways}"
    if aged:
        yield f"To check again ({len(aged)}):"
        yield from (f"  {record.checked} {record.kind} {printable(record.id)}" for record in aged)


def _words(name: str, judgement: Judgement) -> str:
    return f"{printable(name)}, perhaps: {', '.join(judgement.missing)}" if judgement.missing else printable(name)
