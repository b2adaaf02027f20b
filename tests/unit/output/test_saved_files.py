"""What is saved while a portal is served is noticed, and what nobody writes by hand is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from starterspad.output import saved_files
from starterspad.output.saved_files import SavedFiles, changes


def first_change(root: Path, *written: Path) -> list[Path]:
    """Watch an instance, write to files over and over, in their order, and return the first change that is noticed."""
    stop = threading.Event()
    seen: list[list[Path]] = []

    def watch() -> None:
        for paths in changes(root, root / "site", stop):
            seen.append(paths)
            stop.set()

    watching = threading.Thread(target=watch)
    watching.start()
    number = 0
    while watching.is_alive() and number < 200:  # the watcher takes a moment to begin; write until it sees one
        number += 1
        for path in written:
            path.write_text(f"# {number}\n")
        watching.join(timeout=0.1)
    stop.set()
    watching.join(timeout=10)
    return seen[0]


def test_a_changed_file_is_noticed_and_the_site_itself_is_not_watched(instance: Path) -> None:
    changed = instance / "partners" / "town-desk.yml"
    assert first_change(instance, changed) == [changed]


def test_a_changed_script_is_noticed_and_what_npm_fetches_is_not(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("pages", "locales", "web/core", "web/node_modules/other"):
        (tmp_path / "package" / folder).mkdir(parents=True)
    monkeypatch.setattr(saved_files, "PACKAGE", tmp_path / "package")
    web = tmp_path / "package" / "web"
    changed = web / "core" / "plan.js"
    assert first_change(instance, web / "node_modules/other/index.js", changed) == [changed]


class Batches:
    """Stands for the watcher: gives what it is told to, in another thread."""

    def __init__(self, *batches: list[Path] | Exception) -> None:
        self.batches = batches
        self.given = threading.Event()

    def __call__(self, root: Path, out: Path) -> Iterator[list[Path]]:
        for batch in self.batches:
            if isinstance(batch, Exception):
                raise batch
            yield batch
        self.given.set()


def test_what_was_saved_meanwhile_is_taken_together_and_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = tmp_path / "one.yml", tmp_path / "other.yml"
    watcher = Batches([other], [one, other])
    monkeypatch.setattr(saved_files, "changes", watcher)
    saved = SavedFiles(tmp_path, tmp_path / "site")
    watcher.given.wait()
    assert saved.any()
    assert saved.take() == [one, other]
    assert not saved.any()


def test_a_watcher_that_fails_tells_who_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved_files, "changes", Batches(OSError("too many files are watched")))
    with pytest.raises(OSError, match="too many files"):
        SavedFiles(tmp_path, tmp_path / "site").take()
