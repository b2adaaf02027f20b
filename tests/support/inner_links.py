"""The links of a built site, each followed to what it names."""

from __future__ import annotations

import html
import re
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

# A tag as our templates and the sanitiser write it, every value between quotes: the parser of the standard library
# takes ten times as long. What a script holds is no tag.
_SCRIPT = re.compile(r"(<script\b[^>]*>).*?</script>", re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z][^\s<>/]*((?:\s+[^\s\"'<>/=]+(?:=(?:\"[^\"]*\"|'[^']*'))?)+)\s*/?>")
_VALUE = re.compile(r"(?<=\s)(href|src|data-model|data-index|id)=\"([^\"]+)\"")


class Links:
    """Collects what a page refers to, and the ids in it."""

    def __init__(self, page: str) -> None:
        tags = "".join(_TAG.findall(_SCRIPT.sub(r"\1", page)))
        values = [(name, html.unescape(value)) for name, value in _VALUE.findall(tags)]
        self.links = [value for name, value in values if name != "id"]
        self.ids = {value for name, value in values if name == "id"}


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
                # What a script reads, such as `#change=`, is no place on a page.
                assert fragment in page.ids or fragment == "check" or "=" in fragment, f"{path}: {link}"
            followed += 1
    return followed
