"""What the frame around every page says in one language: its links, its notices, and the words of the theme."""

from __future__ import annotations

import datetime
import html
from typing import TypedDict

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS
from starterspad.content.localised_text import localised

# Pages that an instance has when it has the records that stand on them: their kinds.
_LISTED = tuple(kind for kind in KINDS if kind.listing and not kind.always)


class FrameNotice(TypedDict):
    """A notice of every page: its last day as a date, and in words."""

    text: str
    until: str
    end: str


class FramePage(TypedDict):
    """A hand-written page that the footer names."""

    path: str
    title: str


class FrameWords(TypedDict):
    """What the theme's templates say in one language; MkDocs hands it to them as `config.extra.sites`.

    `optional` are the lists that the instance has; `words` the sentences of the frame and the titles of the pages
    that it leads to, by key.
    """

    language: str
    built: str
    direction: str
    optional: list[str]
    own_name: str
    name: str
    notice: str
    notices: list[FrameNotice]
    words: dict[str, str]
    pages: list[FramePage]


def frame_words(catalog: Catalog, language: str, today: datetime.date) -> FrameWords:
    """Return what the frame says in one language, escaped: the theme's templates do not escape."""
    site, messages = catalog.site, catalog.messages[language]
    default = site.default_language
    needed = [key for key in messages.sentences if key.startswith("site.") and key not in ("site.built", "site.until")]
    lists = (kind.listing for kind in _LISTED)
    titled = ("plan", "phases", "tasks", "ask", "partners", "search", "coach", *lists, "changes", "join")
    needed += [f"{page}.title" for page in titled]
    needed.append("guides.short")
    footer = [
        (page.front.footer, id, page.front.title)
        for id, pages in catalog.pages.items()
        for page, _ in [localised(pages, language, default)]
        if page.front.footer is not None
    ]
    return {
        "language": language,
        "built": html.escape(messages.format("site.built", date=messages.date(today))),
        "direction": messages.direction,
        "optional": [kind.listing for kind in _LISTED if catalog.of(kind)],
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
        "pages": [{"path": f"{id}/", "title": html.escape(title)} for _, id, title in sorted(footer)],
    }
