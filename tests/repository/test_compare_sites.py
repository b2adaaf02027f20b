"""The comparison of two built sites, on which the proof of the wheel rests."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tools.compare_sites import MANIFEST

FILES = {
    "en/index.html": '<link href="../assets/0123456789/look.css"><p data-model="decision-model.aaaaaaaaaa.json">Hello',
    "assets/0123456789/look.css": "p { color: red }",
    "decision-model.aaaaaaaaaa.json": "{}",
    MANIFEST: json.dumps({"en/index.html": "x"}),
}


def site(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def before(tmp_path: Path) -> Path:
    return site(tmp_path / "before", FILES)


def compare(before: Path, after: Path) -> tuple[int, list[str]]:
    command = [sys.executable, "tools/compare_sites.py", str(before), str(after)]
    run = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    return run.returncode, (run.stdout or run.stderr).splitlines()


def test_equal_sites_differ_in_nothing(before: Path, tmp_path: Path) -> None:
    assert compare(before, site(tmp_path / "after", FILES)) == (0, ["0 differing files of 3"])


def test_a_changed_file_is_told_with_its_lines(before: Path, tmp_path: Path) -> None:
    after = site(tmp_path / "after", FILES | {"assets/0123456789/look.css": "p { color: blue }"})
    code, lines = compare(before, after)
    assert code == 1
    assert lines[0] == "differs: assets/----------/look.css"
    assert {"    -p { color: red }", "    +p { color: blue }"} <= set(lines)
    assert lines[-1] == "1 differing files of 3"


def test_a_missing_file_and_a_new_one_are_told(before: Path, tmp_path: Path) -> None:
    fewer = {name: text for name, text in FILES.items() if name != "en/index.html"}
    after = site(tmp_path / "after", fewer | {"fr/index.html": "Bonjour"})
    assert compare(before, after) == (
        1,
        ["only before: en/index.html", "only after: fr/index.html", "2 differing files of 4"],
    )


def test_hashes_in_names_and_texts_do_not_count_and_neither_does_the_manifest(before: Path, tmp_path: Path) -> None:
    renamed = {
        name.replace("0123456789", "fedcba9876").replace("a" * 10, "b" * 10): text.replace(
            "0123456789", "fedcba9876"
        ).replace("a" * 10, "b" * 10)
        for name, text in FILES.items()
    }
    assert set(renamed) != set(FILES)
    after = site(tmp_path / "after", renamed | {MANIFEST: json.dumps({"en/index.html": "y"})})
    assert compare(before, after) == (0, ["0 differing files of 3"])


def test_a_folder_that_is_no_site_is_refused(before: Path, tmp_path: Path) -> None:
    code, lines = compare(before, tmp_path)
    assert code == 2
    assert "is no built site" in lines[-1]
