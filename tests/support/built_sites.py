"""The built sites of the instances in the repository, each made once a run, whichever worker asks first."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock
from starterspad.output.build import build

REPOSITORY = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 22)

SiteOf = Callable[[str], Path]
"""Returns the built site of an instance, `ghent` or one of `tests/fixtures/instances/`: to be read, not changed."""


def root_of(name: str) -> Path:
    """Return where an instance stands: Ghent is the repository's own."""
    return REPOSITORY if name == "ghent" else REPOSITORY / "tests" / "fixtures" / "instances" / name


def built_once(folder: Path, name: str) -> Path:
    """Return the built site of an instance below `folder`, which the workers of a run share."""
    site = folder / name / "site"
    with FileLock(folder / f"{name}.lock"):
        if not site.is_dir():
            build(root_of(name), site, today=TODAY)
    return site
