"""What was published once and is gone: ids that a starter's journal may hold for years."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.field_types import Id, Line, Record, Title


class Retired(Record):
    """Something published that is gone for good."""

    kind: Id = Field(examples=["task"])
    """What it was: one of the kinds in the registry of published ids, such as `task` or `service`."""
    id: Line = Field(examples=["first-sale"])
    """What it was called; `question/option` for an option, `partner/service` for a service."""
    title: Title = Field(examples=["{en: Make your first sale}"])
    """What whoever had it still sees."""
