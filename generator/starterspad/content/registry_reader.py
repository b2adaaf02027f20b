"""Reads the registries: which ids were published, and what each fact said when it was registered last."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from starterspad.content.id_registry import BETWEEN, FOLDERS, OWNERS
from starterspad.content.kinds import REGISTERED_ADDRESS, REGISTRY
from starterspad.content.models.field_types import ID_PATTERN, RESERVED_IDS
from starterspad.content.old_registries import old_ids, old_values
from starterspad.content.place import Place
from starterspad.content.problems import InvalidContent, Location, Problem, did_you_mean, quoted
from starterspad.content.validation import validate
from starterspad.content.value_registry import VALUES, RegisteredValue
from starterspad.content.yaml import ParsedFiles, list_sources, read_yaml

_ID = re.compile(ID_PATTERN)
_LONGEST_ADDRESS = 400
_NOBODY = "portal register writes what belongs here: take this out"


def read_published(
    root: Path, languages: Sequence[str]
) -> tuple[Mapping[tuple[str, str], Location] | None, list[Problem]]:
    """Return where each published id stands, by (kind, id), and what is wrong there; None without a registry.

    Options are written question/option, services partner/service. Nothing is opened: a name says all.
    """
    published, problems = old_ids(root, languages)
    top = root / REGISTRY
    if not top.is_symlink() and not top.exists():
        return published, problems
    kinds = {folder.rpartition("/")[2]: kind for kind, folder in FOLDERS.items()}
    known = [*kinds, VALUES.rpartition("/")[2]]
    for entry in _entries(root, REGISTRY, problems):
        name = f"{REGISTRY}/{entry.name}"
        if entry.name in kinds:
            published = {**(published or {}), **_ids(root, kinds[entry.name], name, problems)}
        elif entry.name not in known and entry.name not in ("README.md", REGISTERED_ADDRESS.rpartition("/")[2]):
            message = f"{quoted(entry.name)} is no folder of the registry"
            problems.append(Problem(Location(name), message, did_you_mean(entry.name, known), "file"))
    return published, problems


def another_site(root: Path, base_url: str) -> Problem | None:
    """Return what is wrong where the registry at `root` is that of a site at another address than `base_url`."""
    path = root / REGISTERED_ADDRESS
    if path.is_symlink() or not path.is_file():
        return None
    with path.open("rb") as file:
        address = file.read(_LONGEST_ADDRESS).decode("utf-8", "replace").strip()
    if address == base_url:
        return None
    message = f"this registry is that of {quoted(address)}, and this site is {quoted(base_url)}"
    remedy = "begin one of your own: portal register --anew\nhas the same portal moved? then: portal register --moved"
    return Problem(Location(REGISTERED_ADDRESS), message, remedy, "registry")


def read_values(
    root: Path, languages: Sequence[str], parsed: ParsedFiles | None = None
) -> tuple[Mapping[str, RegisteredValue], list[Problem]]:
    """Return what each fact said when it was registered last, by its id, and what is wrong there."""
    values, problems = old_values(root, languages)
    paths, misplaced = list_sources(root / VALUES, root, (".yml",))
    problems += misplaced
    for path in paths:
        if not _is_id(path.stem):
            location = Location(path.relative_to(root).as_posix())
            problems.append(Problem(location, f"the file name {quoted(path.stem)} is not an id", _NOBODY, "id"))
            continue
        try:
            place = Place(read_yaml(path, root, parsed=parsed))
        except InvalidContent as invalid:
            problems += invalid.problems
            continue
        value, wrong = validate(RegisteredValue, place.tree, place, languages)
        problems += wrong
        if value:
            values[path.stem] = value
    return values, problems


def _ids(root: Path, kind: str, folder: str, problems: list[Problem]) -> dict[tuple[str, str], Location]:
    """Read the names in the folder of a kind: each is an id, or two of a record and its part."""
    pieces = 2 if kind in OWNERS else 1
    ids: dict[tuple[str, str], Location] = {}
    for entry in _entries(root, folder, problems):
        location = Location(f"{folder}/{entry.name}")
        parts = entry.name.split(BETWEEN)
        if not entry.is_file(follow_symlinks=False):
            problems.append(Problem(location, "only files belong here", _NOBODY, "file"))
        elif len(parts) != pieces or not all(map(_is_id, parts)):
            message = f"the file name {quoted(entry.name)} is not the id of a {kind}"
            problems.append(Problem(location, message, _NOBODY, "id"))
        elif entry.stat(follow_symlinks=False).st_size:
            problems.append(Problem(location, "this file is empty: its name says all", "empty it again", "file"))
        else:
            ids[kind, "/".join(parts)] = location
    return ids


def _entries(root: Path, folder: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """List a real folder in name order; what belongs to tools is passed over."""
    if (root / folder).is_symlink() or not (root / folder).is_dir():
        problems.append(Problem(Location(folder), "this is not a folder", "put a real folder in its place", "file"))
        return []
    with os.scandir(root / folder) as entries:
        own = [entry for entry in entries if not entry.name.startswith(".") and not entry.name.endswith("~")]
    return sorted(own, key=lambda entry: entry.name)


def _is_id(name: str) -> bool:
    return bool(_ID.fullmatch(name)) and name not in RESERVED_IDS
