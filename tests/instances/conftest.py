"""The city in the repository, for the tests that know what it says: its words change, and these tests with them."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.conftest import REPOSITORY, SiteOf


@pytest.fixture(scope="session")
def ghent() -> Catalog:
    return load_catalog(REPOSITORY)


@pytest.fixture(scope="session")
def ghent_site(site_of: SiteOf) -> Path:
    return site_of("ghent")
