"""What maintainers read now and then: the proof, the report, the links, the digest."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from starterspad.cli.formats.problems import plain, printable, problem_json

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping

    from starterspad.content.problems import Location
    from starterspad.pages.gap_report import Report
    from starterspad.quality.links import LinkStatus
    from starterspad.rules.proof import Proof, QuestionValue
    from starterspad.upkeep.digest import Digest


def proof_json(proof: Proof) -> dict[str, object]:
    """Write the proof's figures: counts of answer combinations, which are no counts of people."""
    return {
        "profiles": proof.profiles,
        "tasks": {id: {"certain": share.certain, "open": share.open} for id, share in proof.tasks.items()},
        "services": {id: {"certain": share.certain, "open": share.open} for id, share in proof.services.items()},
        "witnesses": [{**problem_json(problem), "profile": profile} for problem, profile in proof.witnesses.items()],
    }


def report_lines(report: Report, questions: Mapping[str, QuestionValue]) -> Iterator[str]:
    """Write what is missing, in the words of the report, and what each question decides."""
    sections: list[tuple[str, list[str]]] = [
        ("What nobody does", [sentence for _, sentence in report.missing]),
        ("What one partner alone does", [sentence for _, sentence in report.single]),
        ("What no file says", [sentence for _, sentence in report.unknown]),
        ("To check again", [f"{record.checked} {record.kind} {record.id}" for record in report.aged]),
        ("Not translated", [str(problem.location) for problem in report.untranslated]),
        ("Not confirmed by the partner", list(report.unconfirmed)),
    ]
    for title, lines in sections:
        if lines:
            yield from (f"{title} ({len(lines)}):", *(f"  {printable(line)}" for line in lines), "")
    yield "How much each question decides (bits of information over all answer combinations), and its place if"
    yield "what decides most came first:"
    width = max(map(len, questions), default=0)
    for number, (id, value) in enumerate(questions.items(), start=1):
        yield f"  {number:>2}  {id:<{width}}  {value.bits:6.2f}  {value.proposed:>2}"


def questions_json(questions: Mapping[str, QuestionValue]) -> dict[str, object]:
    """Write what each question decides, for a program."""
    return {id: {"bits": round(value.bits, 6), "proposed": value.proposed} for id, value in questions.items()}


def links_lines(places: Mapping[str, list[Location]], statuses: Mapping[str, LinkStatus]) -> Iterator[str]:
    """Write which addresses need somebody's eyes, each with its first place, and how many there are of each."""
    for address, link_status in statuses.items():
        if link_status.state != "fine":
            to = f" to {printable(link_status.to)}" if link_status.to else ""
            state = f"{link_status.state} ({printable(link_status.words)})"
            yield f"{places[address][0]}: {state}: {printable(address)}{to}"
    counts = Counter(link_status.state for link_status in statuses.values())
    yield f"{len(statuses)} addresses: {', '.join(f'{count} {state}' for state, count in counts.most_common())}."


def links_json(places: Mapping[str, list[Location]], statuses: Mapping[str, LinkStatus]) -> dict[str, object]:
    """Write what every address said, for a program."""
    return {
        "schema": 1,
        "links": [
            {
                "address": address,
                "state": link_status.state,
                "words": link_status.words,
                "to": link_status.to or None,
                "places": [{"file": place.path, "line": place.line} for place in places[address]],
            }
            for address, link_status in statuses.items()
        ],
    }


def digest_lines(digest: Digest, day: datetime.date) -> Iterator[str]:
    """Write the digest in Markdown: what to check again, then each letter with the link that opens it."""
    yield f"# To look after: {day.isoformat()}"
    yield ""
    yield "## What has aged, most read first" if digest.aged else "Nothing that readers meet has aged."
    yield ""
    for record in digest.aged:
        yield f"- {plain(record.kind)} {plain(record.id)}: checked on {record.checked}, met in {record.uses} places"
    if digest.letters:
        yield from ("", "## Letters, ready to be sent", "")
        yield 'When they answer yes: `portal confirm ID --by "name, role"`. One field changes.'
    for letter in digest.letters:
        yield from ("", f"### {plain(letter.name)} ({plain(letter.partner)})", "")
        yield f"[Open the letter]({letter.mailto})" if letter.address else "No e-mail address is known: call, or write."
        yield from ("", *(f"> {plain(line)}" for line in (letter.subject, "", *letter.text.split("\n"))))
    if digest.waiting:
        yield from ("", f"{digest.waiting} more organisations come another month.")
