"""The city that stands in the repository, whichever it is; `PORTAL_ROOT` names another one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.conftest import REPOSITORY


def root() -> Path:
    return Path(os.environ.get("PORTAL_ROOT", REPOSITORY))


@pytest.fixture(scope="session")
def city() -> Catalog:
    return load_catalog(root())
