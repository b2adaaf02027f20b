"""What is searched: which pages, and which words of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import FACT, GUIDE, KINDS, PARTNER, PHASE, TASK
from starterspad.content.localised_text import localised
from starterspad.content.models.field_types import Record
from starterspad.content.site_paths import DECISIONS, PARTNER_LISTS
from starterspad.output.record_words import own_words, without_addresses
from starterspad.output.search_entry import SUMMARY, Searchable
from starterspad.pages.page import Page

Words = Callable[[str, Sequence[Record], Callable[[], str]], str]
"""Returns the words of the records of a page: what is made by the last, unless they are known."""


def searchable_pages(
    catalog: Catalog, language: str, pages: Iterable[Page], known: Words = lambda _path, _records, make: make()
) -> Iterator[Searchable]:
    """Yield what can be found. Of a page that lists records only its name counts: the records speak for themselves.

    Of a page only the path, the title and the description are read; its words are those of its record.
    """
    default = catalog.site.default_language
    words = partial(own_words, languages=catalog.site.languages, language=language, default=default)
    records = _records(catalog)
    sought = _sought(catalog, language)
    names = {f"{PARTNER.page}/{id}/": partner.name for id, partner in catalog.partners.items()}
    left = {f"{PARTNER.page}/{id}/" for id, partner in catalog.partners.items() if partner.left}
    for page in (page for page in pages if page.path not in left and not page.path.startswith(PARTNER_LISTS)):
        about = records.get(page.path, [])
        own = known(page.path, about, partial(_joined, words, about))
        task = catalog.tasks.get(page.path.removeprefix(f"{TASK.page}/").rstrip("/"))
        if task and task.asked:
            # The question that a step answers weighs like its summary.
            own += f"\n{localised(task.asked, language, default)[0]}" * SUMMARY
        leads = page.path.startswith((f"{TASK.page}/", f"{GUIDE.page}/"))
        yield Searchable(
            page.path,
            page.title,
            page.description,
            own,
            sought.get(page.path, ""),
            names.get(page.path, ""),
            leads=leads,
        )
    for id, languages in catalog.pages.items():
        written, _ = localised(languages, language, default)
        front = written.front
        yield Searchable(f"{id}/", front.title, front.description, without_addresses(written.body))
    for kind in sorted((kind for kind in KINDS if kind.search and not kind.page), key=lambda kind: kind.listing):
        for id, record in catalog.of(kind).items():
            title, text = (localised(getattr(record, field), language, default)[0] for field in kind.search or ())
            yield Searchable(f"{kind.listing}/#{id}", title, text, "")


def _joined(words: Callable[[Record], str], records: Iterable[Record]) -> str:
    return "\n".join(map(words, records))


def _records(catalog: Catalog) -> dict[str, list[Record]]:
    """Return, by path, the records that a page is about: its own, and the facts that belong to it."""
    records: dict[str, list[Record]] = {}
    facts = catalog.of(FACT)
    for kind in KINDS:
        if not kind.page:
            continue
        for id, record in catalog.of(kind).items():
            known = [facts[fact] for fact in catalog.facts_of(kind.name, id) if fact in facts]
            records[f"{kind.page}/{id}/"] = [record, *known]
    return records | {f"{DECISIONS}/{id}/": [gate] for id, phase in catalog.of(PHASE).items() if (gate := phase.gate)}


def _sought(catalog: Catalog, language: str) -> dict[str, str]:
    """Return, by path, the other words under which people look for a step, a guide or an organisation."""
    sought: dict[str, list[str]] = {}
    for group in catalog.search_words.values():
        for kind, ids in ((TASK, group.tasks), (GUIDE, group.guides), (PARTNER, group.partners)):
            for id in ids:
                sought.setdefault(f"{kind.page}/{id}/", []).extend(group.words.get(language, ()))
    return {path: " . ".join(dict.fromkeys(words)) for path, words in sought.items()}
