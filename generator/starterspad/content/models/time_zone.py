"""A time zone, as IANA names it."""

from __future__ import annotations

import re
import zoneinfo
from typing import Annotated

from pydantic import BeforeValidator

from starterspad.content.models.wrong import wrong
from starterspad.content.problems import quoted


def _is_time_zone(name: str) -> bool:
    if not re.fullmatch(r"[A-Z][A-Za-z_]+(/[A-Za-z0-9_+-]+)*", name):
        return False
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _time_zone(value: object) -> object:
    if isinstance(value, str) and not _is_time_zone(value):
        raise wrong(
            "time-zone",
            f"{quoted(value)} is not a time zone",
            "write it as IANA names it, such as Europe/Brussels",
        )
    return value


TimeZone = Annotated[str, BeforeValidator(_time_zone)]
