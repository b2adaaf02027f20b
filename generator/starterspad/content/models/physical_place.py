"""Places that one can walk into: where people meet, hold an evening or sit at a desk."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from starterspad.content.limits import MOST_OPENINGS
from starterspad.content.models.field_types import Date, Id, Line, Record, ShortText, SourceUrl, Title, is_text
from starterspad.content.models.opening import Opening
from starterspad.content.models.source import Seen, SourceDate
from starterspad.content.models.wrong import wrong

_POINT = re.compile(r"(-?[0-9]{1,2}\.[0-9]{2,6}), ?(-?[0-9]{1,3}\.[0-9]{2,6})")
_NORTH, _EAST = 90, 180


def _point(value: str) -> str:
    match = _POINT.fullmatch(value)
    if not match or abs(float(match[1])) > _NORTH or abs(float(match[2])) > _EAST:
        remedy = "write degrees north and east with a point, such as 51.0536, 3.7253"
        raise wrong("point", "this is no point on the earth", remedy)
    return f"{match[1]},{match[2]}"


Point = Annotated[str, is_text, AfterValidator(_point), Field(examples=['"51.0536, 3.7253"'])]


class PhysicalPlace(Record):
    """A place with an address. What is not known is left out."""

    title: Title = Field(examples=["{en: The library}"])
    """What it is called."""
    summary: ShortText
    """What one does there."""
    address: Line = Field(examples=['"1 Market Square, Town"'])
    """Where it is."""
    partner: Id | None = Field(default=None, examples=["town-desk"])
    """The partner that runs it, or sits there."""
    area: Id | None = Field(default=None, examples=["town"])
    """The area that it is in; without it, all of the portal's."""
    point: Point | None = None
    """Degrees north and east, where a source says them: a link opens them in whatever map a phone has."""
    directions: ShortText | None = None
    """How to get there, in words: the stop, the entrance, the floor, whether wheels get in."""
    hours: Annotated[tuple[Opening, ...], Field(max_length=MOST_OPENINGS)] = Field(
        default=(), examples=['[{rule: FREQ=WEEKLY;BYDAY=TH, opens: "14:00", closes: "16:30", from: 2026-09-03}]']
    )
    """When one may walk in."""
    source: SourceUrl
    """The page that says so."""
    source_date: SourceDate | None = None
    """What date that page bears: none where it bears none."""
    seen: Seen
    """How it was seen. `live` is written by `portal confirm`, in `content/seen_live.yml`."""
    checked: Date
    """When somebody last looked, in the way that `seen` says."""
