"""Outcomes: where a path may lead."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.field_types import (
    Id,
    LongText,
    Record,
    ShortText,
    Title,
)
from starterspad.content.models.gate import Decision


class Outcome(Record):
    """Where a path may lead: each is a good one. `follows` names the decisions after which it is offered.

    `first_year` is what to do in the first year, `peers` where one meets others, `come_back` how to return to the path.
    """

    id: Id
    title: Title
    text: ShortText
    follows: Annotated[tuple[Decision, ...], Field(min_length=1)]
    first_year: LongText
    peers: ShortText
    come_back: ShortText
    tasks: tuple[Id, ...] = ()
