"""Instances with a fault: the files that break the tiny instance, and the exact words of the answer, in one file."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.conftest import REPOSITORY, TINY


@dataclass(frozen=True)
class BrokenInstance:
    """`files` (path -> text) are laid over the tiny instance; `expected` is what must be said of the whole."""

    name: str
    expected: str
    files: dict[str, str]

    def write(self, root: Path) -> Path:
        """Write the whole instance to `root`, and return it."""
        shutil.copytree(TINY, root)
        for name, text in self.files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return root


def broken_instances(kind: str) -> list[BrokenInstance]:
    """Read the fixtures of a kind (`invalid` or `proof`), by name."""
    paths = sorted((REPOSITORY / "tests" / "fixtures" / kind).glob("*.yml"))
    return [BrokenInstance(path.stem, **yaml.safe_load(path.read_text("utf-8"))) for path in paths]
