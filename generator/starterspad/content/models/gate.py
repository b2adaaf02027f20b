"""Gates: a moment to decide at the end of a phase, and what counts there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.models.condition import Clauses
from starterspad.content.models.field_types import (
    Id,
    Record,
    ShortText,
    Title,
    YesNo,
)


class Criterion(Record):
    """Something that counts at a gate."""

    id: Id = Field(examples=["customers"])
    """What the page remembers it by."""
    title: Title = Field(examples=["{en: Somebody wants to pay}"])
    """What counts."""
    tasks: tuple[Id, ...] = ()
    """The steps that show it."""
    mirror: YesNo = False
    """Having looked into the mirror counts."""
    worksheet: Id | None = Field(default=None, examples=["canvas"])
    """The worksheet that shows it."""
    sections: tuple[Id, ...] = ()
    """The sections of the business plan that show it, once every question in them is answered."""
    money: Clauses = Field(default=(), examples=["{money.runway: enough}"])
    """What a calculator must come to, as a bucket of it and the cuts that will do."""


class PhaseGate(Record):
    """A moment to decide at the end of a phase: go, go with conditions, not yet or no."""

    question: Title = Field(examples=["{en: Do you go on?}"])
    """What is to be decided."""
    text: ShortText
    """What to think of before one decides."""
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    """What counts; she weighs it and decides herself."""


Decision = Literal["go", "conditions", "not-yet", "no"]
