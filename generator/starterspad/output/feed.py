"""The feed of what changed (Atom, RFC 4287), for who follows the work of the city."""

from __future__ import annotations

import datetime
from urllib.parse import urlsplit
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
            *(_entry(catalog, localizer, base, change) for change in changes),
            "</feed>",
            "",
        ]
    )


def _entry(catalog: Catalog, localizer: Localizer, base: str, change: Changed) -> str:
    page = f"{base}tasks/{change.task}/"
    host = urlsplit(base).hostname or ""
    return (
        f"<entry><title>{escape(localizer.plain(catalog.tasks[change.task].title))}</title>"
        f"<id>tag:{escape(host)},{change.on}:{localizer.language}/{change.task}</id>"
        f"<link href={quoteattr(page)}/><updated>{_moment(change.on)}</updated>"
        f"<summary>{escape(localizer.plain(change.note))}</summary></entry>"
    )


def _moment(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
