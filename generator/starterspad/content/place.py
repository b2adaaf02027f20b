"""Where a record stands in its file, and the lines of what is inside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.problems import Location
from starterspad.content.yaml import SourceFile, Tree


@dataclass(frozen=True)
class Place:
    """Where a record stands: its file, and the path inside it.

    `prefix` holds keys and indexes from 0, such as `(2,)` for the third record of a list; empty for the whole file.
    """

    source: SourceFile
    prefix: tuple[str | int, ...] = ()

    def location(self, *path: str | int) -> Location:
        """Return the line of something inside the record, or of the nearest known thing around it."""
        return self.source.location(*self.prefix, *path)

    @property
    def tree(self) -> Tree:
        """The record as its file has it."""
        tree: Tree = self.source.tree
        for part in self.prefix:
            tree = tree[part]  # type: ignore[index]  # the prefix was read from this tree
        return tree

    def pieces(self) -> Iterator[tuple[tuple[str | int, ...], Tree]]:
        """Yield the record and everything inside it, each with its path below the record."""
        waiting: list[tuple[tuple[str | int, ...], Tree]] = [((), self.tree)]
        while waiting:
            path, piece = waiting.pop()
            yield path, piece
            if isinstance(piece, dict):
                waiting += [((*path, key), item) for key, item in piece.items()]
            elif isinstance(piece, list):
                waiting += [((*path, index), item) for index, item in enumerate(piece)]
