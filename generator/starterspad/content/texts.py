"""Every text of an instance, with its language and its line: the one walk over records and written pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PAGE
from starterspad.content.place import Place
from starterspad.content.problems import Location
from starterspad.content.yaml import Tree

Path = tuple[str | int, ...]


class Text(NamedTuple):
    """A text as its file has it, `{fact: id}` and all.

    `kind` and `id` name its record, `path` stands below the record, the language last where it has one. `language` is
    empty for what is the same in each: an id, an address, a name. A paragraph of a written page has the path `body`,
    and `line` is that of its first words.
    """

    kind: str
    id: str
    path: Path
    language: str
    words: str
    place: Place
    line: int = 0

    @property
    def location(self) -> Location:
        """Where it stands."""
        return Location(self.place.source.path, self.line) if self.line else self.place.location(*self.path)

    def line_of(self, offset: int) -> Location:
        """Return the line of a character: a paragraph is one text over many lines, a text in YAML stands at its key."""
        lines = self.words.count("\n", 0, offset) if self.path == ("body",) else 0
        return Location(self.location.path, self.location.line + lines)


def all_texts(catalog: Catalog) -> Iterator[Text]:
    """Yield every text of every record and front matter, and every paragraph of the written pages.

    Records come in the order of `places`, the texts of each as its file has them; records with problems are among
    them.
    """
    languages = frozenset(catalog.site.languages)
    for (kind, id), place in catalog.places.items():
        yield from _texts(kind, id, place, languages)


def texts(catalog: Catalog) -> Iterator[Text]:
    """Yield the texts that people read, which are those with a language."""
    return (text for text in all_texts(catalog) if text.language)


def texts_in(kind: str, id: str, place: Place, languages: frozenset[str]) -> Iterator[Text]:
    """Yield the texts that people read in one record, as its file has it."""
    return (text for text in _texts(kind, id, place, languages) if text.language)


def _texts(kind: str, id: str, place: Place, languages: frozenset[str]) -> Iterator[Text]:
    for path, language, words in _leaves(place.tree, languages):
        yield Text(kind, id, path, language, words, place)
    if kind == PAGE.name:
        yield from _paragraphs(id, place)


def _leaves(tree: Tree, languages: frozenset[str], path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield (path, language, words) of every text inside a piece of a file."""
    if isinstance(tree, str):
        yield path, "", tree
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from _leaves(item, languages, (*path, index))
    elif tree.keys() <= languages and all(isinstance(item, str) for item in tree.values()):
        yield from (((*path, language), language, str(words)) for language, words in tree.items())
    else:
        for key, item in tree.items():
            yield from _leaves(item, languages, (*path, key))


def _paragraphs(id: str, place: Place) -> Iterator[Text]:
    """Yield the paragraphs of a written page; its id begins with its language."""
    # The body ends where the file ends: what stands above it is the front matter.
    line = place.source.body_line
    for paragraph in place.source.body.split("\n\n"):
        yield Text(PAGE.name, id, ("body",), id.partition("/")[0], paragraph, place, line)
        line += paragraph.count("\n") + 2
