"""Who does what, and what is missing: what was found first, then the path with its gaps, then every number."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from starterspad.content.limits import LISTED_AT_ONCE
from starterspad.content.problems import Problem
from starterspad.pages.gap_findings import Finding, findings
from starterspad.pages.gap_report import Cell, Column, Report
from starterspad.pages.page import Page, root_of, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PartnerLink, Step, Text
from starterspad.quality.checks import Aged
from starterspad.quality.coverage import Segment, State

S = TypeVar("S")
T = TypeVar("T")

_PATH = "gaps/"
# How the stones of a phase lie, from much help to none.
_STATES: tuple[State, ...] = ("crowded", "several", "one", "unknown", "unsought", "nobody")


@dataclass(frozen=True)
class FirstOf(Generic[T]):
    """The first of a list that may hold every record, how many it holds, and how many stand in gaps.json only."""

    items: tuple[T, ...]
    count: int
    rest: int


@dataclass(frozen=True)
class GapRow:
    """A gap in a sentence, the step that it is about, and where to write who would begin something: or empty."""

    step: Step
    sentence: str
    start: str


@dataclass(frozen=True)
class UnknownSteps:
    """What no file says, in a sentence, and the steps of which it is so."""

    sentence: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class PathPhase:
    """A phase of the path: the state of each of its steps, those nobody helps with, and for whom nobody does either.

    `nor_for` holds a step and those people, in words.
    """

    title: Text
    states: tuple[State, ...]
    helped: int
    nobody: tuple[Step, ...]
    nor_for: tuple[tuple[Step, str], ...]


@dataclass(frozen=True)
class MapRow:
    """A step in the map, with a cell for each column."""

    step: Step
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class MapPhase:
    """A phase in the map: those of its steps that need help."""

    title: Text
    rows: tuple[MapRow, ...]


@dataclass(frozen=True)
class HelpMap:
    """The map: what stands above its columns, how many there are with that of the steps, and its rows by phase."""

    columns: tuple[str, ...]
    width: int
    phases: tuple[MapPhase, ...]


@dataclass(frozen=True)
class AgedRow:
    """What was checked long ago: the path of its page, empty where it has none, and its name, ready to show."""

    checked: datetime.date
    path: str
    title: str


@dataclass(frozen=True)
class GapsPage:
    """Who does what, and what is missing.

    `assumed` says which languages are taken for granted, empty where none are; `path_unsought` and `path_nor_for` tell
    whether the path shows such a thing at all; `groups` is None where the map has no groups.
    """

    today: datetime.date
    helping_count: int
    findings: tuple[Finding, ...]
    assumed: str
    path: tuple[PathPhase, ...]
    path_unsought: bool
    path_nor_for: bool
    missing: tuple[GapRow, ...]
    unsought: tuple[GapRow, ...]
    single: tuple[GapRow, ...]
    unknown: tuple[UnknownSteps, ...]
    map: HelpMap
    groups: HelpMap | None
    aged: FirstOf[AgedRow]
    untranslated: FirstOf[Problem]
    unconfirmed: FirstOf[PartnerLink]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of what is missing."""
    report = Report(inputs.coverage, inputs.localizer, inputs.today)
    path = tuple(_path(inputs, report))
    context = GapsPage(
        today=inputs.today,
        helping_count=inputs.helping_count,
        findings=findings(inputs.coverage, report, inputs.localizer.messages),
        assumed=_assumed(inputs, report),
        path=path,
        path_unsought=any("unsought" in phase.states for phase in path),
        path_nor_for=any(phase.nor_for for phase in path),
        missing=_rows(inputs, report.missing),
        unsought=_rows(inputs, report.unsought),
        single=_rows(inputs, report.single),
        unknown=tuple(UnknownSteps(sentence, inputs.step_links(tasks)) for tasks, sentence in report.unknown),
        map=_map(inputs, report, report.columns),
        groups=_map(inputs, report, report.groups) if report.groups else None,
        aged=_first(report.aged, lambda record: _aged(inputs, record)),
        untranslated=_first(report.untranslated, lambda problem: problem),
        unconfirmed=_first(list(report.unconfirmed), lambda partner: inputs.partners[partner]),
    )
    yield single_page(inputs, context, _PATH, "gaps")


def _first(records: Sequence[S], show: Callable[[S], T]) -> FirstOf[T]:
    shown = tuple(map(show, records[:LISTED_AT_ONCE]))
    return FirstOf(shown, len(records), len(records) - len(shown))


def _rows(inputs: PageInputs, gaps: list[tuple[str, str]]) -> tuple[GapRow, ...]:
    begin = inputs.localizer.messages.format("gaps.set_up")
    return tuple(
        GapRow(inputs.steps[task], sentence, inputs.address_about(f"{begin}: {sentence}", root_of(_PATH)))
        for task, sentence in gaps
    )


def _assumed(inputs: PageInputs, report: Report) -> str:
    say = inputs.localizer.messages.format
    areas = [say("gaps.assumed_item", area=area, languages=", ".join(names)) for area, names in report.assumed]
    return say("gaps.assumed", list="; ".join(areas)) if areas else ""


def _path(inputs: PageInputs, report: Report) -> Iterator[PathPhase]:
    nor_for: dict[str, list[str]] = {}
    for gap in inputs.coverage.missing:
        if gap.segment.group and gap.segment.size == 1:
            nor_for.setdefault(gap.task, []).append(report.people(gap.segment.group))
    for phase in inputs.phases:
        steps = [step for step in phase.steps if report.has(step.id)]
        states = {step.id: inputs.coverage.help[step.id, Segment()].state for step in steps}
        if steps:
            yield PathPhase(
                phase.title,
                tuple(sorted(states.values(), key=_STATES.index)),
                sum(state not in ("nobody", "unsought") for state in states.values()),
                tuple(step for step in steps if states[step.id] == "nobody"),
                tuple((step, ", ".join(nor_for[step.id])) for step in steps if step.id in nor_for),
            )


def _map(inputs: PageInputs, report: Report, columns: list[Column]) -> HelpMap:
    phases = tuple(
        MapPhase(
            phase.title,
            tuple(
                MapRow(step, tuple(report.cell(step.id, column.segment) for column in columns))
                for step in phase.steps
                if report.has(step.id)
            ),
        )
        for phase in inputs.phases
        if phase.steps
    )
    return HelpMap(tuple(column.title for column in columns), len(columns) + 1, phases)


def _aged(inputs: PageInputs, record: Aged) -> AgedRow:
    if record.kind == "task":
        step = inputs.steps[record.id]
        return AgedRow(record.checked, step.path, inputs.localizer.text(step.title))
    if record.kind == "programme":
        title = inputs.catalog.programmes[record.id].title
        return AgedRow(record.checked, f"programmes/{record.id}/", inputs.localizer.text(title))
    if record.kind == "partner":
        partner = inputs.partners[record.id]
        return AgedRow(record.checked, partner.path, partner.name)
    return AgedRow(record.checked, "", inputs.localizer.text(inputs.catalog.facts[record.id].text))
