"""The lines of a file: a number for each piece of its tree, instead of a path for each, which takes as much room."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

Tree = str | list["Tree"] | dict[str, "Tree"]
Path = tuple[str | int, ...]


class Lines(Mapping[Path, int]):
    """The line of every key and list item of a tree, counted from 1, by its path.

    `numbers` come in the order in which a file names the pieces: the tree itself, then each piece before what is in it.
    """

    def __init__(self, tree: Tree, numbers: Iterable[int]) -> None:
        self._tree = tree
        self._numbers = array("I", numbers)

    def __getitem__(self, path: Path) -> int:
        return _by_path(self)[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(_by_path(self))

    def __len__(self) -> int:
        return len(self._numbers)

    __hash__ = object.__hash__

    def by_path(self) -> dict[Path, int]:
        """Return the lines with their paths."""
        return dict(zip(_paths(self._tree, ()), self._numbers, strict=True))


# Who asks for one line of a file often asks for its next.
@lru_cache(maxsize=8)
def _by_path(lines: Lines) -> dict[Path, int]:
    return lines.by_path()


def _paths(tree: Tree, path: Path) -> Iterator[Path]:
    yield path
    if isinstance(tree, dict):
        for key, item in tree.items():
            yield from _paths(item, (*path, key))
    elif isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from _paths(item, (*path, index))
