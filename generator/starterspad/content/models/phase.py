"""Phases: the stretches of the path."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.condition import Accepted, Clauses
from starterspad.content.models.estimate import Estimate
from starterspad.content.models.field_types import (
    Id,
    Record,
    ShortText,
    Title,
    YesNo,
)
from starterspad.content.models.gate import PhaseGate


class Phase(Record):
    """A stretch of the path: what you do in it and what you have at its end; with `start`, a business that runs.

    `stands` is a condition: who stands in this phase now.
    """

    id: Id
    title: Title
    summary: ShortText
    goal: ShortText
    duration: Estimate
    result: ShortText
    start: YesNo = False
    stands: Clauses = ()
    gate: PhaseGate | None = None
    accepted: Accepted = Field(default_factory=dict)
    aliases: tuple[Id, ...] = ()
