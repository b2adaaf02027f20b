"""When an entry of a calendar begins and ends, and its rule, by the clocks of the place."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

from starterspad.content.problems import quoted
from starterspad.intake.calendar_text import Entry, Property

_DAY = datetime.timedelta(1)
_LONGEST_DAYS = 60
_DURATION = re.compile(
    r"P(?:([0-9]{1,2})W)?(?:([0-9]{1,3})D)?(?:T(?:([0-9]{1,3})H)?(?:([0-9]{1,4})M)?(?:[0-9]{1,5}S)?)?"
)


class NoMoment(Exception):
    """What is wrong with a time or rule of a calendar: on which line, and how to mend it."""

    def __init__(self, line: int, message: str, remedy: str) -> None:
        super().__init__(message)
        self.line, self.message, self.remedy = line, message, remedy


@dataclass(frozen=True)
class Moment:
    """A day, and a time by the clocks of the place; without one the whole day. `universal` where UTC was written."""

    day: datetime.date
    time: datetime.time | None
    universal: bool = False


def moment_of(line: Property, zone: ZoneInfo | None) -> Moment:
    """Read a time: a day, one by the clocks of a named zone or of the place, or one in universal time."""
    value = line.value.strip()
    match = re.fullmatch(r"([0-9]{8})(?:T([0-9]{6})(Z?))?", value)
    try:
        if not match:
            raise ValueError(value)
        day = datetime.date(int(value[:4]), int(value[4:6]), int(value[6:8]))
        if not match[2]:
            return Moment(day, None)
        time = datetime.time(int(match[2][:2]), int(match[2][2:4]))
    except ValueError:
        remedy = "write it as 20270204T183000"
        raise NoMoment(line.line, f"{line.name}: {quoted(value)} is no time", remedy) from None
    if zone is None:
        raise NoMoment(line.line, "nothing says by which clocks this is", "write time_zone: in site_config.yml")
    # Outlook writes the name that Windows has for a zone; the Unicode CLDR says which one that is.
    written = line.parameters.get("TZID", "")
    named = get_global("windows_zone_mapping").get(written, written)
    if match[3]:
        return _here(day, time, datetime.UTC, zone, universal=True)
    if named and named not in available_timezones():
        raise NoMoment(line.line, f"the time zone {quoted(written)} is not known", "write one such as Europe/Brussels")
    return _here(day, time, ZoneInfo(named), zone) if named else Moment(day, time)


def _here(
    day: datetime.date, time: datetime.time, of: datetime.tzinfo, zone: ZoneInfo, *, universal: bool = False
) -> Moment:
    # The first and last days that there are have no zone beside them.
    if not 1900 <= day.year <= 9000:
        return Moment(day, time, universal)
    there = datetime.datetime.combine(day, time, of).astimezone(zone)
    return Moment(there.date(), there.time(), universal)


def ends_of(entry: Entry, start: Moment, zone: ZoneInfo | None) -> tuple[datetime.time | None, int]:
    """Return when it ends on its day, and how many days it takes."""
    line = entry.get("DTEND")
    length = entry.get("DURATION")
    if line is None and length is None:
        return None, 1
    if line is None:
        assert length
        end, line = _after(start, length), length
    else:
        end = moment_of(line, zone)
    if start.time is None:
        days = (end.day - start.day).days
        if end.time or not 0 <= days <= _LONGEST_DAYS:
            remedy = f"write the day after its last one, {_LONGEST_DAYS} days later at most"
            raise NoMoment(line.line, "it begins with a day, and this is no end of it", remedy)
        return None, max(days, 1)
    if end.time is None or end.day < start.day:
        raise NoMoment(line.line, "it begins at a time, and this is no end of it", "write when it ends that day")
    if end.day > start.day:
        midnight = end.day == start.day + _DAY and end.time == datetime.time()
        if not midnight:
            raise NoMoment(line.line, "it ends on another day", "write an event for each of its days")
        return datetime.time(23, 59), 1
    return end.time if end.time != start.time else None, 1


def _after(start: Moment, line: Property) -> Moment:
    match = _DURATION.fullmatch(line.value.strip())
    if not match or line.value.strip() in ("P", "PT"):
        raise NoMoment(line.line, f"{quoted(line.value)} is no duration", "write it as PT2H30M")
    weeks, days, hours, minutes = (int(part or 0) for part in match.groups())
    length = datetime.timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes)
    try:
        end = datetime.datetime.combine(start.day, start.time or datetime.time()) + length
    except OverflowError:
        raise NoMoment(line.line, "it ends after all days that there are", "look at its year") from None
    return Moment(end.date(), end.time() if start.time else None)


def written_rule(line: Property, start: Moment, zone: ZoneInfo | None) -> str:
    """Return a rule as an event has it: its last day without an hour, and without WKST where that is Monday."""
    if start.universal and zone and str(zone) != "UTC":
        remedy = "name its time zone in DTSTART, such as DTSTART;TZID=Europe/Brussels:"
        raise NoMoment(line.line, "what comes back at a time says by whose clocks, or moves by an hour", remedy)
    parts = []
    for part in line.value.strip().split(";"):
        name, _, content = part.partition("=")
        if name == "UNTIL" and "T" in content:
            content = f"{moment_of(Property(name, {}, content, line.line), zone).day:%Y%m%d}"
        if (name, content) != ("WKST", "MO"):
            parts.append(f"{name}={content}")
    return ";".join(parts)
