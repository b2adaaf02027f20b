"""The licences of what others wrote in a site's scripts: they ask to be told wherever their code goes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

FOLDER = "licences"
_FETCHED = "node_modules/"
_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE")


def licences(web: Path, inputs: Iterable[str]) -> dict[str, bytes]:
    """Return path -> text of the licence of each package that some of `inputs` are of, named `licences/<package>.txt`.

    `inputs` are paths below `web` of what stands in the scripts. Raises `ValueError` for a package without a licence.
    """
    folders = {folder for path in inputs if (folder := _package_folder(path))}
    return {f"{FOLDER}/{_package(folder)}.txt": _text(web / folder) for folder in sorted(folders)}


def _package_folder(path: str) -> str:
    """Return the folder of the package that a file is of, or nothing when it is our own."""
    above, fetched, below = path.rpartition(_FETCHED)
    if not fetched:
        return ""
    parts = below.split("/")
    return above + fetched + "/".join(parts[: 2 if parts[0].startswith("@") else 1])


def _package(folder: str) -> str:
    return folder.rpartition(_FETCHED)[2]


def _text(folder: Path) -> bytes:
    paths = sorted(path for path in folder.iterdir() if path.name.upper().startswith(_NAMES) and path.is_file())
    if not paths:
        raise ValueError(f"{folder} holds no licence, and is part of the scripts")
    return "\n".join(path.read_text("utf-8") for path in paths).encode()
