"""The search index of one language: which words stand on which page, and how much they say about it."""

from __future__ import annotations

import html
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypedDict

import snowballstemmer
from babel import Locale

from starterspad.content.folding import words_of
from starterspad.content.schema_numbers import SEARCH_SCHEMA

_TITLE, SUMMARY, _BODY = 8, 4, 1
# A word that editors wrote down to find a page says as much as its title said twice.
_SOUGHT = 16
_TAG = re.compile("<[^>]+>")

Searchable = tuple[str, str, str, str, str]
"""Path, title, summary and body (HTML) of a page, and other words for what it is about."""


class SearchIndexJson(TypedDict):
    """The index of one language. Words are folded: small letters without accents."""

    search_schema: int
    pages: list[tuple[str, str, str]]
    """path, title, summary"""
    stems: dict[str, list[int]]
    """stem -> page, weight, page, weight, ...: how much it says about each page"""
    forms: dict[str, str]
    """word -> its stem, where the two differ"""


def search_index(pages: Iterable[Searchable], language: str) -> SearchIndexJson:
    """Return the index of a language, ready to be written as JSON.

    A weight counts occurrences by where they stand (logarithm) and how rare the stem is.
    """
    stem = _stemmer(language)
    listed: list[tuple[str, str, str]] = []
    counts: dict[str, Counter[int]] = {}
    forms: dict[str, str] = {}
    for number, (path, title, summary, body, sought) in enumerate(pages):
        listed.append((path, title, summary))
        read = html.unescape(_TAG.sub(" ", body))
        for text, weight in ((title, _TITLE), (summary, SUMMARY), (read, _BODY), (sought, _SOUGHT)):
            for word in words_of(text):
                root = stem(word)
                counts.setdefault(root, Counter())[number] += weight
                if root != word:
                    forms[word] = root
    stems = {root: _weights(by_page, len(listed)) for root, by_page in sorted(counts.items())}
    return {"search_schema": SEARCH_SCHEMA, "pages": listed, "stems": stems, "forms": dict(sorted(forms.items()))}


def _weights(by_page: Counter[int], pages: int) -> list[int]:
    rarity = math.log(1 + pages / len(by_page))
    return [
        value for page, count in sorted(by_page.items()) for value in (page, round(10 * rarity * (1 + math.log(count))))
    ]


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """Return the library's stemmer of a language; words stay whole where it has none."""
    name = str(Locale(Locale.parse(language, sep="-").language).english_name).lower()
    if name not in snowballstemmer.algorithms():
        return str
    # The same words come back on every page and in every build, and the library keeps nothing.
    return cache(snowballstemmer.stemmer(name).stemWord)
