"""Cuts words into stretches of the alphabet, by their first letters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby


def shards(sizes: Mapping[str, int], largest: int) -> Iterator[tuple[str, list[str]]]:
    """Yield (first letters, words): words in their order, each stretch about as large as `largest` at most.

    A stretch that is too large is cut by one letter more, and its small pieces are put together again, so a word that
    comes or goes moves no boundary but those of its own first letters. `sizes` says how much each word takes.
    """
    yield from _cut(in_order(sizes), sizes, largest, 0)


def in_order(words: Mapping[str, int]) -> list[str]:
    """Sort words as a browser compares them: by their units of UTF-16."""
    return sorted(words, key=lambda word: word.encode("utf-16-be"))


def _cut(words: list[str], sizes: Mapping[str, int], largest: int, depth: int) -> Iterator[tuple[str, list[str]]]:
    if words and sum(sizes[word] for word in words) <= largest:
        yield words[0][:depth], words
        return
    together: list[str] = []
    size = 0
    for _, group in groupby(words, lambda word: word[: depth + 1]):
        piece = list(group)
        extent = sum(sizes[word] for word in piece)
        if together and size + extent > largest:
            yield together[0][: depth + 1], together
            together, size = [], 0
        if extent > largest and len(piece) > 1:
            yield from _cut(piece, sizes, largest, depth + 1)
        else:
            together += piece
            size += extent
    if together:
        yield together[0][: depth + 1], together
