"""What a change does, for a terminal, for a pull request and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from starterspad.cli.formats.changes import ChangeJson
from starterspad.cli.formats.problems import ProblemJson, one_line, plain, printable, problem_json
from starterspad.cli.formats.proof import ShareJson, share_json
from starterspad.content.schema_numbers import DIFF_SCHEMA
from starterspad.output.gaps_data import SegmentJson, segment_json

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from starterspad.quality.coverage import Gap
    from starterspad.rules.proof.prove import Share
    from starterspad.upkeep.impact import Impact

    Changed = Mapping[str, tuple[Share | None, Share | None]]


class PersonaChangeJson(TypedDict):
    """What comes to a persona's list, and what goes."""

    come: list[str]
    go: list[str]


class TaskGapJson(SegmentJson):
    """A step that nobody helps with in a segment."""

    task: str


SidesJson = tuple[ShareJson | None, ShareJson | None]
"""Before and after; null where it was not there, or is not any more."""


class ImpactJson(TypedDict):
    """What a change does to people. It counts answer combinations, which are no people."""

    schema: int
    date: str
    """the day as of which both sides were judged"""
    profiles: int
    affected: int
    """those that get another plan"""
    questions: list[str]
    tasks: dict[str, SidesJson]
    services: dict[str, SidesJson]
    """by partner/service"""
    personas: dict[str, PersonaChangeJson]
    opened: list[ProblemJson]
    closed: list[ProblemJson]
    gaps_opened: list[TaskGapJson]
    gaps_closed: list[TaskGapJson]


class DiffJson(ImpactJson):
    """What `portal diff --format json` prints: the same, and what the records say differently."""

    changes: list[ChangeJson]
    """every value that differs: what is remarkable first, then what people act on"""


def impact_lines(impact: Impact, *, markdown: bool) -> Iterator[str]:
    """Write what a change does, for a terminal or for a pull request."""
    heading, item = ("### ", "- ") if markdown else ("", "  ")
    share = _percent(impact.affected, impact.profiles)
    yield f"{share} of {impact.profiles:,} answer combinations get another plan. This is no share of people."
    sections: list[tuple[str, list[str]]] = [
        ("Questions that changed", list(impact.questions)),
        ("Tasks: certain, and open", _changed(impact.tasks, impact.profiles)),
        ("Services: certain, and open", _changed(impact.services, impact.profiles)),
        (
            "Personas",
            [
                f"{name}: {', '.join([*(f'+ {step}' for step in change.come), *(f'- {step}' for step in change.go)])}"
                for name, change in impact.personas.items()
            ],
        ),
        ("What nobody helps with any more", [gap_words(gap) for gap in impact.gaps_opened]),
        ("What somebody helps with now", [gap_words(gap) for gap in impact.gaps_closed]),
        ("What is wrong now", [one_line(problem) for problem in impact.opened]),
        ("What is mended", [one_line(problem) for problem in impact.closed]),
    ]
    for title, lines in sections:
        if lines:
            yield from ("", f"{heading}{title}", *([""] if markdown else []))
            yield from (f"{item}{plain(line) if markdown else printable(line)}" for line in lines)


def impact_json(impact: Impact, day: datetime.date) -> ImpactJson:
    """Write what a change does, for a program."""
    return {
        "schema": DIFF_SCHEMA,
        "date": day.isoformat(),
        "profiles": impact.profiles,
        "affected": impact.affected,
        "questions": list(impact.questions),
        "tasks": {id: _sides_json(*sides) for id, sides in impact.tasks.items()},
        "services": {id: _sides_json(*sides) for id, sides in impact.services.items()},
        "personas": {
            name: {"come": list(change.come), "go": list(change.go)} for name, change in impact.personas.items()
        },
        "opened": [problem_json(problem) for problem in impact.opened],
        "closed": [problem_json(problem) for problem in impact.closed],
        "gaps_opened": [_gap_json(gap) for gap in impact.gaps_opened],
        "gaps_closed": [_gap_json(gap) for gap in impact.gaps_closed],
    }


def _changed(sides: Changed, profiles: int) -> list[str]:
    return [
        f"{id}: {share_words(before, profiles)} → {share_words(after, profiles)}"
        for id, (before, after) in sides.items()
    ]


def gap_words(gap: Gap) -> str:
    """Write a gap: the step, and for whom it is one where that is not everybody."""
    asked = ", ".join(f"{name} {value}" for name, value in gap.segment._asdict().items() if value)
    return f"{gap.task} ({asked})" if asked else gap.task


def share_words(share: Share | None, profiles: int) -> str:
    """Write for which part of all answers something is certain, and for which it is open."""
    if share is None:
        return "not there"
    return f"{_percent(share.certain, profiles)}, {_percent(share.open, profiles)}"


def _sides_json(before: Share | None, after: Share | None) -> SidesJson:
    return share_json(before) if before else None, share_json(after) if after else None


def _gap_json(gap: Gap) -> TaskGapJson:
    return {"task": gap.task, **segment_json(gap.segment)}


def _percent(part: int, whole: int) -> str:
    """Write a share; what is not nothing never reads as nothing, and what is not all never as all."""
    tenths = min(max(round(1000 * part / whole), 1), 999) if 0 < part < whole else round(1000 * part / whole)
    return f"{tenths / 10:.1f}%"
