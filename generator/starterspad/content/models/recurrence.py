"""When something is held again: the part of RFC 5545's rules that people need, each other part refused by name."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, Field

from starterspad.content.limits import MOST_REPEATED
from starterspad.content.models.field_types import is_text
from starterspad.content.models.wrong import wrong
from starterspad.content.problems import quoted

Frequency = Literal["DAILY", "WEEKLY", "MONTHLY"]
_DAYS = "MO, TU, WE, TH, FR, SA, SU"
_WEEKDAYS = _DAYS.split(", ")
_LONGEST = 200
_REMEMBERED = 10_000
# What people plan lies between; a rule is gone through day by day.
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
_LAST_ORDINAL, _LAST_DAY, _LARGEST_STEP = 5, 31, 99
# Parts that calendars know and this portal does not, with what to write instead.
_INSTEAD: Mapping[str, str] = {
    "BYSETPOS": "name the day by its place in the month, such as FREQ=MONTHLY;BYDAY=2TU",
    "BYMONTH": "list what is not held under except",
    "BYHOUR": "write the hour in starts",
    "BYMINUTE": "write the hour in starts",
    "BYSECOND": "write the hour in starts",
    "DTSTART": "write the first day in day",
    "EXDATE": "list what is not held under except",
    "WKST": "leave it out: a week begins on Monday",
}


@dataclass(frozen=True)
class Rule:
    """A rule of RFC 5545: every so many days, weeks or months, on these weekdays or days of the month.

    A weekday is a number from 0 for Monday, with its place in the month: 2 for the second, -1 for the last, 0 for every
    one. Days of the month count from 1, or from -1 at its end. Without `count` and `until` it never ends.
    """

    text: str
    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: datetime.date | None = None
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()

    def lacks(self, first: datetime.date, named: Iterable[datetime.date]) -> datetime.date | None:
        """Return the earliest of some days that is no day of the rule from `first` on; None where all are."""
        days = self.days(first)
        reached = next(days, datetime.date.max)
        for day in sorted(named):
            while reached < day:
                reached = next(days, datetime.date.max)
            if reached != day:
                return day
        return None

    def days(self, first: datetime.date) -> Iterator[datetime.date]:
        """Yield the days of the rule from `first` on, in order; `first` itself only where the rule has it."""
        for day in islice(self._without_end(first), self.count):
            if self.until and day > self.until:
                return
            yield day

    def _without_end(self, first: datetime.date) -> Iterator[datetime.date]:
        try:
            if self.frequency == "DAILY":
                yield from _stepping(first, self.interval)
            elif self.frequency == "WEEKLY":
                monday = first - datetime.timedelta(first.weekday())
                wanted = sorted(weekday for weekday, _ in self.weekdays) or [first.weekday()]
                for week in _stepping(monday, 7 * self.interval):
                    days = (week + datetime.timedelta(weekday) for weekday in wanted)
                    yield from (day for day in days if day >= first)
            else:
                for month in _months(first, self.interval):
                    yield from (day for day in self._in_month(month, first.day) if day >= first)
        except OverflowError:
            return  # the calendar of Python ends with the year 9999

    def _in_month(self, month: datetime.date, first: int) -> list[datetime.date]:
        """Return the days of the rule in the month that begins with `month`, in order."""
        length = monthrange(month.year, month.month)[1]
        if self.weekdays:
            numbers = {number for weekday, nth in self.weekdays for number in _of_weekday(month, length, weekday, nth)}
        else:
            wanted = self.month_days or (first,)
            numbers = {number if number > 0 else length + 1 + number for number in wanted}
        return [month.replace(day=number) for number in sorted(numbers) if 0 < number <= length]


def _stepping(first: datetime.date, step: int) -> Iterator[datetime.date]:
    day = first
    while True:
        yield day
        day += datetime.timedelta(step)


def _months(first: datetime.date, step: int) -> Iterator[datetime.date]:
    number = first.year * 12 + first.month - 1
    while number // 12 <= datetime.MAXYEAR:
        yield datetime.date(number // 12, number % 12 + 1, 1)
        number += step


def _of_weekday(month: datetime.date, length: int, weekday: int, nth: int) -> list[int]:
    """Return the numbers of a weekday in a month: all of them, or the one at a place that may count from the end."""
    numbers = list(range(1 + (weekday - month.weekday()) % 7, length + 1, 7))
    if nth == 0:
        return numbers
    place = nth - 1 if nth > 0 else len(numbers) + nth
    return numbers[place : place + 1] if place >= 0 else []


def check_year(day: datetime.date, kind: str, key: str) -> None:
    """Refuse a day that lies too far away, in the words of a validator."""
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise wrong(kind, f"{day} lies too far away", "look at the year", key)


@lru_cache(_REMEMBERED)
def rule_of(value: str) -> Rule:
    """Read a rule; raises the error of a validator, which says what to write instead."""
    remedy = "write it as FREQ=WEEKLY;BYDAY=TH;COUNT=11"
    if len(value) > _LONGEST:
        raise wrong("rule", f"a rule has {_LONGEST} characters at most", remedy)
    parts: dict[str, str] = {}
    for part in value.split(";"):
        name, equals, content = part.partition("=")
        if not equals or not content:
            raise wrong("rule", f"{quoted(part)} is no part of a rule", remedy)
        if name in parts:
            raise wrong("rule", f"{name} stands twice in the rule", "keep it once")
        parts[name] = content
    return _made_of(value, parts)


def _made_of(text: str, parts: dict[str, str]) -> Rule:
    for name in parts:
        if name not in ("FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY"):
            known = "known: FREQ, INTERVAL, COUNT, UNTIL, BYDAY, BYMONTHDAY, in capitals"
            raise wrong("rule", f"a rule may not say {quoted(name)} here", _INSTEAD.get(name, known))
    frequency = _frequency(parts.get("FREQ", ""))
    if "COUNT" in parts and "UNTIL" in parts:
        raise wrong("rule", "a rule ends after COUNT times or with UNTIL, not both", "take one of the two out")
    if "BYDAY" in parts and frequency == "DAILY":
        raise wrong("rule", "days of the week belong to weeks and months", "write FREQ=WEEKLY")
    if "BYMONTHDAY" in parts and frequency != "MONTHLY":
        raise wrong("rule", "days of the month belong to months", "write FREQ=MONTHLY")
    if "BYDAY" in parts and "BYMONTHDAY" in parts:
        raise wrong("rule", "a rule names days of the week or of the month, not both", "take one of the two out")
    weekdays = tuple(_weekday(day, frequency) for day in _listed("BYDAY", parts))
    if len({nth == 0 for _, nth in weekdays}) > 1:
        # Calendars read such a rule in two ways.
        raise wrong("rule", "some of these weekdays have a place in the month, and some do not", "give each its place")
    return Rule(
        text=text,
        frequency=frequency,
        interval=_number("INTERVAL", parts.get("INTERVAL", "1"), _LARGEST_STEP),
        count=_number("COUNT", parts["COUNT"], MOST_REPEATED) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        weekdays=weekdays,
        month_days=tuple(_month_day(day) for day in _listed("BYMONTHDAY", parts)),
    )


def _frequency(text: str) -> Frequency:
    for frequency in get_args(Frequency):
        if text == frequency:
            return frequency  # type: ignore[no-any-return]  # mypy does not follow get_args
    message = f"a rule says FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY, not {quoted(text)}" if text else "FREQ is missing"
    remedy = "for once a year, write an event for each year" if text == "YEARLY" else "write FREQ=WEEKLY, for example"
    raise wrong("rule", message, remedy)


def _listed(name: str, parts: Mapping[str, str]) -> list[str]:
    items = parts[name].split(",") if name in parts else []
    for place, item in enumerate(items):
        if item in items[:place]:
            raise wrong("rule", f"{name} names {quoted(item)} twice", "keep it once")
    return items


def _number(name: str, text: str, most: int) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", text) or not 1 <= int(text) <= most:
        raise wrong("rule", f"{name} is a number from 1 to {most}, not {quoted(text)}", f"write {name}=2, for example")
    return int(text)


def _until(text: str) -> datetime.date:
    try:
        if not re.fullmatch(r"[0-9]{8}", text):
            raise ValueError(text)
        return datetime.date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        message = f"UNTIL is the last day, not {quoted(text)}"
        raise wrong("rule", message, "write it as UNTIL=20270131, without an hour") from None


def _weekday(text: str, frequency: Frequency) -> tuple[int, int]:
    match = re.fullmatch(r"([+-]?[0-9]{1,2})?([A-Z]{2})", text)
    if not match or match[2] not in _WEEKDAYS:
        raise wrong("rule", f"{quoted(text)} is no day of the week", f"known: {_DAYS}")
    nth = int(match[1] or 0)
    if match[1] and frequency != "MONTHLY":
        message = f"{quoted(text)} is a day of a month, and this rule counts weeks"
        raise wrong("rule", message, f"write {match[2]}, or FREQ=MONTHLY")
    if match[1] and not 1 <= abs(nth) <= _LAST_ORDINAL:
        message = f"no month has {quoted(text)}"
        raise wrong("rule", message, f"write 2{match[2]} for the second, -1{match[2]} for the last")
    return _WEEKDAYS.index(match[2]), nth


def _month_day(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,2}", text) or not 1 <= abs(int(text)) <= _LAST_DAY:
        message = f"{quoted(text)} is no day of a month"
        raise wrong("rule", message, "write 1 to 31, or -1 for the last day")
    return int(text)


def _rule_text(value: str) -> str:
    return rule_of(value).text


RuleText = Annotated[str, is_text, AfterValidator(_rule_text), Field(examples=["FREQ=WEEKLY;BYDAY=TH;COUNT=11"])]
