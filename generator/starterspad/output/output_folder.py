"""Write a site so that a failed build leaves the last good one untouched, and a rebuild writes only what changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from starterspad.output.folder_lock import locked

MANIFEST = ".portal-manifest.json"
# Below the site itself: the folder above it need not be ours to write in, nor on the same disk.
STAGING = ".portal-new"


class UnsafeOutput(Exception):
    """The output folder is not ours to write in; the text says why, and what to do."""


@dataclass(frozen=True)
class Written:
    """How many files a build holds, wrote and removed."""

    files: int
    written: int
    removed: int


def write_files(out: Path, files: Iterable[tuple[str, bytes]], *, waits: Callable[[], None] = lambda: None) -> Written:
    """Put `files` (path below `out`, content) in place once all of them are made.

    What changed is first written apart; only when the last file is there do they move in, and files of an earlier
    build that this one does not make go. A second build into the same folder waits for the first, and calls `waits`.
    Raises `UnsafeOutput` for a folder that holds something else, or a path that leads out of it, and `OSError` where
    the disk gives no room or no leave.
    """
    out = out.resolve()
    _read_manifest(out)
    with locked(out, waits):
        before = _read_manifest(out)
        staging = out / STAGING
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
        try:
            after, changed = _stage(out, staging, before, files)
            removed = sorted(before.keys() - after.keys())
            # A build that is cut off from here on leaves files of two builds: the next one writes these again.
            between = before | after | dict.fromkeys((*changed, *removed), "")
            _write_manifest(staging / "between", between)
            _write_manifest(staging / "after", after)
            (staging / "between").replace(out / MANIFEST)
            for name in removed:
                _remove(out, name)
            for name in changed:
                target = _inside(out, name)
                target.parent.mkdir(parents=True, exist_ok=True)
                (staging / "files" / name).replace(target)
            (staging / "after").replace(out / MANIFEST)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return Written(len(after), len(changed), len(removed))


def _stage(
    out: Path, staging: Path, before: dict[str, str], files: Iterable[tuple[str, bytes]]
) -> tuple[dict[str, str], list[str]]:
    after: dict[str, str] = {}
    changed: list[str] = []
    for name, content in files:
        if name in after:
            raise UnsafeOutput(f"two pages want to be {name}")
        target = _inside(out, name)
        after[name] = hashlib.sha256(content).hexdigest()
        if before.get(name) == after[name] and target.is_file() and target.stat().st_size == len(content):
            continue
        path = _inside(staging / "files", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        changed.append(name)
    # What goes is looked at now too: from here on nothing may be refused.
    for name in before.keys() - after.keys():
        _inside(out, name)
    return after, changed


def _write_manifest(path: Path, hashes: dict[str, str]) -> None:
    path.write_text(json.dumps(hashes, indent=0, sort_keys=True), "utf-8")


def _inside(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.resolve().is_relative_to(folder):
        raise UnsafeOutput(f"{name} leads out of {folder}")
    return path


def _remove(out: Path, name: str) -> None:
    path = _inside(out, name)
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == out or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()


def _read_manifest(out: Path) -> dict[str, str]:
    path = out / MANIFEST
    if path.is_file():
        try:
            return {str(name): str(content) for name, content in json.loads(path.read_text("utf-8")).items()}
        except (ValueError, AttributeError):
            raise UnsafeOutput(f"{path} is damaged: empty the folder, then build again") from None
    if out.exists() and (not out.is_dir() or any(child.name != STAGING for child in out.iterdir())):
        raise UnsafeOutput(f"{out} is not empty and was not made by portal build: choose an empty folder for --out")
    return {}
