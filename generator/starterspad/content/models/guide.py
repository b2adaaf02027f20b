"""Guides: ways into the portal for who does not start with questions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.models.condition import Clauses
from starterspad.content.models.field_types import Id, LongText, Record, ShortText, Title, WholeNumber


class Guide(Record):
    """The tasks that matter to a group of people, or about a theme; `people` are the answers of that group."""

    kind: Literal["group", "theme"]
    order: WholeNumber
    title: Title
    summary: ShortText
    text: LongText
    tasks: Annotated[tuple[Id, ...], Field(min_length=1)]
    people: Clauses = ()
