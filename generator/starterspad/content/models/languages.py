"""The languages of a site, and who read the words of one."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from starterspad.content.models.field_types import Language, Line, Record
from starterspad.content.models.wrong import wrong


def _once(value: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(value)) < len(value):
        raise wrong("languages", "a language stands twice", "keep it once")
    return value


Languages = Annotated[tuple[Language, ...], Field(min_length=1), AfterValidator(_once)]


class LanguageReader(Record):
    """Somebody who read all words of a language, as a native does."""

    language: Language = Field(examples=["de"])
    """Which language."""
    name: Line = Field(examples=['"A. Person, translator"'])
    """Who: a name, a role, or both."""
