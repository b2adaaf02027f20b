"""What was published once and is gone: ids that a starter's journal may hold for years."""

from __future__ import annotations

from starterspad.content.models.field_types import Id, Line, Record, Title


class Retired(Record):
    """Something published that is gone for good; `title` is what whoever had it still sees.

    `kind` is one of those in the registry of published ids; `id` is written question/option for an option, and
    partner/service for a service.
    """

    kind: Id
    id: Line
    title: Title
