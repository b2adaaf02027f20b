"""What is not there yet: translations, and facts that nobody knows."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Location, Problem
from starterspad.quality.checks.facts import uses
from starterspad.quality.checks.texts import localised_texts
from starterspad.quality.freshness import freshness


@dataclass(frozen=True)
class Aged:
    """Something that was checked a while ago, and in how many places readers meet it."""

    kind: str
    id: str
    checked: datetime.date
    uses: int


def check_translations(catalog: Catalog) -> Iterator[Problem]:
    """Warn where a text is not there in every language of the instance."""
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


def unknown_facts(catalog: Catalog) -> dict[str, int]:
    """Count, for each optional field of a service, how many services leave it out."""
    counts = dict.fromkeys(("for_whom", "format", "languages", "cost", "booking", "bring"), 0)
    for _, _, service in catalog.services():
        for name in counts:
            counts[name] += getattr(service, name) is None
    return counts


def to_check_again(catalog: Catalog, today: datetime.date) -> list[Aged]:
    """List what is no longer fresh: the oldest first, and of equally old what is used most."""
    used = uses(catalog)
    offers = Counter(task for _, _, service in catalog.services() for task in service.helps_with)
    found = [Aged("fact", id, fact.checked, used[id]) for id, fact in catalog.facts.items()]
    found += [Aged("task", id, task.checked, offers[id]) for id, task in catalog.tasks.items()]
    found += [
        Aged("partner", id, partner.last_checked, len(partner.services))
        for id, partner in catalog.partners.items()
        if not partner.left
    ]
    return sorted(
        (item for item in found if freshness(item.checked, today) != "fresh"),
        key=lambda item: (item.checked, -item.uses, item.kind, item.id),
    )
