"""What is searched: which pages, and which words of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import GUIDE, KINDS, PARTNER, TASK
from starterspad.content.localised_text import localised
from starterspad.output.search_index import SUMMARY, Searchable
from starterspad.pages.layout.layouts import Layouts
from starterspad.pages.page import Page

# What a script copies, nobody reads there.
_TEMPLATE = re.compile("<template.*?</template>", re.DOTALL)
_ARTICLE = re.compile("<article[^>]*>(.*?)</article>", re.DOTALL)


def searchable_pages(catalog: Catalog, language: str, pages: list[Page], layouts: Layouts) -> Iterator[Searchable]:
    """Yield what can be found. Of a page that lists records only its name counts: the records speak for themselves."""
    default = catalog.site.default_language
    # The question that a step answers weighs like its summary.
    asked = {
        f"{TASK.page}/{id}/": f" {localised(task.asked, language, default)[0]}" * SUMMARY
        for id, task in catalog.tasks.items()
        if task.asked
    }
    sought = _sought(catalog, language)
    left = {f"{PARTNER.page}/{id}/" for id, partner in catalog.partners.items() if partner.left}
    for page in (page for page in pages if page.path not in left):
        read = _TEMPLATE.sub("", page.body)
        body = read + asked.get(page.path, "") if page.layout == "record" else ""
        yield page.path, page.title, page.description, body, sought.get(page.path, "")
    for id, languages in catalog.pages.items():
        written, _ = localised(languages, language, default)
        article = _ARTICLE.search(layouts.written[f"{language}/{id}/index.html"])
        yield f"{id}/", written.front.title, written.front.description, article[1] if article else "", ""
    for kind in sorted((kind for kind in KINDS if kind.search and not kind.page), key=lambda kind: kind.listing):
        for id, record in catalog.of(kind).items():
            title, text = (localised(getattr(record, field), language, default)[0] for field in kind.search or ())
            yield f"{kind.listing}/#{id}", title, text, "", ""


def _sought(catalog: Catalog, language: str) -> dict[str, str]:
    """Return, by path, the other words under which people look for a step or a guide."""
    sought: dict[str, list[str]] = {}
    for group in catalog.search_words.values():
        paths = [f"{TASK.page}/{id}/" for id in group.tasks] + [f"{GUIDE.page}/{id}/" for id in group.guides]
        for path in paths:
            sought.setdefault(path, []).extend(group.words.get(language, ()))
    return {path: " . ".join(dict.fromkeys(words)) for path, words in sought.items()}
