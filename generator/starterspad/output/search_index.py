"""The search index of one language, in files small enough that a search loads the few that it needs.

A query needs the file in which its words stand in order, that in which they stand by their endings where it does not
know one of them, and the titles of the pages that it shows; how many others there are does not matter to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TypedDict

from starterspad.content.schema_numbers import SEARCH_SCHEMA
from starterspad.output.search_entry import SearchEntry
from starterspad.output.search_shards import shards

SEARCH_INDEX = "search-index.json"
_FOLDER = "search-index"
_PAGES_TOGETHER = 16
# So many characters of JSON are 3 to 6 kB in brotli.
_LARGEST_SHARD = 14_000
_LARGEST_ENDINGS = 9_000
# Of the pages of one kind that hold a stem, those that say most about it.
_MOST_OF_A_KIND = 250
# A shorter part stands in too many words that have nothing to do with it; and so little says a word of its parts.
_SHORTEST_PART, _PART = 4, 0.25

Postings = list[tuple[int, int]]
"""Page and weight."""


class SearchIndexJson(TypedDict):
    """Where the index of one language stands. Words are folded: small letters without accents."""

    search_schema: int
    pages: int
    """how many pages there are"""
    together: int
    """how many of them stand in one file"""
    files: list[str]
    """the files of the pages, in their order"""
    folders: dict[str, list[int]]
    """folder, such as tasks -> its first page, and the one behind its last"""
    shards: list[list[str]]
    """of each file of stems: the first letters in it, and its name"""
    endings: list[list[str]]
    """of each file of endings: the first letters in it, from behind, and its name"""


class SearchShardJson(TypedDict):
    """The words of a stretch of the alphabet."""

    stems: dict[str, list[int]]
    """stem -> its number of pages; then a weight below zero, and how far each page with it is from the last; ..."""
    forms: dict[str, str]
    """word -> its stem, where the two differ"""
    names: dict[str, list[int]]
    """title -> the pages with it"""


SearchEndingsJson = list[str]
"""words of a stretch of the alphabet, by their letters from behind"""

SearchPagesJson = list[tuple[str, str, str]]
"""path, title, summary"""


def search_index(
    entries: Iterable[SearchEntry], go_on: Callable[[], None] = lambda: None
) -> Iterator[tuple[str, bytes]]:
    """Yield path -> content of every file of the index of a language, the one that names the others last.

    `go_on` is called again and again, and ends it by what it raises.
    """
    listed: SearchPagesJson = []
    postings: dict[str, Postings] = {}
    forms: dict[str, str] = {}
    names: dict[str, list[int]] = {}
    for number, entry in enumerate(entries):
        listed.append((entry.path, entry.title, entry.summary))
        forms |= entry.forms
        if entry.name:
            names.setdefault(entry.name, []).append(number)
        for stem, weight in entry.weights.items():
            postings.setdefault(stem, []).append((number, weight))
    folders = _folders(listed)
    stems = {stem: _encoded(on_pages, listed, go_on) for stem, on_pages in _with_compounds(postings, go_on).items()}
    index: SearchIndexJson = {
        "search_schema": SEARCH_SCHEMA,
        "pages": len(listed),
        "together": _PAGES_TOGETHER,
        "files": [],
        "folders": folders,
        "shards": [],
        "endings": [],
    }
    for start in range(0, len(listed), _PAGES_TOGETHER):
        path, content = _file("pages", listed[start : start + _PAGES_TOGETHER])
        index["files"].append(path)
        yield f"{_FOLDER}/{path}", content
    for first, words in shards(dict(_sizes(stems, forms, names)), _LARGEST_SHARD):
        path, content = _file("words", _shard(words, stems, forms, names))
        index["shards"].append([first, path])
        yield f"{_FOLDER}/{path}", content
    backwards = {word[::-1]: len(word) + 3 for word in (*stems, *forms) if _has_ending(word)}
    for first, words in shards(backwards, _LARGEST_ENDINGS):
        path, content = _file("endings", _endings(words))
        index["endings"].append([first, path])
        yield f"{_FOLDER}/{path}", content
    yield SEARCH_INDEX, _json(index)


def _has_ending(word: str) -> bool:
    return len(word) >= _SHORTEST_PART and not word[0].isdigit()


def _folders(listed: SearchPagesJson) -> dict[str, list[int]]:
    """Return where the pages of each folder begin and end: those of a kind stand side by side."""
    folders: dict[str, list[int]] = {}
    for number, (path, _, _) in enumerate(listed):
        if folder := _folder(path):
            folders.setdefault(folder, [number, number])[1] = number + 1
    return folders


def _folder(path: str) -> str:
    """Return the folder of a record's page; empty for a page that stands alone, or a place on one."""
    folder, _, rest = path.partition("/")
    return folder if rest else ""


