"""What git holds: our own words and code, and nothing that was made or that others wrote."""

from __future__ import annotations

import json
import subprocess

from tests.conftest import REPOSITORY

MAX_BYTES, MAX_BYTES_OF_ALL = 300_000, 8_000_000
# Folders in which package managers and bundlers put what others wrote.
FOREIGN = {"node_modules", "vendor", "third_party", "site-packages", "bower_components", "dist"}


def _git(*arguments: str) -> list[str]:
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", *arguments]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True)
    return [name for name in run.stdout.split("\0") if name]


def test_nothing_that_is_ignored_is_tracked() -> None:
    assert _git("--cached", "--ignored", "--exclude-standard") == []


def test_no_tracked_folder_holds_what_others_wrote() -> None:
    assert [name for name in _git() if FOREIGN.intersection(name.split("/")[:-1])] == []


def test_every_tracked_package_is_our_own() -> None:
    manifests = [name for name in _git() if name.split("/")[-1] == "package.json"]
    for name in manifests:
        manifest = json.loads((REPOSITORY / name).read_text("utf-8"))
        assert manifest["name"].startswith("starterspad"), name
        assert manifest["private"], name


def test_no_tracked_file_is_large() -> None:
    sizes = {name: (REPOSITORY / name).stat().st_size for name in _git() if (REPOSITORY / name).is_file()}
    assert {name: size for name, size in sizes.items() if size > MAX_BYTES} == {}
    assert sum(sizes.values()) < MAX_BYTES_OF_ALL


def test_no_tracked_text_holds_what_a_merge_left_open() -> None:
    marks = {mark * 7 + " " for mark in "<>"}
    for name in _git():
        path = REPOSITORY / name
        if path.is_file():
            lines = path.read_bytes().decode("utf-8", "replace").splitlines()
            assert not [line for line in lines if line[:8] in marks], name
