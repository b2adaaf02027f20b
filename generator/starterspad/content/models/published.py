"""What was published once: ids that a starter's journal may hold for years."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from starterspad.content.models.field_types import Id, Line, Record, Title

Ids = tuple[Id, ...]


class Published(Record):
    """Every id ever published. Options stand under their question, services under their partner."""

    phases: Ids = ()
    questions: dict[Id, Ids] = Field(default_factory=dict)
    tasks: Ids = ()
    services: dict[Id, Ids] = Field(default_factory=dict)


class Retired(Record):
    """Something published that is gone for good; `title` is what whoever had it still sees.

    `id` is written question/option for an option, and partner/service for a service.
    """

    kind: Literal["phase", "question", "option", "task", "service"]
    id: Line
    title: Title
