"""The feeds of what changed and of news (Atom, RFC 4287), for who follows the work of the city."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from starterspad.content.catalog import Catalog
from starterspad.pages.changes import Changed, changes_of
from starterspad.pages.localizer import Localizer
from starterspad.pages.news_rows import news_on


@dataclass(frozen=True)
class Entry:
    """What a feed tells: its words as plain text, its own address, and an id that stays the same."""

    title: str
    id: str
    page: str
    on: datetime.date
    summary: str


def render_feed(catalog: Catalog, language: str) -> str:
    """Render the changes in one language as an Atom feed; ids stay the same whatever is built again."""
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    changes = changes_of(catalog)
    entries = [
        Entry(
            localizer.plain(catalog.tasks[change.task].title),
            id,
            f"{catalog.site.base_url}{language}/tasks/{change.task}/",
            change.on,
            localizer.plain(change.note),
        )
        for change, id in zip(changes, _ids(catalog, language, changes), strict=True)
    ]
    return _feed(catalog, localizer, "changes", localizer.messages.format("changes.title"), entries)


def render_news(catalog: Catalog, language: str, today: datetime.date) -> str:
    """Render what is news on a day in one language as an Atom feed, the newest first."""
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    entries = [
        Entry(
            localizer.plain(item.title),
            f"{_tag(catalog, item.on)}{language}/news/{id}",
            f"{catalog.site.base_url}{language}/news/{id}/",
            item.on,
            localizer.plain(item.summary),
        )
        for id, item in news_on(catalog, today)
    ]
    return _feed(catalog, localizer, "news", localizer.messages.format("city_news.title"), entries)


def _feed(catalog: Catalog, localizer: Localizer, name: str, title: str, entries: list[Entry]) -> str:
    """Render entries as the feed that stands beside the page with its name."""
    language = localizer.language
    base = f"{catalog.site.base_url}{language}/"
    author = localizer.plain(catalog.site.name)
    latest = max((entry.on for entry in entries), default=datetime.date(1970, 1, 1))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>',
            f"<title>{escape(author)}: {escape(title)}</title>",
            f"<id>{escape(base)}{name}/</id>",
            f"<link href={quoteattr(f'{base}{name}/')}/>",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(f"{base}{name}.xml")}/>',
            f"<author><name>{escape(author)}</name></author>",
            f"<updated>{_moment(latest)}</updated>",
            *map(_entry, entries),
            "</feed>",
            "",
        ]
    )


def _ids(catalog: Catalog, language: str, changes: list[Changed]) -> list[str]:
    """Return a tag URI (RFC 4151) for each change: no other portal of the same host has it, and no other change."""
    tags = [f"{_tag(catalog, change.on)}{language}/{change.task}" for change in changes]
    before = [tags[:index].count(tag) for index, tag in enumerate(tags)]
    return [f"{tag}/{count + 1}" if count else tag for tag, count in zip(tags, before, strict=True)]


def _tag(catalog: Catalog, on: datetime.date) -> str:
    """Return how the tag URIs of this portal begin."""
    site = urlsplit(catalog.site.base_url)
    host, folder = site.hostname or "", quote(site.path).strip("/")
    return f"tag:{host},{on}:{folder}{'/' if folder else ''}"


def _entry(entry: Entry) -> str:
    return (
        f"<entry><title>{escape(entry.title)}</title>"
        f"<id>{escape(entry.id)}</id>"
        f"<link href={quoteattr(entry.page)}/><updated>{_moment(entry.on)}</updated>"
        f"<summary>{escape(entry.summary)}</summary></entry>"
    )


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
