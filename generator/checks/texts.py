"""Every text that people read, with its language and its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.catalog import Catalog
from generator.problems import Location

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
    """Yield every text of the records as (kind, id, path in its file, words by language)."""
    languages = set(catalog.site.languages)
    for (kind, id), place in catalog.places.items():
        tree: Any = place.source.tree
        for part in place.prefix:
            tree = tree[part]
        waiting: list[tuple[Path, Any]] = [(place.prefix, tree)] if kind != "page" else []
        while waiting:
            path, value = waiting.pop()
            if isinstance(value, dict):
                if value and value.keys() <= languages and all(isinstance(words, str) for words in value.values()):
                    yield kind, id, path, value
                else:
                    waiting += [((*path, key), item) for key, item in value.items()]
            elif isinstance(value, list):
                waiting += [((*path, index), item) for index, item in enumerate(value)]


def texts(catalog: Catalog) -> Iterator[Text]:
    """Yield every text of the records and every paragraph of the hand-written pages."""
    for kind, id, path, words in localised_texts(catalog):
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        for language, text in words.items():
            location = catalog.places[kind, id].source.location(*path, language)
            yield Text(kind, id, key, language, text, location)
    for (kind, id), place in catalog.places.items():
        if kind == "page":
            source = place.source
            # The body ends where the file ends: what stands above it is the front matter.
            line = source.body_line
            for paragraph in source.body.split("\n\n"):
                yield Text(kind, id, "body", id.partition("/")[0], paragraph, Location(source.path, line))
                line += paragraph.count("\n") + 2
