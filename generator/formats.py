"""Problems and proofs as text for a terminal, as commands for a workflow, and as JSON."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.gaps import Gap
    from generator.links import Answer
    from generator.problems import Location
    from generator.proof import Impact, Proof, QuestionValue
    from generator.proof.prove import Share
    from generator.views.gaps import Report

    Changed = Mapping[str, tuple[Share | None, Share | None]]


def text(problem: Problem) -> str:
    """Write a problem for a terminal."""
    prefix = "warning: " if problem.severity == "warning" else ""
    text = f"{printable(str(problem.location))}: {prefix}{printable(problem.message)}"
    return text + "".join(f"\n  {printable(line)}" for line in problem.remedy.splitlines())


def printable(text: str) -> str:
    """Keep a hostile file from steering the terminal: what cannot be printed is written as its code."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def github(problem: Problem) -> str:
    """Write a workflow command that shows the problem beside its line."""
    words = f"{problem.message}\n{problem.remedy}".strip()
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        words = words.replace(character, code)
    file = problem.location.path
    for character, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        file = file.replace(character, code)
    return f"::{problem.severity} file={file},line={problem.location.line}::{words}"


def problem_json(problem: Problem) -> dict[str, object]:
    """Write a problem for a program."""
    return {
        "file": problem.location.path,
        "line": problem.location.line,
        "severity": problem.severity,
        "check": problem.check,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def proof_json(proof: Proof) -> dict[str, object]:
    """Write the proof's figures: counts of answer combinations, which are no counts of people."""
    return {
        "profiles": proof.profiles,
        "tasks": {id: {"certain": share.certain, "open": share.open} for id, share in proof.tasks.items()},
        "services": {id: {"certain": share.certain, "open": share.open} for id, share in proof.services.items()},
        "witnesses": [{**problem_json(problem), "profile": profile} for problem, profile in proof.witnesses.items()],
    }


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
                f"{name}: {', '.join([*(f'+ {one}' for one in change.come), *(f'- {one}' for one in change.go)])}"
                for name, change in impact.personas.items()
            ],
        ),
        ("What nobody helps with any more", [_gap_words(gap) for gap in impact.gaps_opened]),
        ("What somebody helps with now", [_gap_words(gap) for gap in impact.gaps_closed]),
        ("What is wrong now", [_one_line(problem) for problem in impact.opened]),
        ("What is mended", [_one_line(problem) for problem in impact.closed]),
    ]
    for title, lines in sections:
        if lines:
            yield from ("", f"{heading}{title}", *([""] if markdown else []))
            yield from (f"{item}{_plain(line) if markdown else printable(line)}" for line in lines)


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
        "gaps_opened": [{"task": gap.task, **gap.view._asdict()} for gap in impact.gaps_opened],
        "gaps_closed": [{"task": gap.task, **gap.view._asdict()} for gap in impact.gaps_closed],
    }


def report_lines(report: Report, questions: Mapping[str, QuestionValue]) -> Iterator[str]:
    """Write what is missing, in the words of the report, and what each question decides."""
    sections: list[tuple[str, list[str]]] = [
        ("What nobody does", [sentence for _, sentence in report.missing]),
        ("What one partner alone does", [sentence for _, sentence in report.single]),
        ("What no file says", [sentence for _, sentence in report.unknown]),
        ("To check again", [f"{one.checked} {one.kind} {one.id}" for one in report.aged]),
        ("Not translated", [str(problem.location) for problem in report.untranslated]),
        ("Not confirmed by the partner", list(report.unconfirmed)),
    ]
    for title, lines in sections:
        if lines:
            yield from (f"{title} ({len(lines)}):", *(f"  {printable(line)}" for line in lines), "")
    yield "How much each question decides (bits of information over all answer combinations), and its place if"
    yield "what decides most came first:"
    width = max(map(len, questions), default=0)
    for number, (id, value) in enumerate(questions.items(), start=1):
        yield f"  {number:>2}  {id:<{width}}  {value.bits:6.2f}  {value.proposed:>2}"


def questions_json(questions: Mapping[str, QuestionValue]) -> dict[str, object]:
    """Write what each question decides, for a program."""
    return {id: {"bits": round(value.bits, 6), "proposed": value.proposed} for id, value in questions.items()}


def links_lines(places: Mapping[str, list[Location]], answers: Mapping[str, Answer]) -> Iterator[str]:
    """Write which addresses need somebody's eyes, each with its first place, and how many there are of each."""
    for address, answer in answers.items():
        if answer.state != "fine":
            to = f" to {printable(answer.to)}" if answer.to else ""
            yield f"{places[address][0]}: {answer.state} ({printable(answer.words)}): {printable(address)}{to}"
    counts = Counter(answer.state for answer in answers.values())
    yield f"{len(answers)} addresses: {', '.join(f'{count} {state}' for state, count in counts.most_common())}."


def links_json(places: Mapping[str, list[Location]], answers: Mapping[str, Answer]) -> dict[str, object]:
    """Write what every address said, for a program."""
    return {
        "schema": 1,
        "links": [
            {
                "address": address,
                "state": answer.state,
                "words": answer.words,
                "to": answer.to or None,
                "places": [{"file": place.path, "line": place.line} for place in places[address]],
            }
            for address, answer in answers.items()
        ],
    }


def _changed(sides: Changed, profiles: int) -> list[str]:
    return [
        f"{id}: {_share_words(before, profiles)} → {_share_words(after, profiles)}"
        for id, (before, after) in sides.items()
    ]


def _gap_words(gap: Gap) -> str:
    asked = ", ".join(f"{name} {value}" for name, value in gap.view._asdict().items() if value)
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


def _one_line(problem: Problem) -> str:
    return f"{problem.location}: {problem.message}"


def _plain(text: str) -> str:
    """Keep a file's words from becoming marks or links in a pull request."""
    escaped = "".join(f"\\{character}" if character in "\\`*_{}[]<>()#|!@" else character for character in text)
    return printable(escaped)
