"""The page for a wrong address is shown at any depth."""

from __future__ import annotations

import datetime
from pathlib import Path

from starterspad.output.build import build


def test_the_page_for_a_wrong_address_works_at_any_depth(instance: Path, tmp_path: Path) -> None:
    build(instance, tmp_path / "site", today=datetime.date(2026, 1, 1))
    html = (tmp_path / "site/404.html").read_text("utf-8")
    assert 'href="/portal/en/"' in html
    assert 'href="/portal/assets/' in html
