"""Checks of one text at a time: all of them look at each in one walk over the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from starterspad.content.catalog import Catalog
from starterspad.content.each_record import of_each_place
from starterspad.content.problems import Problem
from starterspad.content.record_memory import InPlace
from starterspad.content.texts import Text, texts_in


class TextJudge(NamedTuple):
    """Finds what is wrong with one text; `follows_from` is all that it depends on besides the text."""

    judge: Callable[[Text], Iterator[Problem]]
    follows_from: object


def check_texts(catalog: Catalog, makers: Iterable[Callable[[Catalog], TextJudge]]) -> Iterable[Problem]:
    """Return what the judges that are made for a catalog find in its texts."""
    judges = [make(catalog) for make in makers]
    languages = frozenset(catalog.site.languages)

    def look(at: InPlace) -> Iterator[Problem]:
        for text in texts_in(at.kind, at.id, at.place, languages):
            for judge, _ in judges:
                yield from judge(text)

    return of_each_place(catalog, look, (languages, [judge.follows_from for judge in judges]))
