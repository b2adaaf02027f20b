"""A link may lead to every page that a build makes, and to no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS
from starterspad.content.loader import load_catalog
from starterspad.content.site_paths import site_paths, taken_names

from tests.conftest import SiteOf
from tests.support.built_sites import root_of


def built_paths(site: Path, language: str) -> set[str]:
    return {path.parent.relative_to(site / language).as_posix() for path in (site / language).rglob("index.html")}


@pytest.mark.parametrize("name", ["town", "groningen", "arabic", "tiny"])
def test_the_paths_of_a_city_are_those_of_its_pages(name: str, site_of: SiteOf) -> None:
    catalog = load_catalog(root_of(name))
    for language in catalog.site.languages:
        assert site_paths(catalog) == built_paths(site_of(name), language)


def test_every_first_part_of_a_path_is_a_taken_name_or_a_written_page(town: Catalog) -> None:
    first_parts = {path.partition("/")[0] for path in site_paths(town)} - {".", *town.pages}
    assert first_parts <= taken_names()
    assert {kind.page for kind in KINDS if kind.page} <= taken_names()
