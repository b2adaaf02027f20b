"""What is not translated yet."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Location, Problem
from starterspad.quality.checks.texts import localised_texts


def check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Warn where a text or a hand-written page is not there in every language of the instance."""
    languages = catalog.site.languages
    for kind, id, path, text in localised_texts(catalog):
        missing = [language for language in languages if language not in text]
        if missing:
            location = catalog.location(kind, id, *path)
            yield Problem(location, f"no text in {', '.join(missing)}", "translate it", "translation", "warning")
    for id, pages in catalog.pages.items():
        for language in languages:
            if language not in pages:
                location = Location(f"content/pages/{language}/{id}.md")
                yield Problem(location, "this page is not translated", "write it", "translation", "warning")
