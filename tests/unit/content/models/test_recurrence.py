"""Rules of events: equal to a count day by day from what RFC 5545 says, and to dateutil; all else is refused."""

from __future__ import annotations

import calendar
import datetime
import random
from collections.abc import Iterator
from itertools import islice, takewhile

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # another reader of rules, to compare with
from pydantic_core import PydanticCustomError
from starterspad.content.models.recurrence import Rule, rule_of

from tests.support.trials import trials

DAY = datetime.timedelta(1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def has(rule: Rule, first: datetime.date, day: datetime.date) -> bool:
    """Tell whether a rule without an end has a day, as RFC 5545 defines it."""
    if rule.frequency == "DAILY":
        return (day - first).days % rule.interval == 0
    if rule.frequency == "WEEKLY":
        weeks = (day - day.weekday() * DAY - (first - first.weekday() * DAY)).days // 7
        wanted = {weekday for weekday, _ in rule.weekdays} or {first.weekday()}
        return weeks % rule.interval == 0 and day.weekday() in wanted
    if ((day.year - first.year) * 12 + day.month - first.month) % rule.interval:
        return False
    length = calendar.monthrange(day.year, day.month)[1]
    if rule.weekdays:
        places = {0, (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)}
        return any(weekday == day.weekday() and nth in places for weekday, nth in rule.weekdays)
    return bool({day.day, day.day - length - 1} & set(rule.month_days or (first.day,)))


def counted(rule: Rule, first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    """Yield the days of a rule up to `last`, looking at one day after another."""
    number, day = 0, first
    while day <= last and (rule.count is None or number < rule.count) and (rule.until is None or day <= rule.until):
        if has(rule, first, day):
            number += 1
            yield day
        day += DAY


def random_rule(chance: random.Random, first: datetime.date) -> str:
    frequency = chance.choice(["DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY"])
    parts = [f"FREQ={frequency}"]
    if chance.random() < 0.6:
        parts.append(f"INTERVAL={chance.choice([1, 2, 3, 4, 5, 7, 12, 13])}")
    if frequency == "WEEKLY" and chance.random() < 0.7:
        parts.append(f"BYDAY={','.join(chance.sample(WEEKDAYS, chance.randint(1, 4)))}")
    if frequency == "MONTHLY":
        kind = chance.random()
        if kind < 0.5:
            ordinals = chance.choice([[*"12345", "-1", "-2", "-3", "-4", "-5", "+1"], [""]])
            days = {f"{chance.choice(ordinals)}{chance.choice(WEEKDAYS)}" for _ in range(chance.randint(1, 3))}
            parts.append(f"BYDAY={','.join(sorted(days))}")
        elif kind < 0.85:
            numbers = chance.sample([*range(1, 32), *range(-31, 0)], chance.randint(1, 4))
            parts.append(f"BYMONTHDAY={','.join(map(str, numbers))}")
    if chance.random() < 0.6:
        until = first + chance.randint(0, 900) * DAY
        parts.append(chance.choice([f"COUNT={chance.randint(1, 40)}", f"UNTIL={until:%Y%m%d}"]))
    return ";".join([parts[0], *chance.sample(parts[1:], len(parts) - 1)])


def test_a_rule_equals_a_count_day_by_day_and_what_another_reader_says() -> None:
    chance = random.Random(5545)
    for _ in range(trials(2000)):
        first = datetime.date(2019, 1, 1) + chance.randrange(3000) * DAY
        text = random_rule(chance, first)
        rule, last = rule_of(text), first + 800 * DAY
        days = list(takewhile(lambda day, last=last: day <= last, rule.days(first)))  # type: ignore[misc]
        assert days == list(counted(rule, first, last)), (text, first)
        start = datetime.datetime.combine(first, datetime.time())
        other = rrulestr(text, dtstart=start)
        ends = datetime.datetime.combine(last, datetime.time())
        assert days == [moment.date() for moment in other.between(start, ends, inc=True)], (text, first)


@pytest.mark.parametrize(
    ("text", "first", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-01-30", ["2026-01-30", "2026-02-27", "2026-03-27"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "2026-01-31", ["2026-01-31", "2026-03-31", "2026-05-31"]),
        ("FREQ=MONTHLY;COUNT=3", "2027-12-29", ["2027-12-29", "2028-01-29", "2028-02-29"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;COUNT=3", "2026-11-30", ["2026-11-30", "2026-12-06", "2026-12-14"]),
        ("FREQ=DAILY;UNTIL=20261202", "2026-12-01", ["2026-12-01", "2026-12-02"]),
    ],
)
def test_it_yields_the_days_that_people_expect(text: str, first: str, days: list[str]) -> None:
    assert [str(day) for day in rule_of(text).days(datetime.date.fromisoformat(first))] == days


def test_a_rule_that_never_ends_ends_with_the_calendar() -> None:
    last = datetime.date.max - 3 * DAY
    assert list(rule_of("FREQ=DAILY;INTERVAL=2").days(last)) == [last, last + 2 * DAY]
    assert list(rule_of("FREQ=WEEKLY").days(last)) == [last]
    assert len(list(islice(rule_of("FREQ=MONTHLY").days(last), 9))) == 1


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("", '"" is no part of a rule', "write it as FREQ=WEEKLY;BYDAY=TH;COUNT=11"),
        ("weekly", '"weekly" is no part of a rule', "write it as FREQ="),
        ("FREQ=WEEKLY;", '"" is no part of a rule', "write it as FREQ="),
        ("FREQ=WEEKLY;COUNT=", '"COUNT=" is no part of a rule', "write it as FREQ="),
        ("FREQ=WEEKLY;" + "BYDAY=MO" * 40, "a rule has 200 characters at most", "write it as FREQ="),
        ("COUNT=3", "FREQ is missing", "write FREQ=WEEKLY, for example"),
        ("FREQ=YEARLY", "a rule says FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY", "write an event for each year"),
        ("FREQ=HOURLY", "a rule says FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY", "write FREQ=WEEKLY"),
        ("FREQ=SECONDLY", "a rule says FREQ=DAILY, FREQ=WEEKLY or FREQ=MONTHLY", "write FREQ=WEEKLY"),
        ("freq=weekly", 'a rule may not say "freq" here', "in capitals"),
        ("FREQ=weekly", 'not "weekly"', "write FREQ=WEEKLY"),
        ("RRULE:FREQ=WEEKLY", 'a rule may not say "RRULE:FREQ" here', "known: FREQ"),
        ("FREQ=WEEKLY;FREQ=DAILY", "FREQ stands twice in the rule", "keep it once"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", 'a rule may not say "BYSETPOS" here', "BYDAY=2TU"),
        ("FREQ=WEEKLY;BYHOUR=9", 'a rule may not say "BYHOUR" here', "write the hour in starts"),
        ("FREQ=WEEKLY;BYMINUTE=9", 'a rule may not say "BYMINUTE" here', "write the hour in starts"),
        ("FREQ=DAILY;BYMONTH=1", 'a rule may not say "BYMONTH" here', "under except"),
        ("FREQ=WEEKLY;WKST=SU", 'a rule may not say "WKST" here', "a week begins on Monday"),
        ("FREQ=WEEKLY;EXDATE=20260101", 'a rule may not say "EXDATE" here', "under except"),
        ("FREQ=WEEKLY;DTSTART=20260101", 'a rule may not say "DTSTART" here', "the first day in day"),
        ("FREQ=WEEKLY;BYWEEKNO=20", 'a rule may not say "BYWEEKNO" here', "known: FREQ"),
        ("FREQ=WEEKLY;BYYEARDAY=1", 'a rule may not say "BYYEARDAY" here', "known: FREQ"),
        ("FREQ=WEEKLY; COUNT=2", 'a rule may not say " COUNT" here', "known: FREQ"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20260101", "after COUNT times or with UNTIL, not both", "take one"),
        ("FREQ=DAILY;BYDAY=MO", "days of the week belong to weeks and months", "write FREQ=WEEKLY"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "days of the month belong to months", "write FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "days of the week or of the month, not both", "take one"),
        ("FREQ=DAILY;INTERVAL=0", 'INTERVAL is a number from 1 to 99, not "0"', "write INTERVAL=2"),
        ("FREQ=DAILY;INTERVAL=-1", 'INTERVAL is a number from 1 to 99, not "-1"', "write INTERVAL=2"),
        ("FREQ=DAILY;INTERVAL=1000000000", "INTERVAL is a number from 1 to 99", "write INTERVAL=2"),
        ("FREQ=DAILY;INTERVAL=١", "INTERVAL is a number from 1 to 99", "write INTERVAL=2"),
        ("FREQ=DAILY;COUNT=401", 'COUNT is a number from 1 to 400, not "401"', "write COUNT=2"),
        ("FREQ=DAILY;COUNT=1e2", "COUNT is a number from 1 to 400", "write COUNT=2"),
        ("FREQ=DAILY;UNTIL=20261301", 'UNTIL is the last day, not "20261301"', "UNTIL=20270131"),
        ("FREQ=DAILY;UNTIL=2026-12-01", "UNTIL is the last day", "without an hour"),
        ("FREQ=DAILY;UNTIL=20261201T120000Z", "UNTIL is the last day", "without an hour"),
        ("FREQ=WEEKLY;BYDAY=DO", '"DO" is no day of the week', "known: MO, TU, WE, TH, FR, SA, SU"),
        ("FREQ=WEEKLY;BYDAY=MO,,TU", '"" is no day of the week', "known: MO"),
        ("FREQ=WEEKLY;BYDAY=MO,MO", 'BYDAY names "MO" twice', "keep it once"),
        ("FREQ=WEEKLY;BYDAY=2TH", '"2TH" is a day of a month, and this rule counts weeks', "FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYDAY=6TH", 'no month has "6TH"', "write 2TH for the second"),
        ("FREQ=MONTHLY;BYDAY=0TH", 'no month has "0TH"', "-1TH for the last"),
        ("FREQ=MONTHLY;BYDAY=-6TH", 'no month has "-6TH"', "write 2TH"),
        ("FREQ=MONTHLY;BYDAY=3WE,TH", "some of these weekdays have a place in the month", "give each its place"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", '"32" is no day of a month', "write 1 to 31, or -1"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", '"0" is no day of a month', "write 1 to 31"),
        ("FREQ=MONTHLY;BYMONTHDAY=last", '"last" is no day of a month', "write 1 to 31"),
    ],
)
def test_what_is_not_known_here_is_refused_with_what_to_write(text: str, message: str, remedy: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        rule_of(text)
    said, _, mended = refused.value.message().partition("\n")
    assert message in said
    assert remedy in mended
