"""What the tests share: the two instances, their built sites, and the core of the browser's program."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.output.build import build

from tests.support.js_engine import Engine

REPOSITORY = Path(__file__).parent.parent
TINY = REPOSITORY / "tests" / "fixtures" / "instances" / "tiny"
TODAY = datetime.date(2026, 11, 22)

Write = Callable[[str, str], Path]
"""Writes a text to a file of an instance; returns its path."""


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests' rendered layouts apart from the maintainer's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def ghent() -> Catalog:
    return load_catalog(REPOSITORY)


@pytest.fixture(scope="session")
def tiny() -> Catalog:
    return load_catalog(TINY)


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """A copy of the tiny instance that a test may break."""
    root = tmp_path / "instance"
    shutil.copytree(TINY, root)
    return root


@pytest.fixture
def write(instance: Path) -> Write:
    """Write a file of the copied instance."""

    def write(name: str, text: str) -> Path:
        path = instance / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def ghent_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("ghent") / "site"
    build(REPOSITORY, out, today=TODAY)
    return out


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()
