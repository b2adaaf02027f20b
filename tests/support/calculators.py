"""The tiny instance with calculators that use the whole language."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import REPOSITORY, TINY

FIXTURES = REPOSITORY / "tests/fixtures/calculators"
NAMES = sorted(path.stem for path in FIXTURES.glob("*.yml"))


def write_calculators(root: Path) -> Path:
    """Write the instance to `root`, and return it."""
    shutil.copytree(TINY, root)
    shutil.copytree(FIXTURES, root / "content/calculators")
    shutil.move(root / "content/calculators/facts", root / "content/facts")
    return root
