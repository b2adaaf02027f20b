"""What a month brings: what ended, what aged, and letters that are ready to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from starterspad.cli.formats.problems import plain
from starterspad.content.schema_numbers import DIGEST_SCHEMA
from starterspad.output.gaps_data import AgedJson, aged_json

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from starterspad.content.models.fact import Fact
    from starterspad.upkeep.digest import Digest


class LetterJson(TypedDict):
    """A letter that asks a partner to confirm its file."""

    partner: str
    name: str
    address: str
    """an e-mail address; empty where none is known"""
    subject: str
    text: str
    mailto: str
    """opens the letter in a mail program"""


class EndedJson(TypedDict):
    """A fact that held until a day, and what is known of what comes."""

    id: str
    value: str | None
    """in the first language"""
    until: str
    next: str | None
    next_from: str | None
    next_source: str | None


class DigestJson(TypedDict):
    """What `portal digest --format json` prints."""

    schema: int
    date: str
    ended: list[EndedJson]
    """facts whose last day is over"""
    aged: list[AgedJson]
    letters: list[LetterJson]
    waiting: int
    """letters for another month"""


def digest_lines(digest: Digest, day: datetime.date) -> Iterator[str]:
    """Write the digest in Markdown: what to check again, then each letter with the link that opens it."""
    yield f"# To look after: {day.isoformat()}"
    yield ""
    if digest.ended:
        yield from ("## What held until a day that is over", "")
        for fact in digest.ended:
            then = f"; from {fact.next.from_} on: {_first(fact.next.value)} ({fact.next.source})" if fact.next else ""
            yield f"- {plain(fact.id)}: until {fact.valid_until}{plain(then)}"
        yield ""
    yield "## What has aged, most read first" if digest.aged else "Nothing that readers meet has aged."
    yield ""
    for record in digest.aged:
        looked = f"last looked up on {record.checked}, met in {record.uses} places"
        yield f"- {plain(record.kind)} {plain(record.id)}: {looked}"
    if digest.letters:
        yield from ("", "## Letters, ready to be sent", "")
        yield 'When they answer yes: `portal confirm ID --by "name, role"`. The file then says so.'
    for letter in digest.letters:
        yield from ("", f"### {plain(letter.name)} ({plain(letter.partner)})", "")
        yield f"[Open the letter]({letter.mailto})" if letter.address else "No e-mail address is known: call, or write."
        yield from ("", *(f"> {plain(line)}" for line in (letter.subject, "", *letter.text.split("\n"))))
    if digest.waiting:
        yield from ("", f"{digest.waiting} more organisations come another month.")


def digest_json(digest: Digest, day: datetime.date) -> DigestJson:
    """Write the digest for a program."""
    return {
        "schema": DIGEST_SCHEMA,
        "date": day.isoformat(),
        "ended": [_ended_json(fact) for fact in digest.ended],
        "aged": [aged_json(record) for record in digest.aged],
        "letters": [
            {
                "partner": letter.partner,
                "name": letter.name,
                "address": letter.address,
                "subject": letter.subject,
                "text": letter.text,
                "mailto": letter.mailto,
            }
            for letter in digest.letters
        ],
        "waiting": digest.waiting,
    }


def _ended_json(fact: Fact) -> EndedJson:
    return {
        "id": fact.id,
        "value": _first(fact.value) if fact.value else None,
        "until": str(fact.valid_until),
        "next": _first(fact.next.value) if fact.next else None,
        "next_from": str(fact.next.from_) if fact.next else None,
        "next_source": fact.next.source if fact.next else None,
    }


def _first(text: dict[str, str]) -> str:
    return next(iter(text.values()))
