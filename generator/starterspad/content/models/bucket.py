"""Buckets: what a figure that she worked out means, in a few words that conditions may name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from starterspad.content.models.amount import Figure
from starterspad.content.models.field_types import Id, Record, Title, YesNo


class Cut(Record):
    """A part of the figures, in words."""

    id: Id = Field(examples=["under-3-months"])
    """What conditions name it by."""
    title: Title = Field(examples=["{en: Your money runs out within three months}"])
    """What she reads as the reason for a step: a sentence that says what it is about."""
    below: Figure | None = Field(default=None, examples=["4"])
    """It holds for figures below this one, and from the `below` before it on; without it for all that are left."""
    none: YesNo = False
    """It holds where the formula says that there is no figure; then it has no `below`."""


class Bucket(Record):
    """A figure in a few words. Conditions name it as `money.<id>`, and what it says by the ids of its cuts."""

    id: Id = Field(examples=["runway"])
    """What conditions name it by, behind `money.`: no other calculator has one of this name."""
    title: Title = Field(examples=["{en: How long your money lasts}"])
    """What it is about: what a step depends on that waits for it."""
    output: str = Field(examples=["months_left"])
    """The output whose figure, in the unit that people see, lies in one of the cuts."""
    cuts: Annotated[tuple[Cut, ...], Field(min_length=1, max_length=8)]
    """The parts, from low to high; the last one without `below`."""
