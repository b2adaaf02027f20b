"""The words of a record that are its own: what its file says, in one language, and nothing of what stands around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from starterspad.content.localised_text import localised
from starterspad.content.models.field_types import Record
from starterspad.content.models.inner_records import inner_records

# Where a link of Markdown leads, and what its text is told apart from its signs by, nobody searches.
_TARGET = re.compile(r"\]\([^)\s]*\)|<https?:[^>]*>|\{[^}\n]*\}")


def own_words(record: Record, languages: Collection[str], language: str, default: str) -> str:
    """Return every text of a record, and of the records inside it, as its readers see it; Markdown without addresses.

    Only what is written in languages counts: an id, an address or a note to maintainers is no word of its readers.
    """
    read = (
        localised(text, language, default)[0]
        for _, inner in inner_records(record)
        for name in type(inner).model_fields
        for text in _texts(getattr(inner, name), languages)
    )
    return without_addresses("\n".join(read))


def without_addresses(markdown: str) -> str:
    """Take out of Markdown where its links lead."""
    return _TARGET.sub("] ", markdown)


def _texts(value: object, languages: Collection[str]) -> Iterator[Mapping[str, str]]:
    """Yield what a field says in languages: a text, several, or words by language."""
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item, languages)
    elif isinstance(value, dict) and value and value.keys() <= set(languages):
        yield {code: text if isinstance(text, str) else " . ".join(map(str, text)) for code, text in value.items()}
