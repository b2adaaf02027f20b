"""What is not translated yet."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Location, Problem
from starterspad.content.texts import texts


def check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Warn where a text or a hand-written page is not there in every language of the instance."""
    languages = catalog.site.languages
    in_records = (text for text in texts(catalog) if text.kind != "page")
    for (kind, id, path), versions in groupby(in_records, lambda text: (text.kind, text.id, text.path[:-1])):
        present = {text.language for text in versions}
        missing = [language for language in languages if language not in present]
        if missing:
            location = catalog.location(kind, id, *path)
            yield Problem(location, f"no text in {', '.join(missing)}", "translate it", "translation", "warning")
    for id, written in catalog.languages_of_pages.items():
        for language in languages:
            if language not in written:
                location = Location(f"content/pages/{language}/{id}.md")
                yield Problem(location, "this page is not translated", "write it", "translation", "warning")
