"""Questions and their options, and what is known without asking."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.condition import Accepted, Clauses
from starterspad.content.models.field_types import (
    DONT_KNOW,
    Id,
    Record,
    ShortText,
    Title,
    YesNo,
)


class Option(Record):
    """One possible answer; an exclusive one cannot stand beside another."""

    id: Id
    title: Title
    hint: ShortText | None = None
    exclusive: YesNo = False
    aliases: tuple[Id, ...] = ()


class Question(Record):
    """Something only the starter knows; `because` names the question in a reason ("Your situation").

    `residual` options only help people recognise themselves and decide nothing; `registers` marks the question
    about how to start: who does not know is never told for certain to register.
    """

    id: Id
    title: Title
    because: Title
    hint: ShortText | None = None
    why: ShortText
    several: YesNo = False
    sensitive: YesNo = False
    options: tuple[Option, ...]
    dont_know: Title | None = None
    ask_when: Clauses = ()
    residual: tuple[Id, ...] = ()
    registers: YesNo = False
    accepted: Accepted = Field(default_factory=dict)
    aliases: tuple[Id, ...] = ()

    def option_ids(self) -> tuple[str, ...]:
        """Return every answer that may be given, the reserved `dont-know` last."""
        ids = tuple(option.id for option in self.options)
        return (*ids, DONT_KNOW) if self.dont_know else ids

    def exclusive_ids(self) -> frozenset[str]:
        """Return the answers that stand alone."""
        return frozenset((DONT_KNOW, *(option.id for option in self.options if option.exclusive)))


class DerivedQuestion(Question):
    """What is known of a person without asking: from the self-assessment, or a decision. `page` is where it is found.

    It is no part of any file: the catalog makes it of the self-assessment and the gates, for conditions that name it.
    """

    page: str
