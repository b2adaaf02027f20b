"""Every text that people read, with its language and its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Location

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Text:
    """A text as its file has it, `{fact: id}` and all; `kind` and `id` name its record, `key` what it is there."""

    kind: str
    id: str
    key: str
    language: str
    words: str
    location: Location


def localised_texts(catalog: Catalog) -> Iterator[tuple[str, str, Path, dict[str, str]]]:
    """Yield every text of the records as (kind, id, path below the record, words by language)."""
    languages = set(catalog.site.languages)
    for (kind, id), place in catalog.places.items():
        for path, piece in place.pieces() if kind != "page" else ():
            if isinstance(piece, dict) and piece and piece.keys() <= languages:
                words = {language: text for language, text in piece.items() if isinstance(text, str)}
                if len(words) == len(piece):
                    yield kind, id, path, words


def texts(catalog: Catalog) -> Iterator[Text]:
    """Yield every text of the records and every paragraph of the hand-written pages."""
    for kind, id, path, words in localised_texts(catalog):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        for language, text in words.items():
            location = catalog.location(kind, id, *path, language)
            yield Text(kind, id, key, language, text, location)
    for (kind, id), place in catalog.places.items():
        if kind == "page":
            source = place.source
            # The body ends where the file ends: what stands above it is the front matter.
            line = source.body_line
            for paragraph in source.body.split("\n\n"):
                yield Text(kind, id, "body", id.partition("/")[0], paragraph, Location(source.path, line))
                line += paragraph.count("\n") + 2
