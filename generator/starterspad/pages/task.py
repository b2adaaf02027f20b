"""The page of one task: why, how, with whom, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.limits import LISTED_AT_ONCE
from starterspad.content.models.notice import Notice
from starterspad.content.models.task import Change, Task
from starterspad.pages.calculators import helping_calculators
from starterspad.pages.event_rows import ComingDates, coming_of_step
from starterspad.pages.helping_partners import everyone_with
from starterspad.pages.page import Page, record_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Checked, DatedFact, Link, ServiceCard, Step, WholeList, contact_of, partner_link


@dataclass(frozen=True)
class TaskPage:
    """The task with what other records say of it.

    `before` and `after` are the steps around it, `changes` newest first. Of many services only the first stand here:
    `everyone` leads to all who help, `trades` to the guides of the trades that need the task.
    """

    id: str
    task: Task
    phase: Link
    model: str
    notices: tuple[Notice, ...]
    facts: tuple[DatedFact, ...]
    services: tuple[ServiceCard, ...]
    everyone: WholeList | None
    trades: tuple[Link, ...]
    before: tuple[Step, ...]
    after: tuple[Step, ...]
    calculators: tuple[Link, ...]
    coming: ComingDates
    changes: tuple[Change, ...]
    checked: Checked
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each task."""
    for id, task in inputs.catalog.tasks.items():
        phase = inputs.catalog.phases[task.phase]
        context = TaskPage(
            id=id,
            task=task,
            phase=Link(task.phase, f"phases/{task.phase}/", phase.title),
            model=inputs.model,
            notices=inputs.notices("task", id),
            facts=inputs.facts("task", [id]),
            services=_services(inputs, id),
            everyone=everyone_with(inputs, id),
            trades=tuple(trade for trade in inputs.guides("trade") if id in inputs.catalog.guides[trade.id].tasks),
            before=inputs.step_links(task.after),
            after=inputs.followers[id],
            calculators=helping_calculators(inputs, id),
            coming=coming_of_step(inputs, id),
            changes=tuple(sorted(task.changes, key=lambda change: change.on, reverse=True)),
            checked=inputs.checked(task.checked),
            talk=inputs.talk,
        )
        yield record_page(inputs, context, f"tasks/{id}/", task.title, task.why)


def _services(inputs: PageInputs, task: str) -> tuple[ServiceCard, ...]:
    return tuple(
        ServiceCard(
            partner_link(id, partner),
            service,
            contact_of(partner, service),
            partner.seen,
            partner.last_checked,
            partner.confirmed,
        )
        for id, partner, service in inputs.helping[task][:LISTED_AT_ONCE]
    )
