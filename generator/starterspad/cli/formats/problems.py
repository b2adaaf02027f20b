"""Problems as text for a terminal, as commands for a workflow, and as JSON."""

from __future__ import annotations

import json
from typing import TypedDict

from starterspad.content.problems import InvalidContent, Problem, Severity
from starterspad.content.schema_numbers import FAILURE_SCHEMA


class ProblemJson(TypedDict):
    """One thing that is wrong with the content."""

    file: str
    line: int
    severity: Severity
    check: str
    """the name of the check that found it"""
    message: str
    remedy: str
    """how to mend it, or empty"""


class FailureJson(TypedDict):
    """What a command prints in place of its answer where the content is broken, or what it was given."""

    schema: int
    problems: list[ProblemJson]


def failure_json(invalid: InvalidContent) -> FailureJson:
    """Write for a program why a command ends without its answer."""
    return {"schema": FAILURE_SCHEMA, "problems": [problem_json(problem) for problem in invalid.problems]}


def json_text(report: object) -> str:
    """Write what a command says as JSON that a person can read too."""
    return json.dumps(report, indent=2, ensure_ascii=False)


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


def problem_json(problem: Problem) -> ProblemJson:
    """Write a problem for a program."""
    return {
        "file": problem.location.path,
        "line": problem.location.line,
        "severity": problem.severity,
        "check": problem.check,
        "message": problem.message,
        "remedy": problem.remedy,
    }


def one_line(problem: Problem) -> str:
    """Write a problem without its remedy, for a list."""
    return f"{problem.location}: {problem.message}"


def plain(text: str) -> str:
    """Keep a file's words from becoming marks or links in a pull request."""
    escaped = "".join(f"\\{character}" if character in "\\`*_{}[]<>()#|!@" else character for character in text)
    return printable(escaped)
