"""What was published once: ids that a starter's journal may hold for years."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from starterspad.content.models.field_types import Id, Line, Record, Title

Ids = tuple[Id, ...]


class Published(Record):
    """Every id ever published."""

    phases: Ids = ()
    """Ids of phases."""
    questions: dict[Id, Ids] = Field(default_factory=dict)
    """Ids of options, below the id of their question."""
    tasks: Ids = ()
    """Ids of steps."""
    services: dict[Id, Ids] = Field(default_factory=dict)
    """Ids of services, below the id of their partner."""


class Retired(Record):
    """Something published that is gone for good."""

    kind: Literal["phase", "question", "option", "task", "service"]
    """What it was."""
    id: Line = Field(examples=["first-sale"])
    """What it was called; `question/option` for an option, `partner/service` for a service."""
    title: Title = Field(examples=["{en: Make your first sale}"])
    """What whoever had it still sees."""
