"""What a change does, for a terminal, for a pull request and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starterspad.cli.formats.problems import github, one_line, plain, printable, problem_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from starterspad.content.models.partner import Partner
    from starterspad.content.problems import Problem
    from starterspad.quality.coverage import Gap
    from starterspad.rules.proof.prove import Share
    from starterspad.upkeep.impact import Impact
    from starterspad.upkeep.review import Review

    Changed = Mapping[str, tuple[Share | None, Share | None]]

# GitHub shows this many annotations of a kind for a step, and this much of a summary.
_ANNOTATIONS = 10
_SUMMARY_PROBLEMS = 300


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
        ("What nobody helps with any more", [_gap_words(gap) for gap in impact.gaps_opened]),
        ("What somebody helps with now", [_gap_words(gap) for gap in impact.gaps_closed]),
        ("What is wrong now", [one_line(problem) for problem in impact.opened]),
        ("What is mended", [one_line(problem) for problem in impact.closed]),
    ]
    for title, lines in sections:
        if lines:
            yield from ("", f"{heading}{title}", *([""] if markdown else []))
            yield from (f"{item}{plain(line) if markdown else printable(line)}" for line in lines)


def impact_json(impact: Impact) -> dict[str, object]:
    """Write what a change does, for a program."""
    return {
        "schema": 1,
        "profiles": impact.profiles,
        "affected": impact.affected,
        "questions": list(impact.questions),
        "tasks": {id: [_share_json(side) for side in sides] for id, sides in impact.tasks.items()},
        "services": {id: [_share_json(side) for side in sides] for id, sides in impact.services.items()},
        "personas": {
            name: {"come": list(change.come), "go": list(change.go)} for name, change in impact.personas.items()
        },
        "opened": [problem_json(problem) for problem in impact.opened],
        "closed": [problem_json(problem) for problem in impact.closed],
        "gaps_opened": [{"task": gap.task, **gap.segment._asdict()} for gap in impact.gaps_opened],
        "gaps_closed": [{"task": gap.task, **gap.segment._asdict()} for gap in impact.gaps_closed],
    }


def _changed(sides: Changed, profiles: int) -> list[str]:
    return [
        f"{id}: {_share_words(before, profiles)} → {_share_words(after, profiles)}"
        for id, (before, after) in sides.items()
    ]


def _gap_words(gap: Gap) -> str:
    asked = ", ".join(f"{name} {value}" for name, value in gap.segment._asdict().items() if value)
    return f"{gap.task} ({asked})" if asked else gap.task


def _share_words(share: Share | None, profiles: int) -> str:
    if share is None:
        return "not there"
    return f"{_percent(share.certain, profiles)}, {_percent(share.open, profiles)}"


def _share_json(share: Share | None) -> dict[str, int] | None:
    return {"certain": share.certain, "open": share.open} if share else None


def _percent(part: int, whole: int) -> str:
    """Write a share; what is not nothing never reads as nothing, and what is not all never as all."""
    tenths = min(max(round(1000 * part / whole), 1), 999) if 0 < part < whole else round(1000 * part / whole)
    return f"{tenths / 10:.1f}%"


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
