"""Who is in trouble in a real city: the number that she sees first, and the lines that listen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import SiteOf


def sight_of(site: Path, language: str, guide: str) -> str:
    """Return what stands in sight on the page, with the spaces of one width."""
    html = (site / language / "guides" / guide / "index.html").read_text("utf-8")
    seen = html.partition('<div class="calm">')[2].partition("<details")[0]
    return " ".join(seen.split())


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_in_ghent_the_welfare_office_comes_first_and_who_listens_after_it(language: str, ghent_site: Path) -> None:
    seen = sight_of(ghent_site, language, "hard-times")
    numbers = re.findall(r'href="tel:(\d+)"', seen)
    assert numbers == ["092669911", "106", "1813", "112"]
    assert seen.count('<ul class="people__say">') == 1
    assert seen.count("<h2>") == 5
    assert "partners/" not in seen


@pytest.mark.parametrize("language", ["nl", "en"])
def test_in_groningen_it_is_the_free_line(language: str, site_of: SiteOf) -> None:
    seen = sight_of(site_of("groningen"), language, "geldzorgen")
    assert re.findall(r'href="tel:(\d+)"', seen)[0] == "08008115"
    assert "Geldfit Zakelijk</h2>" in seen
    assert "partners/" not in seen
