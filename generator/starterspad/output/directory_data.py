"""The directory's data, where there are more partners than stand on its page: what is filtered, and what is shown.

A reader who filters loads the columns, who types loads the words, and both load the cards that they see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypedDict

from starterspad.content.folding import fold
from starterspad.content.localised_text import localised
from starterspad.content.schema_numbers import DIRECTORY_SCHEMA
from starterspad.pages.page_inputs import PageInputs
from starterspad.rules.columns import column

# So many cards share a file: those of a screen stand in one or two of them, and a region has few hundred files.
CARDS_TOGETHER = 100
# Where a text is cut into words; `directory-words.js` cuts what is typed in the same places.
_BETWEEN_WORDS = re.compile(r"[\s\"']+")


class AnswerColumnJson(TypedDict):
    """What services answer to in one group of filters."""

    sets: list[list[int]]
    """numbers of choices, each list once"""
    of: str
    """for each service the place of its list in `sets`, as `columns.py` writes numbers"""


class DirectoryColumnsJson(TypedDict):
    """All partners in the order of the directory, and what their services answer to."""

    directory_schema: int
    ids: str
    """with spaces between them"""
    names: list[str]
    services: str
    """for each partner, how many it has, likewise; they stand behind one another, sorted by id within a partner"""
    answers: list[AnswerColumnJson]
    """group by group"""
    cards_together: int
    """how many cards share a file"""


class DirectoryWordsJson(TypedDict):
    """Every word of the cards in one language, folded, and on which cards it stands."""

    words: str
    """with spaces between them"""
    counts: str
    """for each word, on how many cards it stands, as `columns.py` writes numbers"""
    distances: str
    """on which: word by word the place of the first, then how far behind it each next one stands"""


class LocalisedLineJson(TypedDict):
    """A line that fell back to another language than the page's."""

    text: str
    lang: str


LineJson = str | LocalisedLineJson
"""A line of a card; one that fell back says its language."""

PictureJson = tuple[int, str, int, int]
"""A logo: on which card of the file, its path below the site, width and height in pixels."""


class DirectoryCardsJson(TypedDict):
    """What stands on some cards besides the name."""

    kinds: list[LineJson]
    summaries: list[LineJson]
    logos: list[PictureJson]


def directory_files(inputs: PageInputs) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the files of the directory in one language, as (path below it, data); none where its page shows all."""
    folder = inputs.directory.folder
    if inputs.directory.apart:
        yield f"{folder}/columns.json", columns_of(inputs)
        yield f"{folder}/words.json", words_of(inputs)
        ids = list(inputs.directory.services)
        for number, start in enumerate(range(0, len(ids), CARDS_TOGETHER)):
            yield f"{folder}/cards-{number}.json", _cards(inputs, ids[start : start + CARDS_TOGETHER])


def columns_of(inputs: PageInputs) -> DirectoryColumnsJson:
    """Return all partners of the directory, and what their services answer to."""
    directory, partners = inputs.directory, inputs.catalog.partners
    services: list[tuple[int, ...]] = []
    for id, answers in directory.services.items():
        by_id = sorted(zip((service.id for service in partners[id].services), answers, strict=True))
        services.extend(numbers for _, numbers in by_id)
    return {
        "directory_schema": DIRECTORY_SCHEMA,
        "ids": " ".join(directory.services),
        "names": [partners[id].name for id in directory.services],
        "services": column(map(len, directory.services.values())),
        "answers": [
            _column(services, {choice.number for choice in choices}) for choices in directory.groups.values() if choices
        ],
        "cards_together": CARDS_TOGETHER,
    }


def _column(services: list[tuple[int, ...]], numbers: set[int]) -> AnswerColumnJson:
    sets: dict[tuple[int, ...], int] = {}
    of = [sets.setdefault(tuple(filter(numbers.__contains__, answers)), len(sets)) for answers in services]
    return {"sets": [list(answers) for answers in sets], "of": column(of)}


def words_of(inputs: PageInputs) -> DirectoryWordsJson:
    """Return on which cards of the directory each word stands."""
    cards: dict[str, list[int]] = {}
    plain, partners = inputs.localizer.plain, inputs.catalog.partners
    for place, id in enumerate(inputs.directory.services):
        partner = partners[id]
        text = fold(f"{partner.name}\n{plain(partner.kind)}\n{plain(partner.summary)}")
        for word in set(_BETWEEN_WORDS.split(text)) - {""}:
            cards.setdefault(word, []).append(place)
    words = sorted(cards)
    return {
        "words": " ".join(words),
        "counts": column(len(cards[word]) for word in words),
        "distances": column(distance for word in words for distance in _distances(cards[word])),
    }


def _distances(places: list[int]) -> list[int]:
    return [place - before for before, place in zip([0, *places], places, strict=False)]


def _cards(inputs: PageInputs, ids: list[str]) -> DirectoryCardsJson:
    catalog = inputs.catalog
    logos = [(place, catalog.logos[id]) for place, id in enumerate(ids) if id in catalog.logos]
    return {
        "kinds": [_line(inputs, catalog.partners[id].kind) for id in ids],
        "summaries": [_line(inputs, catalog.partners[id].summary) for id in ids],
        "logos": [(place, logo.path, logo.width, logo.height) for place, logo in logos],
    }


def _line(inputs: PageInputs, text: dict[str, str]) -> LineJson:
    wording, language = localised(text, inputs.language, inputs.localizer.fallback)
    return wording if language == inputs.language else {"text": wording, "lang": language}
