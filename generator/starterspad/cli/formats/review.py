"""What a pull request does, as annotations and as a summary in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from starterspad.cli.formats.cards import card_blocks
from starterspad.cli.formats.changes import ChangeJson, change_lines, changes_json
from starterspad.cli.formats.impact import ImpactJson, gap_words, impact_json, impact_lines, share_words
from starterspad.cli.formats.problems import ProblemJson, github, one_line, plain, printable, problem_json
from starterspad.content.schema_numbers import REVIEW_SCHEMA

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from starterspad.content.problems import Problem
    from starterspad.upkeep.record_changes import RecordChange
    from starterspad.upkeep.review import Review

# GitHub shows this many annotations of a kind for a step, and this much of a summary.
_ANNOTATIONS = 10
_SUMMARY_PROBLEMS = 300
# What stands in the first ten lines, behind a heading and an empty line.
_FIRST, _FIRST_FAULTS, _FIRST_FILES = 8, 3, 5


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
    """files of the content"""
    elsewhere: list[str]
    """other files, and links"""
    changes: list[ChangeJson]
    """every value that differs: what is remarkable first, then what people act on"""
    partners: list[str]
    """those whose file changed"""
    problems: list[ReviewedProblemJson]
    """in the order in which their author should see them"""
    impact: ImpactJson | None
    """null where one of the two sides has errors"""


def review_json(review: Review, day: datetime.date) -> ReviewJson:
    """Write all that a change does, for a program."""
    return {
        "schema": REVIEW_SCHEMA,
        "date": day.isoformat(),
        "failed": review.failed,
        "changed": list(review.changed),
        "elsewhere": list(review.elsewhere),
        "changes": changes_json(review.remarks),
        "partners": list(review.partners),
        "problems": [{**problem_json(problem), "before": problem in review.before} for problem in review.problems],
        "impact": impact_json(review.impact, day) if review.impact else None,
    }


def review_annotations(review: Review) -> Iterator[str]:
    """Write what a person should look at first, what is most worth showing beside its line, and where the rest is."""
    # Plain lines of the log: only what is wrong is shown beside its line.
    yield from (line.replace("##[", "## [") for line in _first(review, markdown=False))
    for severity in ("error", "warning"):
        # Of what was so before, only an error is shown: nothing can be merged with it.
        problems = [
            problem
            for problem in review.problems
            if problem.severity == severity and (severity == "error" or problem not in review.before)
        ]
        yield from (github(problem) for problem in problems[:_ANNOTATIONS])
        if len(problems) > _ANNOTATIONS:
            yield f"{len(problems) - _ANNOTATIONS} more {severity}s stand in the summary."
    yield f"{len(review.changed)} files changed; {'there are errors' if review.failed else 'no errors'}."


def review_lines(review: Review) -> Iterator[str]:
    """Write all that a change does, in Markdown: what to look at, its cards, what is wrong, what changes for people."""
    yield from ("## Look at this first", "")
    yield from (f"- {line}" for line in _first(review, markdown=True))
    if review.cards:
        yield from ("", "## How its cards read", "")
        yield from card_blocks(review.cards)
    yield from ("", "## What this change does", "")
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
    if review.remarks:
        yield from ("", f"### Every value that differs ({len(review.remarks)})", "")
        yield from (f"- {line}" for line in change_lines(review.remarks[:_SUMMARY_PROBLEMS], markdown=True))
        if len(review.remarks) > _SUMMARY_PROBLEMS:
            yield f"- and {len(review.remarks) - _SUMMARY_PROBLEMS} more: run `portal diff`"
    if review.impact:
        yield from ("", "### What changes for people", "")
        yield from impact_lines(review.impact, markdown=True)
    if not review.failed:
        yield from ("", "The whole site with this change is the artifact **site** of this run.")


def _first(review: Review, *, markdown: bool) -> Iterator[str]:
    """Write what a person should look at first, in eight lines: the first ten of all that is printed."""
    write = plain if markdown else printable
    faults = [problem for problem in review.problems if problem.severity == "error" and problem not in review.before]
    lines = [f"must be mended: {write(one_line(problem))}" for problem in faults[:_FIRST_FAULTS]]
    if review.elsewhere:
        lines.append(write(f"changes what is no content: {', '.join(review.elsewhere[:_FIRST_FILES])}"))
    gaps = [gap_words(gap) for gap in review.impact.gaps_opened] if review.impact else []
    if gaps:
        rest = f" and {len(gaps) - _FIRST_FILES} more" if len(gaps) > _FIRST_FILES else ""
        lines.append(write(f"nobody helps any more with {', '.join(gaps[:_FIRST_FILES])}{rest}"))
    lines += (
        f"{line}{write(_people(remark.change, review))}"
        for remark, line in zip(
            review.remarks[:_FIRST], change_lines(review.remarks[:_FIRST], markdown=markdown), strict=True
        )
    )
    more = len(review.remarks) - max(0, _FIRST - 1 - (len(lines) - len(review.remarks[:_FIRST])))
    if len(lines) <= _FIRST:
        yield from lines or ["nothing that anybody reads or decides by differs"]
    else:
        yield from (*lines[: _FIRST - 1], f"and {more} more, below")


def _people(change: RecordChange, review: Review) -> str:
    """Write for which part of all answers a step or an offer is certain, and open, where a condition differs."""
    kind, _, id = change.record.partition("/")
    inside, _, key = change.key.rpartition(".")
    if review.impact is None or key not in ("when", "unless"):
        return ""
    service = inside.removeprefix("services.")
    sides = review.impact.tasks.get(id) if kind == "task" else review.impact.services.get(f"{id}/{service}")
    before, after = sides or (None, None)
    if before is None or after is None:
        return ""
    profiles = review.impact.profiles
    return f" (certain, and open, for {share_words(before, profiles)}; now {share_words(after, profiles)})"


def _with_remedy(problem: Problem) -> str:
    remedy = " ".join(problem.remedy.split())
    return plain(f"{problem.location}: {problem.message}" + (f" ({remedy})" if remedy else ""))
