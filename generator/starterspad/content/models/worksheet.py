"""Worksheets: questions to write about, for oneself and for the talk; never scored."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.field_types import Id, Record, ShortText, Title, YesNo


class Prompt(Record):
    """One thing to write about; `hint` helps to begin."""

    id: Id
    title: Title
    hint: ShortText | None = None


class Worksheet(Record):
    """A page to fill in; with `rounds` it is improved again and again, and each round stays."""

    id: Id
    title: Title
    text: ShortText
    rounds: YesNo = False
    prompts: Annotated[tuple[Prompt, ...], Field(min_length=1)]
