"""An entrepreneurs' meeting, to run: the evening, letters, who talks to whom, a clock, and what people took home."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.rules.speed_dates import MOST_ALUMNI, MOST_CANDIDATES, MOST_MINUTES, SpeedDates, speed_dates

# A meeting as it was held; whoever runs another one changes the numbers.
_CANDIDATES, _ALUMNI, _MINUTES = 19, 6, 5
_LETTERS = 26
_NOBODY = "–"


@dataclass(frozen=True)
class LetterVersion:
    """A letter in one of the languages of the site."""

    language: str
    direction: str
    text: str


@dataclass(frozen=True)
class Letter:
    """What to send to those who begin, the `candidates`, or to those who began before, the `alumni`."""

    to: str
    versions: tuple[LetterVersion, ...]


@dataclass(frozen=True)
class TableRow:
    """A table: its number, the first and last candidate who sit there, and the alumnus of each round, as a letter.

    A dash is a round that the table sits out.
    """

    number: int
    first: int
    last: int
    letters: tuple[str, ...]


@dataclass(frozen=True)
class MeetingPage:
    """What the page shows without scripts: the plan of the example; and the most of everything that it takes."""

    letters: tuple[Letter, ...]
    candidates: int
    alumni: int
    minutes: int
    rounds: int
    total: int
    tables: tuple[TableRow, ...]
    most_candidates: int
    most_alumni: int
    most_minutes: int


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the meeting."""
    plan = speed_dates(_CANDIDATES, _ALUMNI)
    context = MeetingPage(
        letters=(
            _letter_to(inputs, "candidates", "meeting.invite_candidates"),
            _letter_to(inputs, "alumni", "meeting.invite_alumni"),
        ),
        candidates=_CANDIDATES,
        alumni=_ALUMNI,
        minutes=_MINUTES,
        rounds=len(plan.rounds),
        total=_MINUTES * len(plan.rounds),
        tables=tuple(_rows(plan)),
        most_candidates=MOST_CANDIDATES,
        most_alumni=MOST_ALUMNI,
        most_minutes=MOST_MINUTES,
    )
    yield single_page(inputs, context, "meeting/", "meeting")


def _letter_to(inputs: PageInputs, to: str, sentence: str) -> Letter:
    """Return an invitation in words language of the site, that of the page first."""
    own = inputs.language
    languages = sorted(inputs.catalog.site.languages, key=lambda language: language != own)
    messages = [inputs.catalog.messages[language] for language in languages]
    return Letter(
        to, tuple(LetterVersion(words.language, words.direction, words.format(sentence)) for words in messages)
    )


def _rows(plan: SpeedDates) -> Iterator[TableRow]:
    for number, who in enumerate(plan.tables, 1):
        letters = tuple(_letter(turn.alumnus_at.get(number, 0)) or _NOBODY for turn in plan.rounds)
        yield TableRow(number, who[0], who[-1], letters)


def _letter(alumnus: int) -> str:
    """Name an alumnus by a letter, so that nobody takes it for the number of a table: A to Z, then AA, AB."""
    if not alumnus:
        return ""
    before, place = divmod(alumnus - 1, _LETTERS)
    return _letter(before) + chr(ord("A") + place)
