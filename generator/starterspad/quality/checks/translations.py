"""What is not translated yet, and who read the words of a language."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from starterspad.content.catalog import Catalog
from starterspad.content.each_record import of_each_place
from starterspad.content.kinds import PAGE, PHASE, QUESTION, SITE, TASK
from starterspad.content.problems import Location, Problem, did_you_mean, quoted
from starterspad.content.record_memory import InPlace
from starterspad.content.texts import Path
from starterspad.content.yaml import Tree
from starterspad.quality.checks.references import must_exist


def check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Warn where a text or a hand-written page is not there in every language that promises it."""
    site = catalog.site
    languages = site.languages
    needed = frozenset(languages)
    whole = [language for language in languages if language not in site.partial_languages]

    def look(at: InPlace) -> Iterator[Problem]:
        for path, text in _partial(at.place.tree, needed) if at.kind != PAGE.name else ():
            promised = languages if _first_read(at.kind, path) else whole
            missing = [language for language in promised if language not in text]
            if missing:
                location = at.place.location(*path)
                yield Problem(location, f"no text in {', '.join(missing)}", "translate it", "translation", "warning")

    yield from of_each_place(catalog, look, (languages, site.partial_languages))
    for id, written in catalog.languages_of_pages.items():
        for language in whole:
            if language not in written:
                location = Location(f"content/pages/{language}/{id}.md")
                yield Problem(location, "this page is not translated", "write it", "translation", "warning")


def _first_read(kind: str, path: Path) -> bool:
    """Tell whether a text is one by which a person answers and finds her way, in a partial language too."""
    if kind in (SITE.name, QUESTION.name):
        return True
    return kind in (PHASE.name, TASK.name) and path[-1] == "title"


def check_languages(catalog: Catalog) -> Iterator[Problem]:
    """What is said of languages is about those of the site, and somebody read the words of each."""
    site = catalog.site
    at = partial(catalog.location, SITE.name, SITE.name)
    others = site.languages[1:]
    for index, language in enumerate(site.partial_languages):
        if language not in others:
            message = f"{quoted(language)} is no language of this site beside its first"
            remedy = did_you_mean(language, others) or "the first is what others fall back to: it is whole"
            yield Problem(at("partial_languages", index), message, remedy, "language")
    for index, reader in enumerate(site.readers):
        location = at("readers", index, "language")
        yield from must_exist(location, "language", reader.language, site.languages, " in readers")
    read = {reader.language for reader in site.readers}
    for index, language in enumerate(site.languages):
        if index and not site.notice and language not in read:
            message = f"nobody is named who read the words in {quoted(language)}"
            remedy = "write who did below readers; a demonstration, which says so in notice, needs nobody"
            yield Problem(at("languages", index), message, remedy, "language")


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
