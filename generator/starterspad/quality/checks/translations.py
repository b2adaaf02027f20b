"""What is not translated yet."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.each_record import of_each_place
from starterspad.content.kinds import PAGE
from starterspad.content.problems import Location, Problem
from starterspad.content.record_memory import InPlace
from starterspad.content.texts import Path
from starterspad.content.yaml import Tree


def check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Warn where a text or a hand-written page is not there in every language of the instance."""
    languages = catalog.site.languages
    needed = frozenset(languages)

    def look(at: InPlace) -> Iterator[Problem]:
        for path, text in _partial(at.place.tree, needed) if at.kind != PAGE.name else ():
            missing = [language for language in languages if language not in text]
            location = at.place.location(*path)
            yield Problem(location, f"no text in {', '.join(missing)}", "translate it", "translation", "warning")

    yield from of_each_place(catalog, look, languages)
    for id, written in catalog.languages_of_pages.items():
        for language in languages:
            if language not in written:
                location = Location(f"content/pages/{language}/{id}.md")
                yield Problem(location, "this page is not translated", "write it", "translation", "warning")


def _partial(tree: Tree, languages: frozenset[str], path: Path = ()) -> Iterator[tuple[Path, dict[str, Tree]]]:
    """Yield each text inside a piece of a file that is there in some of the languages, with its path.

    `content/texts.py` tells what a text is; here most are passed over at a look at their languages.
    """
    if isinstance(tree, list):
        for index, item in enumerate(tree):
            if not isinstance(item, str):
                yield from _partial(item, languages, (*path, index))
    elif isinstance(tree, dict):
        if tree.keys() <= languages and all(isinstance(item, str) for item in tree.values()):
            if 0 < len(tree) < len(languages):
                yield path, tree
        else:
            for key, item in tree.items():
                if not isinstance(item, str):
                    yield from _partial(item, languages, (*path, key))
