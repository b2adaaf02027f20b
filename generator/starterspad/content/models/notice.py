"""Notices: what is worth knowing for a while, and disappears by itself."""

from __future__ import annotations

from starterspad.content.models.field_types import Date, Id, Record, ShortText


class Notice(Record):
    """A notice is shown up to and including the day `until`: on the pages of its tasks and partners, or on all."""

    id: Id
    text: ShortText
    until: Date
    tasks: tuple[Id, ...] = ()
    partners: tuple[Id, ...] = ()
