"""The map of the site for search engines."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.pages.page import Page


def sitemap(catalog: Catalog, pages: dict[str, list[Page]]) -> str:
    """Return the XML that names every page of every language (sitemaps.org, protocol 0.9)."""
    paths = [f"{language}/{page.path}" for language, items in pages.items() for page in items]
    paths += [f"{language}/{id}/" for language in pages for id in catalog.pages]
    urls = "".join(f"<url><loc>{catalog.site.base_url}{path}</loc></url>\n" for path in sorted(paths))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{urls}</urlset>\n'
    )
