"""What maintainers read now and then: the report, and the links."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypedDict

from starterspad.cli.formats.problems import printable
from starterspad.content.schema_numbers import LINKS_SCHEMA
from starterspad.output.gaps_data import GapsJson
from starterspad.quality.links import LinkState

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from starterspad.content.problems import Location
    from starterspad.pages.gap_report import Report
    from starterspad.quality.desk_hours import DeskHours
    from starterspad.quality.links import LinkStatus
    from starterspad.quality.uncalled import Uncalled
    from starterspad.rules.proof import QuestionValue


class QuestionValueJson(TypedDict):
    """What a question decides, in bits, and its place, from 1, if what decides most came first."""

    bits: float
    proposed: int


class UncalledJson(TypedDict):
    """An organisation with ways to reach it that nobody tried yet."""

    partner: str
    name: str
    ways: dict[str, str]
    """phone, email, address, page, booking, website"""
    steps: int
    required: int
    """how many of its steps are required of somebody"""


class DeskHoursJson(TypedDict):
    """Of the steps that somebody helps with: for how many a file says when one may come without an appointment."""

    known: int
    steps: int


class ReportJson(GapsJson):
    """What `portal report --format json` prints: gaps.json, what each question decides, whom nobody called, hours."""

    questions: dict[str, QuestionValueJson]
    uncalled: list[UncalledJson]
    """those that most required steps need first"""
    desk_hours: DeskHoursJson


class PlaceJson(TypedDict):
    """A line of a file."""

    file: str
    line: int


class LinkJson(TypedDict):
    """An address, where it stands, and what it said."""

    address: str
    state: LinkState | None
    """null where it was not asked"""
    words: str
    """the HTTP status (RFC 9110) or the trouble"""
    to: str | None
    """where it moved"""
    places: list[PlaceJson]


class LinksJson(TypedDict):
    """What `portal links --format json` prints."""

    schema: int
    date: str
    """what had ended by that day was not looked at"""
    links: list[LinkJson]


def report_lines(
    report: Report, questions: Mapping[str, QuestionValue], to_call: Sequence[Uncalled], hours: DeskHours
) -> Iterator[str]:
    """Write what is missing, in the words of the report, whom nobody called, and what each question decides."""
    sections: list[tuple[str, list[str]]] = [
        ("What nobody does", [sentence for _, sentence in report.missing]),
        ("What nobody looked for yet", [sentence for _, sentence in report.unsought]),
        ("What one partner alone does", [sentence for _, sentence in report.single]),
        ("What no file says", [sentence for _, sentence in report.unknown]),
        ("To check again", [f"{record.checked} {record.kind} {record.id}" for record in report.aged]),
        ("Not translated", [str(problem.location) for problem in report.untranslated]),
        ("Not confirmed by the partner", list(report.unconfirmed)),
        ("To call, write to or open before people rely on it", [_call(entry) for entry in to_call]),
    ]
    for title, lines in sections:
        if lines:
            yield from (f"{title} ({len(lines)}):", *(f"  {printable(line)}" for line in lines), "")
    yield f"Open desks: for {hours.known} of {hours.steps} steps that somebody helps with, a file says when one may"
    yield "come without an appointment (walk_in)."
    yield ""
    yield "How much each question decides (bits of information over all answer combinations), and its place if"
    yield "what decides most came first:"
    width = max(map(len, questions), default=0)
    for number, (id, value) in enumerate(questions.items(), start=1):
        yield f"  {number:>2}  {id:<{width}}  {value.bits:6.2f}  {value.proposed:>2}"


def _call(entry: Uncalled) -> str:
    ways = ", ".join(f"{name} {value}" for name, value in entry.ways.items()) or "no way to reach it is known"
    return f"{entry.name} ({entry.steps} steps, {entry.required} required): {ways}"


def report_json(
    gaps: GapsJson, questions: Mapping[str, QuestionValue], to_call: Sequence[Uncalled], hours: DeskHours
) -> ReportJson:
    """Write what is missing, what each question decides and whom nobody called, for a program."""
    values: dict[str, QuestionValueJson] = {
        id: {"bits": round(value.bits, 6), "proposed": value.proposed} for id, value in questions.items()
    }
    calls: list[UncalledJson] = [
        {
            "partner": entry.partner,
            "name": entry.name,
            "ways": entry.ways,
            "steps": entry.steps,
            "required": entry.required,
        }
        for entry in to_call
    ]
    desks: DeskHoursJson = {"known": hours.known, "steps": hours.steps}
    return {**gaps, "questions": values, "uncalled": calls, "desk_hours": desks}


def links_lines(places: Mapping[str, list[Location]], statuses: Mapping[str, LinkStatus]) -> Iterator[str]:
    """Write which addresses need somebody's eyes, each with its first place, and how many there are of each."""
    for address, link_status in statuses.items():
        if link_status.state != "fine":
            to = f" to {printable(link_status.to)}" if link_status.to else ""
            state = f"{link_status.state} ({printable(link_status.words)})"
            yield f"{places[address][0]}: {state}: {printable(address)}{to}"
    counts = Counter(link_status.state for link_status in statuses.values())
    yield f"{len(statuses)} addresses: {', '.join(f'{count} {state}' for state, count in counts.most_common())}."


def links_json(
    places: Mapping[str, list[Location]], statuses: Mapping[str, LinkStatus], day: datetime.date
) -> LinksJson:
    """Write what every address said, for a program; one without a status was not asked."""
    return {
        "schema": LINKS_SCHEMA,
        "date": day.isoformat(),
        "links": [_link_json(address, locations, statuses.get(address)) for address, locations in places.items()],
    }


def _link_json(address: str, locations: list[Location], status: LinkStatus | None) -> LinkJson:
    return {
        "address": address,
        "state": status.state if status else None,
        "words": status.words if status else "",
        "to": status.to or None if status else None,
        "places": [{"file": place.path, "line": place.line} for place in locations],
    }
