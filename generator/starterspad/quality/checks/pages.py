"""Hand-written pages take free names, and what a text links to on this site exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import normpath

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import EVENT, KINDS, PARTNER, TASK
from starterspad.content.problems import Problem, did_you_mean, quoted
from starterspad.content.site_paths import site_paths, taken_names
from starterspad.content.texts import Text
from starterspad.quality.checks.text_judge import TextJudge
from starterspad.quality.gone import gone

# Where the texts of a record stand below the language: tasks/kbo/ is two deep, a hand-written page one.
_FOLDERS = {kind.name: kind.page for kind in KINDS if kind.page}
_LINK = re.compile(r"\]\(\s*([^)\s]*)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def check_pages(catalog: Catalog) -> Iterator[Problem]:
    """A hand-written page exists in the default language and takes no name that the portal needs."""
    default, taken = catalog.site.default_language, taken_names()
    for id, languages in catalog.languages_of_pages.items():
        location = catalog.location("page", f"{next(iter(languages))}/{id}")
        if id in taken:
            remedy = "choose another name"
            yield Problem(location, f"the page name {quoted(id)} is used by the portal", remedy, "page")
        if default not in languages:
            message = f"the page {quoted(id)} is missing in {quoted(default)}"
            yield Problem(location, message, f"write content/pages/{default}/{id}.md", "page")


def judge_inner_links(catalog: Catalog) -> TextJudge:
    """A link to a page of this site leads to one."""
    known = site_paths(catalog) | {f"tasks/{id}" for kind, id in gone(catalog) if kind == TASK.name}

    def judge(text: Text) -> Iterator[Problem]:
        # What partners write, of themselves and of events, is plain: brackets are brackets there, and no link.
        if text.kind in (PARTNER.name, EVENT.name) or "](" not in text.words:
            return
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

    return TextJudge(judge, known)


def check_ways_out(catalog: Catalog) -> Iterator[Problem]:
    """An option leads to a page that exists."""
    known = site_paths(catalog)
    for id, question in catalog.asked.items():
        for index, option in enumerate(question.options):
            if option.leads_to and option.leads_to.strip("/") not in known:
                message = f"{quoted(option.leads_to)} is no page of this site"
                location = catalog.location("question", id, "options", index, "leads_to")
                yield Problem(location, message, did_you_mean(option.leads_to.strip("/"), known - {"."}), "inner-link")
