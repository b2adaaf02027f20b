"""What the check finds, for a terminal, for a workflow and for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NotRequired, TypedDict

from starterspad.cli.formats.problems import ProblemJson, github, printable, problem_json, text
from starterspad.cli.formats.proof import ProofJson, proof_json
from starterspad.content.schema_numbers import CHECK_SCHEMA

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from starterspad.content.models.partner import LeftOut
    from starterspad.content.problems import Problem
    from starterspad.rules.proof import Proof


class LeftOutJson(TypedDict):
    """An organisation that is not published, and why."""

    id: str
    name: str
    reason: str
    sources: list[str]


class CheckJson(TypedDict):
    """What `portal check --format json` prints."""

    schema: int
    date: str
    """the day as of which it was checked"""
    problems: list[ProblemJson]
    not_known: dict[str, int]
    """key of a service -> how many services leave it out"""
    left_out: list[LeftOutJson]
    proof: NotRequired[ProofJson]


@dataclass(frozen=True)
class Findings:
    """All that a check found; `summary` counts what there is, and is empty where the content cannot be read."""

    problems: Sequence[Problem]
    unknown: Mapping[str, int]
    left_out: Sequence[LeftOut]
    summary: str
    proof: Proof | None

    @property
    def errors(self) -> int:
        """How many problems stop a build."""
        return sum(problem.severity == "error" for problem in self.problems)


def check_json(findings: Findings, day: datetime.date) -> CheckJson:
    """Write what the check found, for a program."""
    report: CheckJson = {
        "schema": CHECK_SCHEMA,
        "date": day.isoformat(),
        "problems": [problem_json(problem) for problem in findings.problems],
        "not_known": dict(findings.unknown),
        "left_out": [
            {"id": record.id, "name": record.name, "reason": record.reason, "sources": list(record.sources)}
            for record in findings.left_out
        ],
    }
    if findings.proof:
        report["proof"] = proof_json(findings.proof)
    return report


def check_lines(findings: Findings, *, annotated: bool) -> Iterator[str]:
    """Write what the check found; `annotated` gives problems as commands for a workflow."""
    yield from (github(problem) if annotated else text(problem) for problem in findings.problems)
    if findings.left_out:
        yield f"Left out ({len(findings.left_out)}):"
    yield from (f"  {printable(record.name)}: {printable(record.reason)}" for record in findings.left_out)
    counts = ", ".join(f"{name} {count}" for name, count in findings.unknown.items() if count)
    if counts:
        yield f"Not known of services: {counts}."
    yield f"{findings.summary} {findings.errors} errors, {len(findings.problems) - findings.errors} warnings.".strip()
