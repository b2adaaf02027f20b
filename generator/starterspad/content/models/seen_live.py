"""What somebody looked up where it stands: written by `portal confirm` alone, so that nobody says so by the way."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from starterspad.content.models.field_types import Date, Id, Line, Record


class SeenLive(Record):
    """Somebody opened the pages that a record rests on, and all that it says stood there."""

    kind: Literal["fact", "task", "programme"]
    """What sort of record it is."""
    id: Id = Field(examples=["registration-cost"])
    """Which one."""
    on: Date
    """The day on which it was opened. What is checked after it is seen as the record itself says."""
    by: Line = Field(examples=['"A. Person, town desk"'])
    """Who opened it: a name, a role, or both."""
