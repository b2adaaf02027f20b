"""The feed of what changed (Atom, RFC 4287), for who follows the work of the city."""

from __future__ import annotations

import datetime
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape, quoteattr

from starterspad.content.catalog import Catalog
from starterspad.pages.changes import Changed, changes_of
from starterspad.pages.localizer import Localizer


def render_feed(catalog: Catalog, language: str) -> str:
    """Render the changes in one language as an Atom feed; ids stay the same whatever is built again."""
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    base = f"{catalog.site.base_url}{language}/"
    name = localizer.plain(catalog.site.name)
    changes = changes_of(catalog)
    ids = _ids(catalog, language, changes)
    latest = max((change.on for change in changes), default=datetime.date(1970, 1, 1))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>',
            f"<title>{escape(name)}: {escape(localizer.messages.format('changes.title'))}</title>",
            f"<id>{escape(base)}changes/</id>",
            f"<link href={quoteattr(base + 'changes/')}/>",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(base + "changes.xml")}/>',
            f"<author><name>{escape(name)}</name></author>",
            f"<updated>{_moment(latest)}</updated>",
            *(_entry(catalog, localizer, base, change, id) for change, id in zip(changes, ids, strict=True)),
            "</feed>",
            "",
        ]
    )


def _ids(catalog: Catalog, language: str, changes: list[Changed]) -> list[str]:
    """Return a tag URI (RFC 4151) for each change: no other portal of the same host has it, and no other change."""
    site = urlsplit(catalog.site.base_url)
    host, folder = site.hostname or "", quote(site.path).strip("/")
    tags = [f"tag:{host},{change.on}:{folder}{'/' if folder else ''}{language}/{change.task}" for change in changes]
    before = [tags[:index].count(tag) for index, tag in enumerate(tags)]
    return [f"{tag}/{count + 1}" if count else tag for tag, count in zip(tags, before, strict=True)]


def _entry(catalog: Catalog, localizer: Localizer, base: str, change: Changed, id: str) -> str:
    page = f"{base}tasks/{change.task}/"
    return (
        f"<entry><title>{escape(localizer.plain(catalog.tasks[change.task].title))}</title>"
        f"<id>{escape(id)}</id>"
        f"<link href={quoteattr(page)}/><updated>{_moment(change.on)}</updated>"
        f"<summary>{escape(localizer.plain(change.note))}</summary></entry>"
    )


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
