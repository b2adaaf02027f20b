"""Searches an index as the browser does, and counts what it would load."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from starterspad.output.search_entry import Searchable, search_entry
from starterspad.output.search_index import search_index

from tests.support.js_engine import Engine
from tests.unit.output.test_scripts import in_brotli

_NUMBERS = count()
_KEEP = "void ((globalThis.indexes ??= {})[name] = files)"
_SEARCH = """(async () => {
  const files = indexes[name];
  const asked = new Set(["search-index.json"]);
  const load = async (name) => files[asked.add(name) && `search-index/${name}`];
  const found = await search(files["search-index.json"], load, query, wanted);
  return { ...found, asked: [...asked] };
})()"""


class Search:
    """The index of one language: its files by path, as bytes, and what a query finds in them."""

    def __init__(self, engine: Engine, files: dict[str, bytes]) -> None:
        self.engine = engine
        self.contents = files
        self.files = {path: json.loads(content) for path, content in files.items()}
        # Sent once: an index is larger than all that is asked of it.
        self.name = f"search {next(_NUMBERS)}"
        engine.call(_KEEP, name=self.name, files=self.files)

    def ask(self, query: str, **wanted: Any) -> dict[str, Any]:
        """Return what the search gives, and the names of the files that were asked for."""
        answer: dict[str, Any] = self.engine.call(_SEARCH, name=self.name, query=query, wanted=wanted)
        return answer

    def paths(self, query: str, **wanted: Any) -> list[str]:
        """Return the paths of the pages that a query finds, the best first."""
        return [page["path"] for page in self.ask(query, **wanted)["pages"]]

    def weight(self, query: str) -> int:
        """Return how many bytes a first search loads from a host that compresses."""
        asked = self.ask(query, shown=20)["asked"]
        contents = {name: self.contents.get(name) or self.contents[f"search-index/{name}"] for name in asked}
        return sum(in_brotli(contents).values())

    def pages(self) -> list[str]:
        """Return the paths of all pages, in their order."""
        index = self.files["search-index.json"]
        return [page[0] for name in index["files"] for page in self.files[f"search-index/{name}"]]

    def stems(self) -> dict[str, list[int]]:
        """Return every stem with its pages, as the files have them."""
        return {stem: found for path in self.files if "/words." in path for stem, found in self._words(path).items()}

    def _words(self, path: str) -> dict[str, list[int]]:
        found: dict[str, list[int]] = self.files[path]["stems"]
        return found


@cache
def search_of(engine: Engine, folder: Path) -> Search:
    """Return the search of a language of a built site, which does not change."""
    paths = (folder / "search-index.json", *sorted((folder / "search-index").glob("*.json")))
    return Search(engine, {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths})


def search_in(engine: Engine, pages: Iterable[Searchable], language: str) -> Search:
    """Return the search of some pages."""
    return Search(engine, dict(search_index(search_entry(page, language) for page in pages)))
