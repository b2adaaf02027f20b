"""Hostile calendars (.ics): each a mutation of a good one, with the line and the words of its refusal."""

from __future__ import annotations

from dataclasses import dataclass

GOOD_CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:evening@desk.example
DTSTART;TZID=Europe/Brussels:20270204T183000
DTEND;TZID=Europe/Brussels:20270204T210000
RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=11
EXDATE;TZID=Europe/Brussels:20270304T183000
SUMMARY:An evening about prices
DESCRIPTION:You learn what to ask for your work.\\nCome early.
LOCATION:The library\\, first floor
URL:https://desk.example/evening
END:VEVENT
BEGIN:VEVENT
UID:evening@desk.example
RECURRENCE-ID;TZID=Europe/Brussels:20270311T183000
DTSTART;TZID=Europe/Brussels:20270312T170000
DTEND;TZID=Europe/Brussels:20270312T193000
SUMMARY:An evening about prices
END:VEVENT
END:VCALENDAR
"""
_LINES = GOOD_CALENDAR.splitlines()


@dataclass(frozen=True)
class HostileCalendar:
    """A calendar of which nothing may be proposed; `message` stands at `line`."""

    name: str
    content: bytes
    line: int
    message: str


def _whole(name: str, content: str | bytes, line: int, message: str) -> HostileCalendar:
    return HostileCalendar(name, content if isinstance(content, bytes) else content.encode(), line, message)


def _put(name: str, starts: str, new: str, message: str, line: int | None = None) -> HostileCalendar:
    """Replace the first line that starts so; the refusal is expected on it unless another line is named."""
    index = next(place for place, text in enumerate(_LINES) if text.startswith(starts))
    text = "\r\n".join([*_LINES[:index], new, *_LINES[index + 1 :]]) + "\r\n"
    return _whole(name, text, line or index + 1, message)


def _rule(name: str, rule: str, message: str) -> HostileCalendar:
    return _put(name, "RRULE", f"RRULE:{rule}", message)


def _summary(name: str, words: str, message: str) -> HostileCalendar:
    return _put(name, "SUMMARY", f"SUMMARY:{words}", message)


def _start(name: str, value: str, message: str, line: int | None = None) -> HostileCalendar:
    return _put(name, "DTSTART", value, message, line)


_INSIDE = "\r\n".join(_LINES[2:13])
_ON_ITS_OWN = (
    # The file as a whole
    _whole("nothing", "", 1, "this is no calendar"),
    _whole("a page", "<!doctype html><title>Sign in</title>", 1, "this is no calendar"),
    _whole("larger than 1 MiB", b"BEGIN:VCALENDAR\n" + b"X-A:1\n" * 200_000, 1, "larger than 1 MiB"),
    _whole("not UTF-8", GOOD_CALENDAR.encode() + b"X:caf\xe9\n", 22, "not UTF-8"),
    _whole("UTF-16", GOOD_CALENDAR.encode("utf-16"), 1, "not UTF-8"),
    _whole("a line without end", "BEGIN:VCALENDAR\nX:" + "a" * 10_000, 2, "more than 10000 characters"),
    _whole("a line that is folded for ever", "BEGIN:VCALENDAR\nX:a\n" + " aaaaaaa\n" * 2000, 2, "more than 10000"),
    _whole("parts inside parts for ever", "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 5000, 5, "more than 4 deep"),
    _whole("an end too many", "BEGIN:VCALENDAR\nEND:VEVENT\n", 2, "ends what did not begin"),
    _whole("ends crosswise", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VCALENDAR\n", 3, "ends what did not begin"),
    _whole("cut off", "\n".join(_LINES[:8]), 8, 'ends inside "VEVENT"'),
    _whole(
        "thousands of events",
        "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 5000 + "END:VCALENDAR\n",
        1003,
        "more than 500 events",
    ),
    # One event
    _put("no UID", "UID", "X-UID:1", "has no UID", 3),
    _put("an empty UID", "UID", "UID: ", "has no UID", 3),
    _put("no title", "SUMMARY", "X-SUMMARY:1", "has no SUMMARY", 3),
    _put("no beginning", "DTSTART", "X-DTSTART:1", "has no DTSTART", 3),
    _put("a line that is none", "URL", "just words", "is no line of a calendar"),
    _put("a quote without end", "URL", 'URL;X="a:https://desk.example', "is no line of a calendar"),
    _put("days of another kind", "EXDATE", "RDATE:20270305T183000Z", "RDATE is not known here"),
    _put("a rule of exceptions", "EXDATE", "EXRULE:FREQ=DAILY", "EXRULE is not known here"),
    _put("no web address", "URL", "URL:javascript:alert(1)", "source"),
    _put("a file of this machine", "URL", "URL:file:///etc/passwd", "source"),
    _put("HTML as a place", "LOCATION", "LOCATION:<img src=x>", "LOCATION holds HTML"),
    _put("a place as long as a book", "LOCATION", "LOCATION:" + "a" * 200, "140 at most"),
    # Words
    _summary("a script", "<script>alert(1)</script>", "SUMMARY holds HTML"),
    _summary("an entity", "Prices &lt;b&gt;", "SUMMARY holds HTML"),
    _summary("a control character", "Prices\x07", "a control character"),
    _summary("an escape of a terminal", "\x1b[31mPrices", "a control character"),
    _summary("a null", "Prices\0", "a control character"),
    _summary("a turned direction", "Prices \u202egnp.exe", "turns the direction"),
    _summary("an invisible letter", "Pri\u200bces", "an invisible character"),
    _summary("accents without end", "a" + "\u0323\u0324\u0325\u032d\u032e\u0330\u0331", "accents on one letter"),
    _summary("a lost letter", "Caf\ufffd", "could not read"),
    _summary("a title as long as a book", "a" * 141, "140 at most"),
    _summary("nothing", "", "title"),
    # Rules
    _rule("every second", "FREQ=SECONDLY", "not"),
    _rule("every minute", "FREQ=MINUTELY;COUNT=1000000", "not"),
    _rule("a million times", "FREQ=DAILY;COUNT=1000000", "COUNT is a number"),
    _rule("zero times", "FREQ=WEEKLY;BYDAY=TH;COUNT=0", "COUNT is a number"),
    _rule("no step", "FREQ=WEEKLY;BYDAY=TH;INTERVAL=0", "INTERVAL is a number"),
    _rule("a step below nothing", "FREQ=WEEKLY;INTERVAL=-1", "INTERVAL is a number"),
    _rule("hours", "FREQ=DAILY;BYHOUR=1,2,3", "BYHOUR"),
    _rule("places in a set", "FREQ=MONTHLY;BYDAY=TH;BYSETPOS=1", "BYSETPOS"),
    _rule("every day of the year", "FREQ=YEARLY;BYYEARDAY=1", "BYYEARDAY"),
    _rule("a rule that is none", "weekly", "no part of a rule"),
    _rule("a rule as long as a book", "FREQ=WEEKLY;BYDAY=" + "TH," * 200 + "TH", "200 characters at most"),
    _put("another day than its first", "RRULE", "RRULE:FREQ=WEEKLY;BYDAY=FR", "is no day of the rule", 5),
    _rule("a last day that does not exist", "FREQ=WEEKLY;BYDAY=TH;UNTIL=20270230T000000Z", "is no time"),
    _put("an exception that is none", "EXDATE", "EXDATE;VALUE=DATE:20270305", "is no day of the rule", 7),
    _put("thousands of exceptions", "EXDATE", "EXDATE;VALUE=DATE:" + ",".join(["20270304"] * 900), "more than 60", 7),
    # Moments
    _start("words for a time", "DTSTART:tomorrow", "is no time"),
    _start("a day that does not exist", "DTSTART;VALUE=DATE:20270230", "is no time"),
    _start("an hour that does not exist", "DTSTART:20270204T256100", "is no time"),
    _start("a time far away", "DTSTART;VALUE=DATE:99990204", "DTEND"),
    _start("a zone that is a path", "DTSTART;TZID=../../etc/passwd:20270204T183000", "time zone"),
    _start("a zone that nobody names", "DTSTART;TZID=Roman Standard Time:20270204T183000", "time zone"),
    _start("a series in universal time", "DTSTART:20270204T173000Z", "by whose clocks", 7),
    _put("an end before its beginning", "DTEND", "DTEND;TZID=Europe/Brussels:20270204T170000", "ends at 17:00"),
    _put("an end days later", "DTEND", "DTEND;TZID=Europe/Brussels:20270209T170000", "ends on another day"),
    _put("an end a day before", "DTEND", "DTEND;TZID=Europe/Brussels:20270203T170000", "no end of it"),
    _put("a day for an end", "DTEND", "DTEND;VALUE=DATE:20270205", "no end of it"),
    _put("a length that is none", "DTEND", "DURATION:for ever", "is no duration"),
    _put("a length below nothing", "DTEND", "DURATION:-PT1H", "is no duration"),
)
# What a line is not expected of: it stands where the model says.
_LOOSE = {"a time far away": (6, "no end of it"), "every day of the year": (7, "BYYEARDAY")}
HOSTILE_CALENDARS = tuple(
    HostileCalendar(case.name, case.content, *_LOOSE.get(case.name, (case.line, case.message))) for case in _ON_ITS_OWN
)
