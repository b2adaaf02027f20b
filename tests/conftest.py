"""What the tests share: the two instances that stand still, a built site, and the core of the browser's program."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.support.built_sites import REPOSITORY, TODAY, SiteOf, built_once, root_of
from tests.support.js_engine import Engine

__all__ = ["REPOSITORY", "TINY", "TODAY", "TOWN", "SiteOf", "Write"]
TINY = root_of("tiny")
TOWN = root_of("town")

Write = Callable[[str, str], Path]
"""Writes a text to a file of an instance; returns its path."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as `random` what stands in a module with random trials: `make nightly` runs these alone, with more."""
    for item in items:
        module = item.getparent(pytest.Module)
        if module and {"trials", "examples", "IN_FULL"} & vars(module.obj).keys():
            item.add_marker("random")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all workers of a run share."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session", autouse=True)
def own_cache(shared: Path) -> Iterator[None]:
    """Keep the tests' rendered layouts apart from the maintainer's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared / "cache"))
        yield


@pytest.fixture(scope="session")
def town() -> Catalog:
    """A part of what a real city says, as it was on one day."""
    return load_catalog(TOWN)


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
def site_of(shared: Path) -> SiteOf:
    return partial(built_once, shared)


@pytest.fixture(scope="session")
def town_site(site_of: SiteOf) -> Path:
    return site_of("town")


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.close()
