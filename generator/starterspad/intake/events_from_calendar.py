"""Proposals for events out of an organisation's own calendar: files for somebody to look at, never published by itself.

What a calendar cannot say is left out or guessed, and the first lines of the file say so. What has passed, and what
is there already, is not proposed.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import get_args
from zoneinfo import ZoneInfo

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import EVENT
from starterspad.content.limits import CONTENT_LIMITS
from starterspad.content.models.event import Event, EventKind
from starterspad.content.models.recurrence import rule_of
from starterspad.content.place import Place
from starterspad.content.problems import Location, Problem, quoted
from starterspad.content.validation import validate
from starterspad.content.yaml import SourceFile, Tree
from starterspad.intake.calendar_moments import Moment, NoMoment, ends_of, moment_of, written_rule
from starterspad.intake.calendar_text import Entry, Property
from starterspad.intake.partner_writer import free_id, id_of, write_record

_CHECK = "calendar"
_ORDER = {"": list(Event.model_fields), "repeat": ["rule", "except", "changed"], "repeat.changed": ["day", "to"]}
_DAYS = frozenset(("day", "to", "checked"))
# Which line of an entry a key of the proposal is made of.
_LINES = {
    "title": "SUMMARY", "summary": "DESCRIPTION", "place": "LOCATION", "source": "URL", "repeat": "RRULE",
    "day": "DTSTART", "starts": "DTSTART", "ends": "DTEND",
}  # fmt: skip
_TAG = re.compile(r"<[a-zA-Z/!]|&[a-z]+;|&#")


@dataclass(frozen=True)
class Proposal:
    """A file that somebody may add to an instance: its id, and its text."""

    id: str
    text: str


@dataclass
class _Calendar:
    """Where a calendar comes from, and what became of its entries."""

    catalog: Catalog
    path: str
    partner: str
    today: datetime.date
    problems: list[Problem] = field(default_factory=list)

    @property
    def zone(self) -> ZoneInfo | None:
        name = self.catalog.site.time_zone
        return ZoneInfo(name) if name else None

    def refuse(self, line: int, message: str, remedy: str) -> None:
        self.problems.append(Problem(Location(self.path, line), message, remedy, _CHECK))


def proposed_events(
    entries: Sequence[Entry], path: str, partner: str, catalog: Catalog, today: datetime.date
) -> tuple[list[Proposal], list[Problem]]:
    """Return what a calendar's entries propose, and what is wrong with those that propose nothing."""
    calendar = _Calendar(catalog, path, partner, today)
    others: dict[str, list[Entry]] = defaultdict(list)
    series: dict[str, Entry] = {}
    for entry in entries:
        uid = entry.get("UID")
        if uid is None or not uid.value.strip():
            calendar.refuse(entry.line, "this event has no UID", "give it one that no other event has")
        elif entry.get("RECURRENCE-ID"):
            others[uid.value].append(entry)
        elif uid.value in series:
            calendar.refuse(uid.line, f"the UID {quoted(uid.value)} stands there twice", "give each event its own")
        else:
            series[uid.value] = entry
    proposals: list[Proposal] = []
    taken = set(catalog.of(EVENT))
    for uid_text, entry in series.items():
        proposal = _proposal(calendar, entry, others.pop(uid_text, []), taken)
        if proposal:
            taken.add(proposal.id)
            proposals.append(proposal)
    for orphans in others.values():
        calendar.refuse(orphans[0].line, "this changes an event that is not there", "export the whole series")
    return proposals, sorted(calendar.problems)


def _proposal(calendar: _Calendar, entry: Entry, changes: list[Entry], taken: set[str]) -> Proposal | None:
    try:
        tree = _tree(calendar, entry, changes)
    except NoMoment as wrong:
        calendar.refuse(wrong.line, wrong.message, wrong.remedy)
        return None
    if tree is None:
        return None
    lines: dict[tuple[str | int, ...], int] = {(): entry.line}
    lines |= {(key,): line.line for key, name in _LINES.items() if (line := entry.get(name))}
    source = SourceFile(calendar.path, tree, lines)
    event, problems = validate(Event, tree, Place(source), calendar.catalog.site.languages)
    calendar.problems += problems
    if event is None or _over(event, calendar.today) or _known(calendar, event):
        return None
    language = calendar.catalog.site.default_language
    id = free_id(id_of(event.title[language]) or calendar.partner, taken)
    note = (
        "# Of the calendar of its organiser. Look at every line: its kind is a guess, and a calendar does not say for\n"
    )
    note += "# whom it is, what it costs or which steps it helps with. Add the other languages.\n"
    return Proposal(id, EVENT.modeline + note + write_record(tree, _ORDER, _DAYS))


