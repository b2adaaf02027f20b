"""What the forms of a repository's host ask: the same questions as the form of the site, read by the same command.

They stand in git, so what grows is not listed in them: two branches that each add a partner or a step would meet on a
line. Steps and organisations are written as the site calls them, and the command knows them by that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from starterspad.content.catalog import Catalog
from starterspad.content.localised_text import localised
from starterspad.intake.form_fields import LICENCE, NEEDED, Field, partner_fields


@dataclass(frozen=True)
class IssueQuestion:
    """One question: the path that its answer has in the record, and words in the instance's first language.

    `options` are words by their id where something is chosen. The site config has those that are `apart`: two branches
    may change them, so each has a line of its own behind it, without which git finds a conflict where one branch
    changes an option and another adds one below.
    """

    path: str
    label: str
    help: str
    kind: Literal["line", "text", "choice", "choices"] = "line"
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    apart: bool = False

    @property
    def heading(self) -> str:
        """The label as the command reads it."""
        return f"[{self.path}] {self.label}"


@dataclass(frozen=True)
class IssueForm:
    """A form: the name of its file, what it is for, and what it asks."""

    name: str
    title: str
    description: str
    questions: tuple[IssueQuestion, ...]


def issue_questions(catalog: Catalog) -> tuple[IssueForm, ...]:
    """Return the forms to add, change and remove a partner, in the instance's first language."""
    say = catalog.messages[catalog.site.default_language].format
    asked = [field for field in partner_fields() if field.path not in ("paused", "left")]
    which = (say("issue.which"), say("issue.which_help"))
    changed = (
        IssueQuestion("change", *which, required=True),
        IssueQuestion("services.1.id", say("issue.service"), say("issue.service_help")),
        *_questions(catalog, partner_fields(), required=False),
    )
    removed = (
        IssueQuestion("remove", *which, required=True),
        IssueQuestion("reason", say("issue.reason"), "", "text"),
    )
    added = tuple(_questions(catalog, asked, required=True))
    return (
        IssueForm("add-partner", say("issue.add"), say("issue.add_text"), added),
        IssueForm("change-partner", say("issue.change"), say("issue.change_text"), changed),
        IssueForm("remove-partner", say("issue.remove"), say("issue.remove_text"), removed),
    )


def licence_note(catalog: Catalog) -> str:
    """Return as Markdown what whoever sends an answer allows."""
    language = catalog.site.default_language
    say = catalog.messages[language].format
    return f"{say('join.licence')} [{say('join.licence_read')}]({LICENCE}{language})"


def _questions(catalog: Catalog, fields: Sequence[Field], *, required: bool) -> Iterator[IssueQuestion]:
    language = catalog.site.default_language
    words = catalog.messages[language]
    for field in fields:
        path = field.path.replace("services.", "services.1.") + (f".{language}" if field.localised else "")
        label, help = words.format(field.word), words.format(f"{field.word}_help")
        needed = required and (field.required or field.path in NEEDED)
        if field.kind == "tasks":
            steps = words.format("issue.steps_help", address=f"{catalog.site.base_url}{language}/tasks/")
            yield IssueQuestion(path, label, steps, "text", needed)
        elif field.kind == "area":
            areas = ((area.id, localised(area.title, language, language)[0]) for area in catalog.site.areas.walk())
            yield IssueQuestion(path, label, help, "choice", options=tuple(areas), apart=True)
        elif field.kind == "languages":
            spoken = ((code, words.language_name(code)) for code in catalog.site.languages)
            yield IssueQuestion(path, label, help, "choices", options=tuple(spoken), apart=True)
        elif field.kind in ("choice", "choices"):
            named = tuple((choice, words.format(f"{field.choice_words}.{choice}")) for choice in field.choices)
            yield IssueQuestion(path, label, help, "choices" if field.kind == "choices" else "choice", options=named)
        else:
            yield IssueQuestion(path, label, help, "text" if field.kind == "short-text" else "line", needed)
