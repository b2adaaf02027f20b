"""A link may lead to every page that a build makes, and to no other."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS
from starterspad.content.loader import load_catalog
from starterspad.content.site_paths import site_paths, taken_names
from starterspad.output.build import build

from tests.conftest import REPOSITORY, TINY

INSTANCES = REPOSITORY / "tests" / "fixtures" / "instances"


def built_paths(site: Path, language: str) -> set[str]:
    return {path.parent.relative_to(site / language).as_posix() for path in (site / language).rglob("index.html")}


def test_the_paths_of_ghent_are_those_of_its_pages(ghent: Catalog, ghent_site: Path) -> None:
    for language in ghent.site.languages:
        assert site_paths(ghent) == built_paths(ghent_site, language)


@pytest.mark.parametrize("root", [TINY, INSTANCES / "groningen", INSTANCES / "arabic"], ids=lambda root: str(root.name))
def test_the_paths_of_another_city_are_those_of_its_pages(root: Path, tmp_path: Path) -> None:
    build(root, tmp_path / "site", today=datetime.date(2026, 11, 20))
    catalog = load_catalog(root)
    for language in catalog.site.languages:
        assert site_paths(catalog) == built_paths(tmp_path / "site", language)


def test_every_first_part_of_a_path_is_a_taken_name_or_a_written_page(ghent: Catalog) -> None:
    first_parts = {path.partition("/")[0] for path in site_paths(ghent)} - {".", *ghent.pages}
    assert first_parts <= taken_names()
    assert {kind.page for kind in KINDS if kind.page} <= taken_names()
