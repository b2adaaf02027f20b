"""Who does what, and what is missing, for programs: `gaps.json`, which `portal report` prints too."""

from __future__ import annotations

import datetime
from typing import TypedDict

from starterspad.content.schema_numbers import GAPS_SCHEMA
from starterspad.quality.checks import Aged, to_check_again
from starterspad.quality.coverage import Coverage, Gap, Segment, State
from starterspad.quality.to_check_again import unconfirmed


class SegmentJson(TypedDict):
    """One kind of starter: ids, null for whoever."""

    area: str | None
    language: str | None
    group: str | None
    """question.option"""
    cost: str | None


class GapJson(SegmentJson):
    """A step, by its id, and the widest segment that nobody helps, or one partner alone."""

    task: str
    partners: list[str]


class NotKnownJson(SegmentJson):
    """Steps of which no file says whether somebody helps in a segment."""

    tasks: list[str]


class AgedJson(TypedDict):
    """A fact, a task or a partner that was checked a while ago, and in how many places readers meet it."""

    kind: str
    id: str
    checked: str
    uses: int


RowJson = tuple[str, str | None, str | None, str | None, str | None, State, int, int]
"""A step in a segment: task, area, language, group, cost, state, how many help, how many perhaps do."""


class GapsJson(TypedDict):
    """The report: every segment of every step, and what its sentences are made of."""

    schema: int
    date: str
    """the day as of which it holds"""
    axes: dict[str, list[str | None]]
    """what a segment may ask for, by name; null for whoever"""
    columns: list[str]
    """the names of the places of each row"""
    rows: list[RowJson]
    missing: list[GapJson]
    """what somebody looked for and nobody does"""
    unsought: list[GapJson]
    """what no file does, and nobody wrote down to have looked for"""
    one_partner: list[GapJson]
    not_known: list[NotKnownJson]
    aged: list[AgedJson]
    untranslated: list[str]
    """places, such as partners/town-desk.yml:3"""
    unconfirmed: list[str]
    """partners"""


def gaps_json(coverage: Coverage, today: datetime.date) -> GapsJson:
    """Return the report for programs, as of a day."""
    catalog = coverage.catalog
    return {
        "schema": GAPS_SCHEMA,
        "date": today.isoformat(),
        "axes": {name: list(values) for name, values in coverage.axes.items()},
        "columns": ["task", *Segment._fields, "state", "partners", "perhaps"],
        "rows": [
            (task, *segment, help.state, help.count, help.perhaps) for (task, segment), help in coverage.help.items()
        ],
        "missing": [_gap_json(gap) for gap in coverage.missing],
        "unsought": [_gap_json(gap) for gap in coverage.unsought],
        "one_partner": [_gap_json(gap) for gap in coverage.single],
        "not_known": [{**segment_json(segment), "tasks": tasks} for segment, tasks in coverage.unknown.items()],
        "aged": [aged_json(record) for record in to_check_again(catalog, today)],
        "untranslated": [str(problem.location) for problem in coverage.untranslated],
        "unconfirmed": unconfirmed(catalog),
    }


def segment_json(segment: Segment) -> SegmentJson:
    """Write a segment for programs."""
    return {"area": segment.area, "language": segment.language, "group": segment.group, "cost": segment.cost}


def aged_json(record: Aged) -> AgedJson:
    """Write what was checked a while ago for programs."""
    return {"kind": record.kind, "id": record.id, "checked": record.checked.isoformat(), "uses": record.uses}


def _gap_json(gap: Gap) -> GapJson:
    return {"task": gap.task, **segment_json(gap.segment), "partners": list(gap.help.partners)}
