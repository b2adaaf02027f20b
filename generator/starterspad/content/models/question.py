"""Questions and their options, and what is known without asking."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.condition import Accepted, Clauses
from starterspad.content.models.field_types import (
    DONT_KNOW,
    Aliases,
    Id,
    Line,
    Record,
    ShortText,
    Title,
    YesNo,
)


class Option(Record):
    """One possible answer."""

    id: Id = Field(examples=["job-seeker"])
    """What conditions name it by."""
    title: Title = Field(examples=["{en: I look for a job}"])
    """The answer."""
    hint: ShortText | None = None
    """What helps to recognise oneself in it."""
    those: Title | None = Field(default=None, examples=["{en: people who look for a job}"])
    """Those who give it, as they stand in a sentence about them: "For people who look for a job …"."""
    leads_to: Line | None = Field(default=None, examples=["guides/in-difficulty/"])
    """The page that whoever gives it sees at once, as an address below the language: a way out of the questions."""
    exclusive: YesNo = False
    """It cannot stand beside another answer."""
    aliases: Aliases = ()


class Question(Record):
    """Something only the starter knows."""

    id: Id = Field(examples=["situation"])
    """What conditions name it by."""
    title: Title = Field(examples=["{en: What is your situation?}"])
    """The question."""
    because: Title = Field(examples=["{en: Your situation}"])
    """Its name in a reason, such as "How far you are"."""
    hint: ShortText | None = None
    """What helps to answer."""
    why: ShortText
    """Why it is asked."""
    several: YesNo = False
    """More than one answer may be given."""
    sensitive: YesNo = False
    """It is left out of a link that she shares, unless she ticks it."""
    options: tuple[Option, ...]
    """The answers: 2 to 30, with "I don't know"."""
    dont_know: Title | None = Field(default=None, examples=["{en: I do not know}"])
    """The words of "I don't know", wherever a person may honestly not know."""
    ask_when: Clauses = Field(default=(), examples=["{stage: idea}"])
    """A condition on earlier questions; without it, it is asked of everybody."""
    residual: tuple[Id, ...] = Field(default=(), examples=["[none-of-these]"])
    """Options that only help people recognise themselves, and decide nothing."""
    registers: YesNo = False
    """It is about how to start: who does not know is never told for certain to register."""
    accepted: Accepted = Field(default_factory=dict)
    aliases: Aliases = ()

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
