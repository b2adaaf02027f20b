"""What is not there yet: translations, and facts that nobody knows."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalog import Catalog
from generator.problems import Location, Problem

# After a year a figure, a rule or a telephone number may well be another.
AGED = datetime.timedelta(days=365)


def check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Warn where a text is not there in every language of the instance."""
    languages = catalog.site.languages
    for (kind, _), place in catalog.places.items():
        if kind == "page":
            continue
        for path, text in _localised_texts(place.source.tree, place.prefix, languages):
            missing = [language for language in languages if language not in text]
            if missing:
                yield Problem(
                    place.source.location(*path), f"no text in {', '.join(missing)}", "translate it",
                    "translation", "warning",
                )  # fmt: skip
    for id, pages in catalog.pages.items():
        for language in languages:
            if language not in pages:
                location = Location(f"content/pages/{language}/{id}.md")
                yield Problem(location, "this page is not translated", "write it", "translation", "warning")


def unknown_facts(catalog: Catalog) -> dict[str, int]:
    """Count, for each optional field of a service, how many services leave it out."""
    counts = dict.fromkeys(("for_whom", "format", "languages", "cost", "booking", "bring"), 0)
    for _, _, service in catalog.services():
        for name in counts:
            counts[name] += getattr(service, name) is None
    return counts


def aged(catalog: Catalog, today: datetime.date) -> list[tuple[str, str, datetime.date]]:
    """List what was last checked over a year ago, as (kind, id, date), the oldest first."""
    checked = [("task", id, task.checked) for id, task in catalog.tasks.items()]
    checked += [("partner", id, partner.checked) for id, partner in catalog.partners.items()]
    return sorted((item for item in checked if today - item[2] > AGED), key=lambda item: (item[2], item[0], item[1]))


def _localised_texts(
    tree: Any, prefix: tuple[str | int, ...], languages: Iterable[str]
) -> Iterator[tuple[tuple[str | int, ...], dict[str, str]]]:
    for part in prefix:
        tree = tree[part]
    waiting: list[tuple[tuple[str | int, ...], Any]] = [(prefix, tree)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            if value and value.keys() <= set(languages):
                yield path, value
            else:
                waiting += [((*path, key), item) for key, item in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), item) for index, item in enumerate(value)]
