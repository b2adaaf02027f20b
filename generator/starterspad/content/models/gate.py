"""Gates: a moment to decide at the end of a phase, and what counts there."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.models.field_types import (
    Id,
    Record,
    ShortText,
    Title,
    YesNo,
)


class Criterion(Record):
    """What counts at a gate: the steps that show it, and perhaps the self-assessment or a worksheet."""

    id: Id
    title: Title
    tasks: tuple[Id, ...] = ()
    mirror: YesNo = False
    worksheet: Id | None = None


class PhaseGate(Record):
    """A moment to decide at the end of a phase: go, go with conditions, not yet or no."""

    question: Title
    text: ShortText
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]


Decision = Literal["go", "conditions", "not-yet", "no"]
