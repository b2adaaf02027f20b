"""How something was found: by whom a page is, how it was seen, and so how far to trust it."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.models.field_types import parsed

Seen = Literal["live", "copy", "archived", "news", "told"]
"""live: on the page itself, by a person or by `portal links`; copy: in a stored copy of a page that looked current;
archived: in an archive; news: somebody wrote about it; told: the organisation itself says it."""
SourceKind = Literal["official", "fund", "press", "commercial", "other"]
"""official: a public body; fund: an accredited fund or counter; press: a newspaper; commercial: who sells something;
other: everybody else, parties and vendors too."""


def _source_date(value: str) -> str:
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", value)
    if not match:
        raise ValueError(value)
    year, month, day = match.groups(default="01")
    datetime.date(int(year), int(month), int(day))
    return value


SourceDate = Annotated[
    str,
    parsed(
        _source_date,
        "source-date",
        "this must be the date that a page bears",
        "write it as 2026, 2026-01 or 2026-01-31, and leave it out where the page bears none",
    ),
    Field(examples=["2026-01"]),
]
