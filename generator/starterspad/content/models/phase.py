"""Phases: the stretches of the path."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.condition import Accepted, Clauses
from starterspad.content.models.estimate import Estimate
from starterspad.content.models.field_types import (
    Aliases,
    Id,
    Record,
    ShortText,
    Title,
    YesNo,
)
from starterspad.content.models.gate import PhaseGate


class Phase(Record):
    """A stretch of the path."""

    id: Id = Field(examples=["testing"])
    """What steps and conditions name it by."""
    title: Title = Field(examples=["{en: Try it out}"])
    """The name of the phase."""
    short: Title | None = Field(default=None, examples=["{en: Try}"])
    """A word for it, under its stone on the path."""
    summary: ShortText
    """What it is about."""
    goal: ShortText
    """What you do in it."""
    duration: Estimate
    """How long it takes."""
    result: ShortText
    """What you have at its end."""
    start: YesNo = False
    """A business starts in it, so a plan can count back from that day."""
    stands: Clauses = Field(default=(), examples=["{stage: testing}"])
    """A condition: who stands in this phase now."""
    gate: PhaseGate | None = None
    """A moment to decide at its end."""
    accepted: Accepted = Field(default_factory=dict)
    aliases: Aliases = ()
