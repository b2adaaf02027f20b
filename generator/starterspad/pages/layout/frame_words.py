"""What the frame around every page says in one language: its links, its notices, and the words of the theme."""

from __future__ import annotations

import datetime
import html
from collections.abc import Mapping
from typing import TypedDict

from markupsafe import escape

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS
from starterspad.content.localised_text import localised
from starterspad.pages.localizer import marked

# The links of the footer, by the heading that they stand under: a page, and the sentence that names it.
_PLAN = {"plan": "plan.title", "tasks": "tasks.title"}
_PEOPLE = {"partners": "partners.title", "talk": "site.talk_short", "ask": "ask.title"}
_ORGANISATIONS = {"join": "site.join", "coach": "coach.title", "gaps": "site.gaps"}
# A footer is read beside many others: where a page's own title is no name for it there, it has another.
_NAMES = {"mirror": "site.mirror", "worksheets": "site.worksheets", "outcomes": "site.outcomes"}
_NAMES |= {"routes": "site.routes", "programmes": "site.programmes", "news": "city_news.title"}
# How many links a heading has: the rest is one tap away, so that the footer of a phone stays a short one.
_FIRST = 3


class FrameNotice(TypedDict):
    """A notice of every page: its last day as a date, and in words."""

    text: str
    until: str
    end: str


class FramePage(TypedDict):
    """A page that the footer names."""

    path: str
    title: str


class FrameGroup(TypedDict):
    """Pages of the footer under their heading."""

    title: str
    pages: list[FramePage]


class FrameWords(TypedDict):
    """What the theme's templates say in one language; MkDocs hands it to them as `config.extra.sites`.

    `groups` are the pages of the footer that stand in sight, `more` those that are folded; `words` the sentences of
    the frame and the titles of the pages that its menu leads to, by key.
    """

    language: str
    built: str
    direction: str
    own_name: str
    name: str
    notice: str
    notices: list[FrameNotice]
    words: dict[str, str]
    groups: list[FrameGroup]
    more: list[FramePage]


def frame_words(catalog: Catalog, language: str, today: datetime.date) -> FrameWords:
    """Return what the frame says in one language, escaped: the theme's templates do not escape."""
    site, messages = catalog.site, catalog.messages[language]
    default = site.default_language
    needed = [key for key in messages.sentences if key.startswith("site.") and key not in ("site.built", "site.until")]
    needed += [f"{page}.title" for page in ("plan", "phases", "partners", "ask")]
    groups, more = _footer(catalog, language)
    return {
        "language": language,
        "built": html.escape(messages.format("site.built", date=messages.date(today))),
        "direction": messages.direction,
        "own_name": html.escape(messages.language_name(language).capitalize()),
        "name": html.escape(localised(site.name, language, default)[0]),
        "notice": html.escape(localised(site.notice, language, default)[0]) if site.notice else "",
        "notices": [
            {
                "text": html.escape(localised(notice.text, language, default)[0]),
                "until": notice.until.isoformat(),
                "end": html.escape(messages.format("site.until", date=messages.date(notice.until))),
            }
            for notice in catalog.notices_on(today)
        ],
        "words": {key: html.escape(messages.format(key)) for key in needed},
        "groups": groups,
        "more": more,
    }


def _footer(catalog: Catalog, language: str) -> tuple[list[FrameGroup], list[FramePage]]:
    """Return the pages of the footer: those in sight, in four groups, and all others that it names."""
    site, messages = catalog.site, catalog.messages[language]

    def named(keys: Mapping[str, str]) -> list[FramePage]:
        return [{"path": f"{page}/", "title": html.escape(messages.format(key))} for page, key in keys.items()]

    footer = sorted(
        (page.front.footer, id, marked(escape(page.front.title), "span", written_in, language))
        for id, pages in catalog.pages.items()
        for page, written_in in [localised(pages, language, site.default_language)]
        if page.front.footer is not None
    )
    written: list[FramePage] = [{"path": f"{id}/", "title": title} for _, id, title in footer]
    # What worries people most has no place among what is said about the site.
    worry = [page for page in written if page["path"] == f"{site.worry_page}/"]
    about = [page for page in written if page not in worry]
    path = named({"phases": "phases.title"})
    lists = [kind.listing for kind in KINDS if kind.listing and not kind.always and catalog.of(kind)]
    others = {
        "calendar": "calendar.title",
        "meeting": "meeting.title",
        "guides": "site.guides",
        "search": "search.title",
    }
    others |= {page: _NAMES.get(page, f"{page}.title") for page in lists} | {"changes": "changes.title"}
    groups = {
        "site.foot_plan": [*named(_PLAN), *(worry or path)],
        "site.foot_people": named(_PEOPLE),
        "site.foot_organisations": named(_ORGANISATIONS),
        "site.foot_about": about[:_FIRST],
    }
    shown: list[FrameGroup] = [
        {"title": html.escape(messages.format(key)), "pages": pages} for key, pages in groups.items() if pages
    ]
    return shown, [*(path if worry else []), *named(others), *about[_FIRST:]]