def _with_compounds(postings: Mapping[str, Postings], go_on: Callable[[], None]) -> dict[str, Postings]:
    """Let each stem find, a little, what longer ones with it inside find: "loan" what "microloan" does."""
    inside: dict[str, list[str]] = {}
    for long in postings:
        go_on()
        for start in range(1, len(long) - _SHORTEST_PART + 1):
            for end in range(start + _SHORTEST_PART, len(long) + 1):
                if long[start:end] in postings:
                    inside.setdefault(long[start:end], []).append(long)
    return {stem: _merged(postings, stem, inside[stem]) if stem in inside else own for stem, own in postings.items()}


def _merged(postings: Mapping[str, Postings], stem: str, compounds: list[str]) -> Postings:
    best = dict(postings[stem])
    for long in compounds:
        share = _PART * len(stem) / len(long)
        for page, weight in postings[long]:
            best[page] = max(best.get(page, 1), round(weight * share))
    return sorted(best.items())


def _encoded(on_pages: Postings, listed: SearchPagesJson, go_on: Callable[[], None]) -> list[int]:
    """Write the pages of a stem by weight, the highest first; of each kind no more than say most."""
    go_on()
    by_weight = sorted(on_pages, key=lambda item: (-item[1], item[0]))
    if len(on_pages) > _MOST_OF_A_KIND:
        left: dict[str, int] = {}
        kept = []
        for page, weight in by_weight:
            folder = _folder(listed[page][0])
            left[folder] = left.get(folder, _MOST_OF_A_KIND) - 1
            if left[folder] >= 0:
                kept.append((page, weight))
        by_weight = kept
    values = [len(on_pages)]
    for weight, items in groupby(by_weight, itemgetter(1)):
        values.append(-weight)
        before = 0
        for page, _ in items:
            values.append(page - before)
            before = page
    return values


def _sizes(
    stems: Mapping[str, list[int]], forms: Mapping[str, str], names: Mapping[str, list[int]]
) -> Iterator[tuple[str, int]]:
    """Yield each word of a shard with about as many characters as it takes there."""
    for word in {*stems, *forms, *names}:
        size = sum(len(str(value)) + 1 for value in (*stems.get(word, ()), *names.get(word, ())))
        yield word, size + len(forms.get(word, "")) + len(word) * ((word in stems) + (word in forms) + (word in names))


def _shard(
    words: list[str], stems: Mapping[str, list[int]], forms: Mapping[str, str], names: Mapping[str, list[int]]
) -> SearchShardJson:
    return {
        "stems": {word: stems[word] for word in words if word in stems},
        "forms": {word: forms[word] for word in words if word in forms},
        "names": {word: names[word] for word in words if word in names},
    }


def _endings(backwards: list[str]) -> SearchEndingsJson:
    return [word[::-1] for word in backwards]


def _file(name: str, value: object) -> tuple[str, bytes]:
    """Return the name of a file and what it holds: named after it, so that a change is never cached away."""
    content = _json(value)
    return f"{name}.{hashlib.sha256(content).hexdigest()[:8]}.json", content


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
