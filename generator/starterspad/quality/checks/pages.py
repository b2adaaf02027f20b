"""Hand-written pages take free names, and what a text links to on this site exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import normpath

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Problem, did_you_mean, quoted
from starterspad.content.texts import texts

GENERATED_PAGES = frozenset(
    (
        "questions", "plan", "phases", "tasks", "guides", "ask", "paper", "partners", "coach", "changes", "join",
        "embed", "gaps", "glossary", "programmes", "routes", "mirror", "decide", "outcomes", "worksheets", "risks",
    )
)  # fmt: skip
# Where the texts of a record stand below the language: tasks/kbo/ is two deep, a hand-written page one.
_FOLDERS = {
    "task": "tasks",
    "guide": "guides",
    "partner": "partners",
    "phase": "phases",
    "programme": "programmes",
    "worksheet": "worksheets",
}
_LINK = re.compile(r"\]\(\s*([^)\s]*)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def check_pages(catalog: Catalog) -> Iterator[Problem]:
    """A hand-written page exists in the default language and takes no name that the portal needs."""
    default = catalog.site.default_language
    for id, languages in catalog.pages.items():
        location = catalog.location("page", f"{next(iter(languages))}/{id}")
        if id in GENERATED_PAGES:
            remedy = "choose another name"
            yield Problem(location, f"the page name {quoted(id)} is used by the portal", remedy, "page")
        if default not in languages:
            message = f"the page {quoted(id)} is missing in {quoted(default)}"
            yield Problem(location, message, f"write content/pages/{default}/{id}.md", "page")


def check_inner_links(catalog: Catalog) -> Iterator[Problem]:
    """A link to a page of this site leads to one."""
    known = _existing_paths(catalog)
    # What partners write is plain: brackets are brackets there, and no link.
    for text in (text for text in texts(catalog) if text.kind != "partner"):
        folder = _FOLDERS.get(text.kind)
        here = f"{folder}/{text.id}" if folder else text.id.partition("/")[2] if text.kind == "page" else ""
        for match in _LINK.finditer(text.words):
            target = match[1].partition("#")[0].partition("?")[0]
            if not target or _SCHEME.match(target):
                continue
            path = normpath(f"{here}/{target}").strip("/")
            if path not in known:
                location = text.line_of(match.start())
                remedy = did_you_mean(path, known - {"."}) if not target.startswith("/") else "begin it with ../"
                yield Problem(location, f"the link {quoted(match[1])} leads to no page", remedy, "inner-link")


def _existing_paths(catalog: Catalog) -> frozenset[str]:
    """Return the path of every page below a language, without the last slash; the first page is a dot."""
    records = {
        f"{_FOLDERS[kind]}/{id}"
        for kind, ids in (
            ("task", catalog.tasks),
            ("guide", catalog.guides),
            ("partner", catalog.partners),
            ("phase", catalog.phases),
            ("programme", catalog.programmes),
            ("worksheet", catalog.worksheets),
        )
        for id in ids
    }
    return frozenset({".", "search", *GENERATED_PAGES, *catalog.pages, *records})
