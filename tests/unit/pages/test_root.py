"""The root of the site offers every language."""

from __future__ import annotations

from pathlib import Path


def test_the_root_offers_every_language(town_site: Path) -> None:
    html = (town_site / "index.html").read_text("utf-8")
    for language in ("nl", "fr", "en"):
        assert f'href="{language}/"' in html
    assert "Content-Security-Policy" in html
