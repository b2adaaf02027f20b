"""Conditions: who something is for, as answers to questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from starterspad.content.models.field_types import DONT_KNOW, Id, Line, QuestionId, Record
from starterspad.content.models.inner_records import Path, inner_records
from starterspad.content.models.wrong import wrong
from starterspad.content.problems import quoted

Clause = dict[QuestionId, tuple[Id, ...]]
"""Every key must hold: question id -> option ids, one of which must be answered."""


def _clauses(value: object) -> object:
    """Accept one map or a list of maps; one option or a list of options."""
    clauses = value if isinstance(value, list) else [value]
    if not clauses:
        raise wrong("condition", "this condition has no alternative", "leave the key out when it holds for everybody")
    listed = isinstance(value, list)
    return tuple(_clause(clause, (index,) if listed else ()) for index, clause in enumerate(clauses))


def _clause(value: object, at: tuple[int, ...]) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict) or not value:
        remedy = "write it as when: {question: option}"
        raise wrong("condition", "a condition is a map of questions and options", remedy, *at)
    return {question: _options(question, options, at) for question, options in value.items()}


def _options(question: str, value: object, at: tuple[int, ...]) -> tuple[str, ...]:
    options = value if isinstance(value, list) else [value]
    if not options or not all(isinstance(option, str) for option in options):
        raise wrong(
            "condition",
            f"{quoted(question)} needs one option or a list of options",
            f"write {question[:60]}: [one, two]",
            *at,
            question,
        )
    if DONT_KNOW in options:
        raise wrong(
            "condition",
            f"{quoted(question)} cannot ask for {DONT_KNOW}",
            "a person who does not know gets the verdict unknown",
            *at,
            question,
        )
    if len(set(options)) < len(options):
        raise wrong("condition", f"{quoted(question)} names an option twice", "keep it once", *at, question)
    return tuple(options)


Clauses = Annotated[
    tuple[Clause, ...],
    BeforeValidator(_clauses),
    Field(examples=["{situation: [job-seeker, employee], sector: food}"]),
]


Accepted = Annotated[
    dict[Id, Line],
    Field(
        description="What may stand of what the proof warns of: the name of the warning, with the reason.",
        examples=["{helpless: Outside the city the town itself answers.}"],
    ),
]
"""Check name -> why a maintainer lets it stand."""


class Condition(Record):
    """Holds when one clause of `when` holds (or there is none) and no clause of `unless` does."""

    when: tuple[Clause, ...] = ()
    unless: tuple[Clause, ...] = ()


class Conditional(Record):
    """A record that is for some people only."""

    when: Clauses = ()
    """Who it is for, as answers: every key must hold, and a list of maps means that one of them must. Without it,
    everybody.
    """
    unless: Clauses = Field(default=(), examples=["{legal-form: company}"])
    """Who it is not for, written like `when`."""

    @property
    def condition(self) -> Condition:
        """The condition alone, as `rules` judges it."""
        return Condition.model_construct(when=self.when, unless=self.unless)


def conditionals(record: Record) -> Iterator[tuple[Path, Conditional]]:
    """Yield every part of a record that is for some people only, itself included, with its path in the record."""
    return ((path, part) for path, part in inner_records(record) if isinstance(part, Conditional))
