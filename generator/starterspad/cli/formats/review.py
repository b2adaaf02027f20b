"""What a pull request does, as annotations and as a summary in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from starterspad.cli.formats.impact import DiffJson, impact_json, impact_lines
from starterspad.cli.formats.problems import ProblemJson, github, plain, problem_json
from starterspad.content.schema_numbers import REVIEW_SCHEMA

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from starterspad.content.models.partner import Partner
    from starterspad.content.problems import Problem
    from starterspad.upkeep.review import Review

# GitHub shows this many annotations of a kind for a step, and this much of a summary.
_ANNOTATIONS = 10
_SUMMARY_PROBLEMS = 300


class ReviewedProblemJson(ProblemJson):
    """A problem, and whether it was there without the change."""

    before: bool


class ReviewJson(TypedDict):
    """What `portal review --format json` prints."""

    schema: int
    date: str
    """the day as of which both sides were judged"""
    failed: bool
    """an error lies somewhere, so that this cannot be merged"""
    changed: list[str]
    """files"""
    partners: list[str]
    """those whose file changed"""
    problems: list[ReviewedProblemJson]
    """in the order in which their author should see them"""
    impact: DiffJson | None
    """null where one of the two sides has errors"""


def review_json(review: Review, day: datetime.date) -> ReviewJson:
    """Write all that a change does, for a program."""
    return {
        "schema": REVIEW_SCHEMA,
        "date": day.isoformat(),
        "failed": review.failed,
        "changed": list(review.changed),
        "partners": list(review.partners),
        "problems": [{**problem_json(problem), "before": problem in review.before} for problem in review.problems],
        "impact": impact_json(review.impact, day) if review.impact else None,
    }


def review_annotations(review: Review) -> Iterator[str]:
    """Write what is most worth showing beside its line, and where the rest stands."""
    for severity in ("error", "warning"):
        problems = [problem for problem in review.problems if problem.severity == severity]
        yield from (github(problem) for problem in problems[:_ANNOTATIONS])
        if len(problems) > _ANNOTATIONS:
            yield f"{len(problems) - _ANNOTATIONS} more {severity}s stand in the summary."
    yield f"{len(review.changed)} files changed; {'there are errors' if review.failed else 'no errors'}."


def review_lines(review: Review) -> Iterator[str]:
    """Write all that a change does, in Markdown: what is wrong, how its partners look, what changes for people."""
    yield "## What this change does"
    yield ""
    yield f"Files: {', '.join(map(plain, review.changed)) or 'none of the content'}."
    own = [problem for problem in review.problems if problem not in review.before]
    sections = [
        ("Must be mended before this can be merged", [problem for problem in own if problem.severity == "error"]),
        ("Worth mending", [problem for problem in own if problem.severity == "warning"]),
        ("Was so before this change", [problem for problem in review.problems if problem in review.before]),
    ]
    for title, problems in sections:
        if problems:
            yield from ("", f"### {title} ({len(problems)})", "")
            yield from (f"- {_with_remedy(problem)}" for problem in problems[:_SUMMARY_PROBLEMS])
            if len(problems) > _SUMMARY_PROBLEMS:
                yield f"- and {len(problems) - _SUMMARY_PROBLEMS} more: run `portal check`"
    for id, partner in review.partners.items():
        yield from ("", f"### How {plain(partner.name)} looks ({plain(id)})", "")
        yield from _card(partner)
    if review.impact:
        yield from ("", "### What changes for people", "")
        yield from impact_lines(review.impact, markdown=True)
    if not review.failed:
        yield from ("", "The whole site with this change is the artifact **site** of this run.")


def _with_remedy(problem: Problem) -> str:
    remedy = " ".join(problem.remedy.split())
    return plain(f"{problem.location}: {problem.message}" + (f" ({remedy})" if remedy else ""))


def _card(partner: Partner) -> Iterator[str]:
    """Write what a reader sees of a partner first, in each language."""
    for language, summary in partner.summary.items():
        kind = partner.kind.get(language, "")
        yield f"> **{plain(partner.name)}** · {plain(kind)}  "
        yield f"> {plain(summary)} ({plain(language)})"
        yield ""
    for service in partner.services:
        titles = " / ".join(map(plain, service.title.values()))
        yield f"- {titles}: {', '.join(map(plain, service.helps_with))}"
