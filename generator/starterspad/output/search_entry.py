"""What one page says of each word: made of the page alone, so that what did not change need not be read again."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import snowballstemmer
from babel import Locale

from starterspad.content.folding import words_of

_TITLE, SUMMARY, _BODY = 16, 6, 1
# A word that editors wrote down to find a page says as much as its title.
_SOUGHT = 16
# What leads to everybody who helps stands a little before one of them.
_LEADS = 1.15


class Searchable(NamedTuple):
    """A page as search reads it: plain texts, the words of its record, other words for what it is about, and a name.

    `leads` tells that it leads on to whoever helps.
    """

    path: str
    title: str
    summary: str
    words: str
    sought: str = ""
    name: str = ""
    leads: bool = False


@dataclass(frozen=True)
class SearchEntry:
    """A page and how much it says of each stem; `forms` are its words that are no stem, with their stems."""

    path: str
    title: str
    summary: str
    name: str
    """The words of its name, folded, as a query for it is read; empty where it has a title and no name."""
    weights: Mapping[str, int]
    forms: Mapping[str, str]


def search_entry(page: Searchable, language: str) -> SearchEntry:
    """Count the words of a page by where they stand, and weigh their stems by the logarithm of that."""
    stem = _stemmer(language)
    counts: Counter[str] = Counter()
    forms: dict[str, str] = {}
    texts = ((page.title, _TITLE), (page.summary, SUMMARY), (page.words, _BODY), (page.sought, _SOUGHT))
    for text, weight in texts:
        for word in words_of(text):
            root = stem(word)
            counts[root] += weight
            if root != word:
                forms[word] = root
    scale = 10 * (_LEADS if page.leads else 1)
    weights = {root: round(scale * (1 + math.log(count))) for root, count in counts.items()}
    return SearchEntry(page.path, page.title, page.summary, " ".join(words_of(page.name)), weights, forms)


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """Return the library's stemmer of a language; words stay whole where it has none."""
    name = str(Locale(Locale.parse(language, sep="-").language).english_name).lower()
    if name not in snowballstemmer.algorithms():
        return str
    # The same words come back on every page and in every build, and the library keeps nothing.
    return cache(snowballstemmer.stemmer(name).stemWord)
