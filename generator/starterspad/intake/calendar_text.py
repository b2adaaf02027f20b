"""Reading a calendar of somebody else (iCalendar, RFC 5545) as what it may be: the file of a stranger.

Nothing in it is run, fetched or looked up. What is too large, too deep or not a calendar is refused as a whole; what is
wrong in one entry costs that entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from starterspad.content.problems import InvalidContent, Location, Problem, quoted
from starterspad.content.yaml.characters import unsafe_character

# What one organisation plans in thirteen months is far less.
MOST_BYTES = 1024 * 1024
_MOST_ENTRIES = 500
_LONGEST = 10_000
_DEEPEST = 4
_CHECK = "calendar"
_ESCAPED = re.compile(r"\\([\\;,nN])")
_EXPORT = "export the calendar again, as .ics"


@dataclass(frozen=True)
class Property:
    """A line of an entry: its name, what stands behind the name, and the value as it is written."""

    name: str
    parameters: Mapping[str, str]
    value: str
    line: int

    @property
    def words(self) -> str:
        """The value as a text."""
        return _ESCAPED.sub(lambda escape: "\n" if escape[1] in "nN" else escape[1], self.value)


@dataclass(frozen=True)
class Entry:
    """An event of a calendar: where it begins, and its lines by name."""

    line: int
    properties: Mapping[str, tuple[Property, ...]]

    def get(self, name: str) -> Property | None:
        """Return the line of a name, where it has that."""
        return next(iter(self.properties.get(name, ())), None)


def read_calendar(content: bytes, path: str) -> tuple[list[Entry], list[Problem]]:
    """Return the events of a calendar, and what is wrong with those that are left out.

    Raises `InvalidContent` where it is no calendar, or more than a calendar is.
    """
    if len(content) > MOST_BYTES:
        raise _refusal(path, 1, "the calendar is larger than 1 MiB", "export only what is still to come")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _refusal(path, line, "this is not UTF-8 text", _EXPORT) from None
    return _entries(list(_lines(text, path)), path)


def _lines(text: str, path: str) -> Iterator[tuple[int, str]]:
    """Yield (number, line) with what was folded joined again."""
    pieces: list[str] = []
    length = first = 0
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.removesuffix("\r")
        folded = line[:1] in (" ", "\t") and bool(pieces)
        if not folded:
            if pieces:
                yield first, "".join(pieces)
            pieces, length, first = [], 0, number
        if line:
            pieces.append(line[1:] if folded else line)
        length += len(line)
        if length > _LONGEST:
            raise _refusal(path, first, f"this line has more than {_LONGEST} characters", "shorten it")
    if pieces:
        yield first, "".join(pieces)


def _entries(lines: list[tuple[int, str]], path: str) -> tuple[list[Entry], list[Problem]]:
    if not lines or lines[0][1].upper() != "BEGIN:VCALENDAR":
        raise _refusal(path, 1, "this is no calendar", "its first line is BEGIN:VCALENDAR; look at the address")
    entries: list[Entry] = []
    problems: list[Problem] = []
    open_parts: list[str] = []
    inside: dict[str, list[Property]] = {}
    begins, sound = 0, True
    for number, line in lines:
        name, _, value = line.partition(":")
        part = value.strip().upper()
        if name.upper() == "BEGIN":
            open_parts.append(part)
            if len(open_parts) > _DEEPEST:
                raise _refusal(path, number, f"parts stand more than {_DEEPEST} deep in each other", _EXPORT)
            if part == "VEVENT":
                inside, begins, sound = {}, number, True
        elif name.upper() == "END":
            if not open_parts or open_parts.pop() != part:
                raise _refusal(path, number, f"END:{quoted(part)} ends what did not begin", _EXPORT)
            if part == "VEVENT" and sound:
                entries.append(Entry(begins, {key: tuple(own) for key, own in inside.items()}))
            if len(entries) > _MOST_ENTRIES:
                raise _refusal(path, number, f"more than {_MOST_ENTRIES} events", "export only what is still to come")
        elif sound and open_parts[-1:] == ["VEVENT"]:
            judged = _property(line, number, path)
            if isinstance(judged, Problem):
                problems.append(judged)
                sound = False
            else:
                inside.setdefault(judged.name, []).append(judged)
    if open_parts:
        raise _refusal(path, lines[-1][0], f"the file ends inside {quoted(open_parts[-1])}", _EXPORT)
    return entries, problems


def _property(line: str, number: int, path: str) -> Property | Problem:
    """Read a line of an event; what stands between quotes may hold colons and semicolons."""
    at = Location(path, number)
    parts, quotes, start = [], False, 0
    for place, character in enumerate(line):
        if character == '"':
            quotes = not quotes
        elif character in ";:" and not quotes:
            parts.append(line[start:place])
            start = place + 1
            if character == ":":
                break
    else:
        return Problem(at, f"{quoted(line)} is no line of a calendar", "write NAME:value", _CHECK)
    value = unicodedata.normalize("NFC", line[start:])
    unsafe = unsafe_character(value.replace("\t", " "))
    if unsafe:
        return Problem(at, f"{quoted(parts[0])} holds {unsafe[1]}", unsafe[2], _CHECK)
    pairs = (part.partition("=") for part in parts[1:])
    parameters = {key.upper(): content.strip('"') for key, _, content in pairs}
    return Property(parts[0].upper(), parameters, value, number)


def _refusal(path: str, line: int, message: str, remedy: str) -> InvalidContent:
    return InvalidContent([Problem(Location(path, line), message, remedy, _CHECK)])
