"""Dangers, declared: what must never happen to a person, and what always must; the proof holds it for every profile."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from starterspad.content.models.condition import Clauses
from starterspad.content.models.field_types import Id, Line, Record, ShortText, YesNo
from starterspad.content.models.wrong import wrong


class Promise(Record):
    """What an invariant forbids or demands for the people that it is about. It says at least one thing."""

    step: Id | None = Field(default=None, examples=["report-first"])
    """A step: never is it on their plan, always is it certain."""
    verdict: Literal["yes", "unknown", "no"] | None = Field(default=None, examples=["yes"])
    """The one verdict of the step that is meant: certain, open, or not for them."""
    first: YesNo = False
    """Nothing on their plan stands before the step."""
    before: tuple[Id, ...] = Field(default=(), examples=["[register]"])
    """Whoever gets one of these gets the step before it."""
    helper: Id | None = Field(default=None, examples=["town-desk"])
    """The step names this office: one of its services helps with it, perhaps for never, for certain for always."""
    mentions: ShortText | None = Field(default=None, examples=["{en: health fund}"])
    """Words that the step says, in small letters; without a step, any step of their plan."""
    answers: Clauses = ()
    """Answers that they give, beside those that `people` names."""

    @model_validator(mode="after")
    def _says_something(self) -> Promise:
        about_step = self.verdict or self.first or self.before or self.helper
        if about_step and not self.step:
            raise wrong("promise", "verdict, first, before and helper are about a step", "name it: step: id")
        if not (self.step or self.mentions or self.answers):
            raise wrong("promise", "this promise says nothing", "name a step, answers, or words that are mentioned")
        return self


class Invariant(Record):
    """Something that holds for everyone whom the questionnaire can lead to."""

    id: Id = Field(examples=["report-before-registration"])
    """What it is known by."""
    danger: Line = Field(examples=["Who registers before reporting may lose the benefit."])
    """What happens to a person where it does not hold, for maintainers."""
    people: Clauses = ()
    """Whom it is about; without it, everyone."""
    unless: Clauses = ()
    """Who of them is not meant."""
    never: Promise | None = None
    """What must not be."""
    always: Promise | None = None
    """What must be."""
