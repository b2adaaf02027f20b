"""Write a site so that a failed build leaves the last good one untouched, and a rebuild writes only what changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MANIFEST = ".portal-manifest.json"


class UnsafeOutput(Exception):
    """The output folder is not ours to write in; the text says why, and what to do."""


@dataclass(frozen=True)
class Written:
    """How many files a build holds, wrote and removed."""

    files: int
    written: int
    removed: int


def write_files(out: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Put `files` (path below `out`, content) in place once all of them are made.

    What changed is first written beside `out`; only when the last file is there do they move in, and
    files of an earlier build that this one does not make go. Raises `UnsafeOutput` for a folder that
    holds something else, or a path that leads out of it.
    """
    out = out.resolve()
    before = _read_manifest(out)
    staging = out.parent / f".{out.name}.new"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    try:
        after, changed = _stage(out, staging, before, files)
        out.mkdir(exist_ok=True)
        for name in changed:
            target = _inside(out, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            (staging / name).replace(target)
        removed = sorted(before.keys() - after.keys())
        for name in removed:
            _remove(out, name)
        (out / MANIFEST).write_text(json.dumps(after, indent=0, sort_keys=True), "utf-8")
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
        path = _inside(staging, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        changed.append(name)
    return after, changed


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
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UnsafeOutput(f"{out} is not empty and was not made by portal build: choose an empty folder for --out")
    return {}
