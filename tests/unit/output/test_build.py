"""Writing: whole or not at all, the same every time, and nothing but what belongs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from starterspad.content.problems import InvalidContent
from starterspad.output.build import build

from tests.conftest import REPOSITORY, TODAY, Write
from tests.support.site_files import files_of


@pytest.mark.parametrize("place", ["here", "elsewhere"])
def test_two_builds_are_the_same_byte_for_byte_wherever_they_run(place: str, ghent_site: Path, tmp_path: Path) -> None:
    code = "import sys; from starterspad.cli.main import main; main(sys.argv[1:])"
    settings = {"here": ("UTC", "C.UTF-8", "0"), "elsewhere": ("Pacific/Kiritimati", "tr_TR.UTF-8", "4242")}[place]
    environment = os.environ | dict(zip(("TZ", "LC_ALL", "PYTHONHASHSEED"), settings, strict=True))
    environment["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    arguments = ["build", "--root", str(REPOSITORY), "--out", str(tmp_path / "site"), "--today", TODAY.isoformat()]
    subprocess.run([sys.executable, "-c", code, *arguments], env=environment, check=True, capture_output=True)
    assert files_of(tmp_path / "site") == files_of(ghent_site)


def test_the_date_comes_from_source_date_epoch_where_nobody_gives_one(instance: Path, tmp_path: Path) -> None:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1000000000", "XDG_CACHE_HOME": str(tmp_path / "cache")}
    arguments = ["build", "--root", str(instance), "--out", str(tmp_path / "site")]
    subprocess.run([sys.executable, "-m", "starterspad", *arguments], env=environment, check=True, capture_output=True)
    assert "September 9, 2001" in (tmp_path / "site/en/index.html").read_text("utf-8")


def test_a_failed_build_leaves_the_last_good_site(instance: Path, tmp_path: Path, write: Write) -> None:
    out = tmp_path / "site"
    build(instance, out, today=TODAY)
    before = files_of(out)
    write("partners/bad.yml", "name: [\n")
    with pytest.raises(InvalidContent):
        build(instance, out, today=TODAY)
    assert files_of(out) == before


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


def test_every_link_inside_the_site_leads_somewhere(ghent_site: Path) -> None:
    base = "https://starterspad.example/"
    checked = 0
    for path in ghent_site.rglob("*.html"):
        here = base + path.relative_to(ghent_site).as_posix().removesuffix("index.html")
        page = Links(path.read_text("utf-8"))
        for link in page.links:
            target, fragment = urldefrag(urljoin(here, link))
            if not target.startswith(base):
                assert urlsplit(target).scheme in ("https", "http", "mailto", "tel"), link
                continue
            file = ghent_site / urlsplit(target).path.lstrip("/")
            file = file / "index.html" if target.endswith("/") else file
            assert file.is_file(), f"{path}: {link}"
            if fragment and file == path:
                assert fragment in page.ids or fragment == "check", f"{path}: {link}"
            checked += 1
    assert checked > 3000


def test_no_page_names_a_script_style_or_picture_of_another_host(ghent_site: Path) -> None:
    for path in ghent_site.rglob("*.html"):
        for tag in re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*>", path.read_text("utf-8")):
            if 'rel="canonical"' in tag or 'rel="alternate"' in tag:
                continue
            assert "//" not in tag, f"{path}: {tag}"
            assert "<script>" not in tag
