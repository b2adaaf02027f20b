"""The map of the site."""

from __future__ import annotations

import re
from pathlib import Path


def test_the_sitemap_names_every_page(ghent_site: Path) -> None:
    named = set(re.findall("<loc>(.*?)</loc>", (ghent_site / "sitemap.xml").read_text("utf-8")))
    pages = {path.relative_to(ghent_site).parent.as_posix() for path in ghent_site.rglob("*/index.html")}
    assert named == {f"https://starterspad.example/{page}/" for page in pages}
