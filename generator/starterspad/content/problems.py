"""Problems are values: what is wrong, where, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Location:
    """A place in a content file: its path relative to the instance's root, and a line counted from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with the content, in words that its writer understands.

    `check` names the check that found it (kebab-case); `remedy` says how to mend it, a line of text or several, or
    is empty. Only an error stops a build. Problems sort by file and line.
    """

    location: Location
    message: str
    remedy: str = ""
    check: str = "content"
    severity: Severity = "error"

    def __str__(self) -> str:
        return f"{self.location}: {self.message}" + "".join(f"\n  {line}" for line in self.remedy.splitlines())


class InvalidContent(Exception):
    """The content cannot be used; `problems` holds every one, sorted by place, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def raise_errors(problems: Iterable[Problem]) -> None:
    """Raise `InvalidContent` with every problem, warnings too, when at least one of them is an error."""
    gathered = tuple(problems)
    if any(problem.severity == "error" for problem in gathered):
        raise InvalidContent(gathered)


def quoted(value: object) -> str:
    """Write what a file says between quotes: 60 characters at most, and what cannot be seen written as its code."""
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(value)[:60])
    return f'"{text}"'


def close_to(word: str, known: Iterable[str]) -> str:
    """Return the known word that a misspelt one is closest to; empty where none is close."""
    return next(iter(difflib.get_close_matches(word[:80], sorted(known), n=1, cutoff=0.6)), "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return the remedy that names the closest known word, or lists 12 at most; empty where none is known."""
    words = sorted(known)
    close = close_to(word, words)
    if close:
        return f'did you mean "{close}"?'
    if not words:
        return ""
    shown = ", ".join(words[:12])
    return f"known: {shown}" + (f" and {len(words) - 12} more" if len(words) > 12 else "")
