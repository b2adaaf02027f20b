"""Write a site so that a failed build leaves the last good one untouched, and a rebuild writes only what changed."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from starterspad.output.folder_lock import locked
from starterspad.output.processes import in_processes

MANIFEST = ".portal-manifest.json"
# Below the site itself: the folder above it need not be ours to write in, nor on the same disk.
STAGING = ".portal-new"


Unit = Callable[[], Iterable[tuple[str, bytes]]]
"""Makes some files of a site: path below the folder, and content."""
Share = tuple[dict[str, str], list[str]]
"""The hash of each file that was made, and the names of those that changed."""


class Audience:
    """Who looks at a site while it is made anew: nobody, unless a subclass says otherwise.

    `changed` holds the content of files by their names below the site.
    """

    def open_pages(self) -> Collection[str]:
        """Return the names of the pages that somebody has before the eyes."""
        return ()

    def is_outdated(self) -> bool:
        """Tell whether nobody waits for the rest any more."""
        return False

    def first(self, changed: Mapping[str, bytes]) -> None:
        """Hear what the first unit changed, before the others are made; returns once these are worth making."""

    def made(self, changed: Mapping[str, bytes]) -> None:
        """Hear what all units changed, before it is written."""


class Outdated(Exception):
    """Nobody waits for this site any more; nothing of it was written."""


class UnsafeOutput(Exception):
    """The output folder is not ours to write in; the text says why, and what to do."""


@dataclass(frozen=True)
class Written:
    """How many files a build holds, wrote and removed."""

    files: int
    written: int
    removed: int


def write_files(
    out: Path, units: Iterable[Unit], *, waits: Callable[[], None] = lambda: None, audience: Audience | None = None
) -> Written:
    """Put the files of all units in place once every one of them is made.

    What changed is first written apart; only when the last file is there does it move in, and files of an earlier
    build that this one does not make go. Units are made by several processes where the system can fork, each by the
    next that is free; for an `audience` this one makes all, in their order. A second build into the same folder waits
    for the first, and calls `waits`. Raises `UnsafeOutput` for a folder that holds something else, or a path that leads
    out of it, `OSError` where the disk gives no room or no leave, `Outdated` where the audience says so before
    all is written apart, and whatever a unit raises.
    """
    out = out.resolve()
    _refuse_foreign(out)
    with locked(out, waits):
        before = _read_manifest(out)
        staging = Staging(out, before)
        shutil.rmtree(staging.folder, ignore_errors=True)
        staging.folder.mkdir()
        try:
            if audience:
                staging.hold(units, audience)
            else:
                for share in in_processes(list(units), staging.share):
                    staging.take(share)
            removed = sorted(before.keys() - staging.after.keys())
            # What goes is looked at now too: from here on nothing may be refused.
            for name in removed:
                staging.check(name)
            # A build that is cut off from here on leaves files of two builds: the next one writes these again.
            between = before | staging.after | dict.fromkeys((*staging.changed, *removed), "")
            _write_manifest(staging.folder / "between", between)
            _write_manifest(staging.folder / "after", staging.after)
            (staging.folder / "between").replace(out / MANIFEST)
            for name in removed:
                _remove(out, name)
            _move_in(staging.files, out)
            (staging.folder / "after").replace(out / MANIFEST)
        finally:
            shutil.rmtree(staging.folder, ignore_errors=True)
    return Written(len(staging.after), len(staging.changed), len(removed))


class Staging:
    """What a build has written apart: the hash of every file, and the names of those that changed."""

    def __init__(self, out: Path, before: Mapping[str, str]) -> None:
        self.out, self.before = out, before
        self.folder = out / STAGING
        self.files = self.folder / "files"
        self.after: dict[str, str] = {}
        self.changed: list[str] = []
        self._safe = {""}
        self._made: set[Path] = set()

    def is_new(self, name: str, content: bytes) -> bool:
        """Count in a file of the site; tell whether it does not stand there already."""
        if name in self.after:
            raise UnsafeOutput(f"two pages want to be {name}")
        self.check(name)
        self.after[name] = hashlib.sha256(content).hexdigest()
        if self.before.get(name) == self.after[name] and _has_size(self.out / name, len(content)):
            return False
        self.changed.append(name)
        return True

    def write(self, name: str, content: bytes) -> None:
        """Write a file apart."""
        path = self.files / name
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        path.write_bytes(content)

    def hold(self, units: Iterable[Unit], audience: Audience) -> None:
        """Make the files of all units, say what changed, and write it only then."""
        held: dict[str, bytes] = {}
        for place, unit in enumerate(units):
            for name, content in unit():
                if self.is_new(name, content):
                    held[name] = content
                if place and audience.is_outdated():
                    raise Outdated
            if not place:
                audience.first(dict(held))
        audience.made(held)
        for name, content in held.items():
            if audience.is_outdated():
                raise Outdated
            self.write(name, content)

    def share(self, units: Iterable[Unit]) -> Share:
        """Write the files of some units, and return what there was of them."""
        mine = Staging(self.out, self.before)
        for unit in units:
            for name, content in unit():
                if mine.is_new(name, content):
                    mine.write(name, content)
        return mine.after, mine.changed

    def take(self, share: Share) -> None:
        """Count in what another wrote."""
        after, changed = share
        for name in after.keys() & self.after.keys():
            raise UnsafeOutput(f"two pages want to be {name}")
        self.after |= after
        self.changed += changed

    def check(self, name: str) -> None:
        """Refuse a name that leads out of the folder; what stands there already may be a link to elsewhere."""
        if not name or name.startswith("/") or ".." in name.split("/"):
            raise UnsafeOutput(f"{name} leads out of {self.out}")
        waiting = [name]
        while waiting[-1].rpartition("/")[0] not in self._safe:
            waiting.append(waiting[-1].rpartition("/")[0])
        for part in reversed(waiting):
            path = self.out / part
            if path.is_symlink() and not path.resolve().is_relative_to(self.out):
                raise UnsafeOutput(f"{name} leads out of {self.out}")
            if part is not name:
                self._safe.add(part)


def _has_size(path: Path, size: int) -> bool:
    try:
        status = path.stat()
    except OSError:
        return False
    return stat.S_ISREG(status.st_mode) and status.st_size == size


def _move_in(source: Path, target: Path) -> None:
    """Move what a folder holds into another, whole folders where the other has none of that name."""
    if not source.is_dir():
        return
    for path in source.iterdir():
        place = target / path.name
        if path.is_dir() and place.is_dir():
            _move_in(path, place)
        else:
            path.replace(place)


def _write_manifest(path: Path, hashes: dict[str, str]) -> None:
    with path.open("w", encoding="utf-8") as file:
        # Piece by piece: the whole text of a large site, in pieces, takes 60 MB.
        json.dump(hashes, file, indent=0, sort_keys=True)


def _remove(out: Path, name: str) -> None:
    path = out / name
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
    _refuse_foreign(out)
    return {}


def _refuse_foreign(out: Path) -> None:
    if (out / MANIFEST).is_file():
        return
    if out.exists() and (not out.is_dir() or any(child.name != STAGING for child in out.iterdir())):
        raise UnsafeOutput(f"{out} is not empty and was not made by portal build: choose an empty folder for --out")
