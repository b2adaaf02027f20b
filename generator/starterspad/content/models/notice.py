"""Notices: what is worth knowing for a while, and disappears by itself."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.field_types import Date, Id, Record, ShortText


class Notice(Record):
    """Something worth knowing for a while."""

    id: Id = Field(examples=["desk-is-closed"])
    """What it is known by."""
    text: ShortText
    """What is worth knowing."""
    until: Date
    """The last day on which it is shown."""
    tasks: tuple[Id, ...] = ()
    """The steps on whose pages it stands. Without these and `partners` it stands on every page."""
    partners: tuple[Id, ...] = Field(default=(), examples=["[town-desk]"])
    """The partners on whose pages it stands."""
