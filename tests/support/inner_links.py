"""The links of a built site, each followed to what it names."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit


class Links(HTMLParser):
    """Collects what a page refers to, and the ids in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "data-model", "data-index") and value:
                self.links.append(value)
            if name == "id" and value:
                self.ids.add(value)


def follow_links(site: Path, base: str) -> int:
    """Assert that every link inside a site leads to a file of it; return how many were followed."""
    followed = 0
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    for path in site.rglob("*.html"):
        here = base + path.relative_to(site).as_posix().removesuffix("index.html")
        page = Links(path.read_text("utf-8"))
        for link in page.links:
            target, fragment = urldefrag(urljoin(here, link))
            if not target.startswith(base):
                assert urlsplit(target).scheme in ("https", "http", "mailto", "tel", "geo"), link
                continue
            name = target.removeprefix(base)
            name = f"{name}index.html" if not name or name.endswith("/") else name
            assert name in files, f"{path}: {link}"
            if fragment and name == path.relative_to(site).as_posix():
                assert fragment in page.ids or fragment == "check", f"{path}: {link}"
            followed += 1
    return followed
