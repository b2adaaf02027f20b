"""The map of the site."""

from __future__ import annotations

import re
from pathlib import Path

from starterspad.content.catalog import Catalog


def test_the_sitemap_names_every_page(town: Catalog, town_site: Path) -> None:
    named = set(re.findall("<loc>(.*?)</loc>", (town_site / "sitemap.xml").read_text("utf-8")))
    pages = {path.relative_to(town_site).parent.as_posix() for path in town_site.rglob("*/index.html")}
    assert named == {f"{town.site.base_url}{page}/" for page in pages}
