"""Problems and proofs as text for a terminal, as commands for a workflow, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Problem

if TYPE_CHECKING:
    from generator.proof import Proof


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
