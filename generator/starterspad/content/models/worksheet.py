"""Worksheets: questions to write about, for oneself and for the talk; never scored."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.field_types import Id, Record, ShortText, Title, YesNo


class Prompt(Record):
    """One thing to write about."""

    id: Id = Field(examples=["customers"])
    """What the device remembers it by."""
    title: Title = Field(examples=["{en: Who buys from you?}"])
    """What to write about."""
    hint: ShortText | None = None
    """What helps to begin."""


class Worksheet(Record):
    """A page to fill in."""

    id: Id = Field(examples=["canvas"])
    """What gates name it by."""
    title: Title = Field(examples=["{en: Your business on one page}"])
    """The name of the sheet."""
    text: ShortText
    """What it is for."""
    rounds: YesNo = False
    """It is improved again and again, and each round stays."""
    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1)]
    """What to write about."""
