"""Which files of an instance, or of the package, somebody saves while the portal is served."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from queue import Empty, Queue

from watchfiles import watch

from starterspad.output.script_bundler import NODE_MODULES

PACKAGE = Path(str(files("starterspad")))
# Some systems let nobody interrupt a wait that has no end.
_SECONDS = 1.0


class SavedFiles:
    """Gathers in the background what is saved, so that it is known while something else is made of earlier files."""

    def __init__(self, root: Path, out: Path) -> None:
        self._batches: Queue[list[Path] | Exception] = Queue()
        threading.Thread(target=self._watch, args=(root, out), daemon=True).start()

    def any(self) -> bool:
        """Tell whether something was saved that nobody took yet."""
        return not self._batches.empty()

    def take(self) -> list[Path]:
        """Wait until something is saved, and return it, sorted; raises what went wrong while watching."""
        paths: set[Path] = set()
        while not paths or self.any():
            try:
                batch = self._batches.get(timeout=_SECONDS)
            except Empty:
                continue
            if isinstance(batch, Exception):
                raise batch
            paths.update(batch)
        return sorted(paths)

    def _watch(self, root: Path, out: Path) -> None:
        try:
            for paths in changes(root, out):
                self._batches.put(paths)
        except Exception as error:  # whoever takes the next batch raises it
            self._batches.put(error)


def changes(root: Path, out: Path, stop: threading.Event | None = None) -> Iterator[list[Path]]:
    """Yield the changed files of the instance and of the package, sorted, gathered over 100 milliseconds.

    `root` and `out` are absolute; what changes below `out`, and what npm fetches, is passed over. Ends when `stop` is
    set.
    """
    watched = [path for path in (root / "content", root / "partners", root / "site_config.yml") if path.exists()]
    watched += [PACKAGE / name for name in ("pages", "web", "locales")]
    fetched = PACKAGE / "web" / NODE_MODULES

    def ours(_: object, path: str) -> bool:
        return not any(Path(path).is_relative_to(folder) for folder in (out, fetched))

    for batch in watch(*watched, watch_filter=ours, debounce=100, step=20, stop_event=stop):
        yield sorted({Path(path) for _, path in batch})
