"""What files were read as before, so that what they still say need not be read again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Protocol

import yaml

from starterspad.content.yaml.lines import Lines, Tree
from starterspad.content.yaml.parser import SourceFile


class ParsedFiles(Protocol):
    """Files by what they hold."""

    def known(self, name: str, data: bytes) -> SourceFile | None:
        """Return what a file that holds `data` was read as, where that is known."""

    def keep(self, name: str, data: bytes, source: SourceFile) -> None:
        """Remember what a file that holds `data` was read as; who was refused is not told of."""


class RememberedFiles:
    """Those of this process: a file that holds what it held is the same object."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[bytes, SourceFile]] = {}

    def known(self, name: str, data: bytes) -> SourceFile | None:
        """Return the source of a file that holds what it held when it was read last."""
        kept = self._files.get(name)
        return kept[1] if kept and kept[0] == data else None

    def keep(self, name: str, data: bytes, source: SourceFile) -> None:
        """Remember a file until it holds something else."""
        self._files[name] = (data, source)


class StoredFiles:
    """Those of earlier builds, on the disk: a tree out of JSON takes a tenth of the time that YAML does.

    What stands there was read by this very reader; for anything else it is read anew. A store that is damaged knows
    nothing more.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._asked: set[str] = set()
        self.damaged = False

    def known(self, name: str, data: bytes) -> SourceFile | None:
        """Return what a file with this content, whatever its name, was read as."""
        key = _key(name, data)
        self._asked.add(key)
        if not self.damaged:
            try:
                row = self._database.execute("select source from files where key = ?", (key,)).fetchone()
                return _source(name, row[0]) if row else None
            except (sqlite3.Error, ValueError):
                self.damaged = True
        return None

    def keep(self, name: str, data: bytes, source: SourceFile) -> None:
        """Remember a file for the next build."""
        if not self.damaged:
            written = json.dumps([source.tree, list(source.lines.values()), source.body, source.body_line])
            try:
                self._database.execute("insert or replace into files values (?, ?)", (_key(name, data), written))
            except sqlite3.Error:
                self.damaged = True

    def close(self) -> None:
        """Keep what was read, and let go of what nobody asked for since this store was opened."""
        with closing(self._database) as database:
            try:
                keys = [row for row in database.execute("select key from files") if row[0] not in self._asked]
                database.executemany("delete from files where key = ?", keys)
                database.execute("commit")
            except sqlite3.Error:
                self.damaged = True


@contextmanager
def stored_files(path: Path) -> Iterator[StoredFiles | None]:
    """Open the store at `path`; None where that cannot be, or another build writes in it."""
    stored = _opened(path)
    try:
        yield stored
    finally:
        if stored:
            stored.close()
            if stored.damaged:
                path.unlink(missing_ok=True)


def _opened(path: Path) -> StoredFiles | None:
    try:
        database = sqlite3.connect(path, timeout=0, isolation_level=None)
    except sqlite3.Error:
        return None
    stored = StoredFiles(database)
    try:
        database.execute("pragma synchronous = off")
        database.execute("begin immediate")
        database.execute("create table if not exists files (key text primary key, source text) without rowid")
    except sqlite3.OperationalError:
        database.close()
        return None
    except sqlite3.DatabaseError:
        stored.damaged = True
    return stored


def _source(name: str, written: str) -> SourceFile:
    tree, numbers, body, body_line = json.loads(written)
    tree = _with_shared_keys(tree)
    assert isinstance(tree, dict | list)
    return SourceFile(name, tree, Lines(tree, numbers), body, body_line)


@cache
def _reader() -> bytes:
    """Return a hash of what reads: another reader may refuse what this one takes."""
    digest = hashlib.sha256(f"{yaml.__version__} {yaml.__with_libyaml__}".encode())
    for path in sorted(Path(__file__).parents[1].rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.digest()


def _key(name: str, data: bytes) -> str:
    return hashlib.sha256(_reader() + name.rpartition(".")[2].encode() + b"\0" + data).hexdigest()


def _with_shared_keys(tree: Tree) -> Tree:
    """Return a tree whose keys are the same objects as those of other trees: there are few, and many of each."""
    if isinstance(tree, dict):
        return {sys.intern(key): _with_shared_keys(item) for key, item in tree.items()}
    return [_with_shared_keys(item) for item in tree] if isinstance(tree, list) else tree