def _tree(calendar: _Calendar, entry: Entry, changes: list[Entry]) -> dict[str, Tree] | None:
    language = calendar.catalog.site.default_language
    title, begins = entry.get("SUMMARY"), entry.get("DTSTART")
    if title is None or begins is None:
        missing = "SUMMARY" if title is None else "DTSTART"
        calendar.refuse(entry.line, f"this event has no {missing}", f"add a line {missing}")
        return None
    for line in (title, entry.get("LOCATION")):
        if line and _TAG.search(line.words):
            calendar.refuse(line.line, f"{line.name} holds HTML", "write it as plain words")
            return None
    for name in ("RDATE", "EXRULE"):
        strange = entry.get(name)
        if strange:
            calendar.refuse(strange.line, f"{name} is not known here", "write a rule, or an event for each day")
            return None
    start = moment_of(begins, calendar.zone)
    until, days = ends_of(entry, start, calendar.zone)
    partner = calendar.catalog.partners[calendar.partner]
    url = entry.get("URL")
    tree: dict[str, Tree] = {
        "title": {language: _line(title.words)},
        "summary": {language: _summary(entry, title)},
        "kind": _kind(entry),
        "organiser": calendar.partner,
        "day": start.day.isoformat(),
        "source": url.value if url else partner.website or partner.sources[0],
        "seen": "copy",
        "checked": calendar.today.isoformat(),
    }
    place = entry.get("LOCATION")
    if place and place.words.strip():
        tree["place"] = {language: _line(place.words)}
    if start.time:
        tree["starts"] = f"{start.time:%H:%M}"
    if until:
        tree["ends"] = f"{until:%H:%M}"
    state = entry.get("STATUS")
    if state and state.value.strip().upper() == "CANCELLED":
        tree["cancelled"] = "true"
    repeat = _repeat(calendar, entry, changes, start, days)
    if repeat:
        tree["repeat"] = repeat
    return tree


def _repeat(
    calendar: _Calendar, entry: Entry, changes: list[Entry], start: Moment, days: int
) -> dict[str, Tree] | None:
    rule = entry.get("RRULE")
    if rule is None:
        return {"rule": f"FREQ=DAILY;COUNT={days}"} if days > 1 else None
    if days > 1:
        raise NoMoment(rule.line, "what comes back takes one day each time", "write an event for each time")
    repeat: dict[str, Tree] = {"rule": written_rule(rule, start, calendar.zone)}
    left_out = list(_left_out(entry, calendar.zone))
    if left_out:
        repeat["except"] = [day.isoformat() for day in left_out]
    changed = [_changed(calendar, change) for change in changes]
    if changed:
        repeat["changed"] = list(changed)
    return repeat


def _left_out(entry: Entry, zone: ZoneInfo | None) -> Iterator[datetime.date]:
    for line in entry.properties.get("EXDATE", ()):
        for value in line.value.split(","):
            yield moment_of(Property(line.name, line.parameters, value, line.line), zone).day


def _changed(calendar: _Calendar, entry: Entry) -> dict[str, Tree]:
    of, begins, state = entry.get("RECURRENCE-ID"), entry.get("DTSTART"), entry.get("STATUS")
    if of is None or begins is None:
        raise NoMoment(entry.line, "this change has no DTSTART", "export the whole series")
    by_rule = moment_of(of, calendar.zone)
    if state and state.value.strip().upper() == "CANCELLED":
        return {"day": by_rule.day.isoformat(), "cancelled": "true"}
    start = moment_of(begins, calendar.zone)
    until, _ = ends_of(entry, start, calendar.zone)
    change: dict[str, Tree] = {"day": by_rule.day.isoformat()}
    if start.day != by_rule.day:
        change["to"] = start.day.isoformat()
    if start.time:
        change["starts"] = f"{start.time:%H:%M}"
    if until:
        change["ends"] = f"{until:%H:%M}"
    return change


def _line(words: str) -> str:
    return " ".join(words.split())


def _summary(entry: Entry, title: Property) -> str:
    """Return what its description begins with; of what is HTML nothing, because its tags would be read as words."""
    described = entry.get("DESCRIPTION")
    words = _line(described.words) if described and not _TAG.search(described.words) else ""
    most = CONTENT_LIMITS["short-text"]
    if len(words) > most:
        words = words[:most].rpartition(". ")[0] + "."
    return words if len(words) > 1 else _line(title.words)


def _kind(entry: Entry) -> str:
    words = {word.strip().lower() for line in entry.properties.get("CATEGORIES", ()) for word in line.value.split(",")}
    return next((kind for kind in get_args(EventKind) if kind in words), "meeting")


def _over(event: Event, today: datetime.date) -> bool:
    if event.day is None or event.repeat is None:
        return event.day is not None and event.day < today
    moved = max((change.to for change in event.repeat.changed if change.to), default=event.day)
    return moved < today and all(day < today for day in rule_of(event.repeat.rule).days(event.day))


def _known(calendar: _Calendar, event: Event) -> bool:
    """Tell whether the instance has it: the same organiser, first day and hour, and one of its titles."""
    return any(
        known.organiser == event.organiser
        and (known.day, known.starts) == (event.day, event.starts)
        and {*known.title.values()} & {*event.title.values()}
        for known in calendar.catalog.of(EVENT).values()
    )
