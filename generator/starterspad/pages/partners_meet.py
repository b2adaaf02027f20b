"""When partners meet: who does what and how to reach each organisation, and what is missing, as an agenda to print."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.limits import LISTED_AT_ONCE
from starterspad.content.models.partner import Partner
from starterspad.pages.gap_report import Report
from starterspad.pages.page import Page, root_of, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PartnerLink, Step, Text, partner_link
from starterspad.quality.coverage import Segment

_PATH = "partners-meet/"
# More than this no meeting talks over in an afternoon.
_TOPICS = 8


@dataclass(frozen=True)
class StepHelp:
    """A step, the first organisations that help with it, and how many more there are."""

    step: Step
    partners: tuple[PartnerLink, ...]
    more: int


@dataclass(frozen=True)
class PhaseHelp:
    """A phase with those of its steps that need help."""

    title: Text
    steps: tuple[StepHelp, ...]


@dataclass(frozen=True)
class Reach:
    """An organisation as it is reached: by its own number and mailbox, never those of a person; each may be empty."""

    partner: PartnerLink
    phone: str
    email: str
    page: str


@dataclass(frozen=True)
class Topic:
    """A step to talk over: what is missing there, in sentences; where to write who would begin something, or empty."""

    step: Step
    sentences: tuple[str, ...]
    start: str


@dataclass(frozen=True)
class PartnersMeetPage:
    """Who does what, and the agenda; `more_topics` counts the steps that no agenda has room for."""

    phases: tuple[PhaseHelp, ...]
    reached: tuple[Reach, ...]
    more_reached: int
    topics: tuple[Topic, ...]
    more_topics: int


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page for partners who meet."""
    report = Report(inputs.coverage, inputs.localizer, inputs.today)
    helping = [id for id in inputs.partners if inputs.catalog.partners[id].helps]
    topics = _topics(inputs, report)
    context = PartnersMeetPage(
        phases=tuple(_phases(inputs, report)),
        reached=tuple(_reach(id, inputs.catalog.partners[id]) for id in helping[:LISTED_AT_ONCE]),
        more_reached=max(0, len(helping) - LISTED_AT_ONCE),
        topics=topics[:_TOPICS],
        more_topics=max(0, len(topics) - _TOPICS),
    )
    yield single_page(inputs, context, _PATH, "partners_meet")


def _phases(inputs: PageInputs, report: Report) -> Iterator[PhaseHelp]:
    for phase in inputs.phases:
        steps = []
        for step in phase.steps:
            if report.has(step.id):
                names = list(dict.fromkeys(id for id, _, _ in inputs.helping[step.id]))
                links = tuple(inputs.partners[id] for id in names[:LISTED_AT_ONCE])
                steps.append(StepHelp(step, links, len(names) - len(links)))
        if steps:
            yield PhaseHelp(phase.title, tuple(steps))


def _reach(id: str, partner: Partner) -> Reach:
    contact = partner.contact
    return Reach(
        partner_link(id, partner), contact.phone or "", contact.email or "", contact.page or partner.website or ""
    )


def _topics(inputs: PageInputs, report: Report) -> tuple[Topic, ...]:
    """Return the steps with something missing: first those where nobody helps anybody, then by how much is missing."""
    by_task: dict[str, list[str]] = {}
    for task, sentence in report.missing:
        by_task.setdefault(task, []).append(sentence)
    alone = {gap.task for gap in inputs.coverage.missing if gap.segment == Segment()}
    ordered = sorted(by_task, key=lambda task: (task not in alone, -len(by_task[task])))
    begin = inputs.localizer.messages.format("gaps.set_up")
    return tuple(
        Topic(
            inputs.steps[task],
            tuple(by_task[task]),
            inputs.address_about(f"{begin}: {report.title(task)}", root_of(_PATH)),
        )
        for task in ordered
    )
