"""What is kept between builds: with the user, not in the instance; where nothing can be kept, made anew each time."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_cache_path

_KEPT = 4
# A service has no home folder, or one that it may not write in: what begins so is a name that nobody filled in.
_NO_HOME = "~"
_DAY_SECONDS = 86_400


@contextmanager
def cache_folder(name: str) -> Iterator[Path]:
    """Yield the folder `name` of what is kept for this user; the last four things in it stay.

    Without a home folder, or with one that cannot be written, the folder is a new one that goes afterwards.
    """
    folder = _kept(name)
    if folder is None:
        with tempfile.TemporaryDirectory() as passing:
            yield Path(passing)
        return
    yield folder
    _forget_all_but_the_last(folder)


def _kept(name: str) -> Path | None:
    """Return a folder that was just written in, or None."""
    try:
        folder = user_cache_path("starterspad") / name
        if folder.parts[0] == _NO_HOME:
            return None
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
    except (OSError, RuntimeError):
        return None
    return folder


def _forget_all_but_the_last(folder: Path) -> None:
    """Remove what is oldest; what begins with a dot another build is making, or left there when it was killed."""
    ages: list[tuple[float, Path]] = []
    left: list[Path] = []
    for path in folder.iterdir():
        with suppress(OSError):  # another build may remove it at this moment
            changed = path.stat().st_mtime
            if not path.name.startswith("."):
                ages.append((changed, path))
            elif changed < time.time() - _DAY_SECONDS:
                left.append(path)
    for path in (*left, *(path for _, path in sorted(ages)[:-_KEPT])):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()
