"""Writing: whole or not at all, the same every time, and nothing but what belongs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.problems import InvalidContent
from starterspad.output.build import build

from tests.conftest import TODAY, TOWN, Write
from tests.support.inner_links import follow_links
from tests.support.site_files import files_of


@pytest.mark.parametrize("place", ["here", "elsewhere"])
def test_two_builds_are_the_same_byte_for_byte_wherever_they_run(place: str, town_site: Path, tmp_path: Path) -> None:
    code = "import sys; from starterspad.cli.main import main; main(sys.argv[1:])"
    settings = {"here": ("UTC", "C.UTF-8", "0"), "elsewhere": ("Pacific/Kiritimati", "tr_TR.UTF-8", "4242")}[place]
    environment = os.environ | dict(zip(("TZ", "LC_ALL", "PYTHONHASHSEED"), settings, strict=True))
    environment["XDG_CACHE_HOME"] = str(tmp_path / "cache")
    arguments = ["build", "--root", str(TOWN), "--out", str(tmp_path / "site"), "--today", TODAY.isoformat()]
    subprocess.run([sys.executable, "-c", code, *arguments], env=environment, check=True, capture_output=True)
    assert files_of(tmp_path / "site") == files_of(town_site)


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


def test_every_link_inside_the_site_leads_somewhere(town: Catalog, town_site: Path) -> None:
    assert follow_links(town_site, town.site.base_url) > 3000


def test_no_page_names_a_script_style_or_picture_of_another_host(town_site: Path) -> None:
    for path in town_site.rglob("*.html"):
        for tag in re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*>", path.read_text("utf-8")):
            if 'rel="canonical"' in tag or 'rel="alternate"' in tag:
                continue
            assert "//" not in tag, f"{path}: {tag}"
            assert "<script>" not in tag
