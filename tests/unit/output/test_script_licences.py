"""The licences of what others wrote in the scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.output.script_licences import licences


def package(web: Path, name: str, **files: str) -> None:
    folder = web / "node_modules" / name
    folder.mkdir(parents=True)
    for file, text in files.items():
        (folder / file).write_text(text, "utf-8")


def test_each_package_of_which_a_file_is_sent_brings_its_licence(tmp_path: Path) -> None:
    package(tmp_path, "fractions", LICENSE="fractions: MIT\n")
    package(tmp_path, "@charts/lines", LICENCE="lines: ISC\n")
    package(tmp_path, "tool", LICENSE="tool: MIT\n")
    inputs = [
        "core/plan/plan.js",
        "late:elements/plan/plan.js",
        "node_modules/fractions/dist/a.js",
        "node_modules/fractions/dist/b.js",
        "node_modules/@charts/lines/index.js",
    ]
    assert licences(tmp_path, inputs) == {
        "licences/@charts/lines.txt": b"lines: ISC\n",
        "licences/fractions.txt": b"fractions: MIT\n",
    }


def test_a_package_inside_another_brings_its_own_licence(tmp_path: Path) -> None:
    package(tmp_path, "outer", LICENSE="outer\n")
    package(tmp_path / "node_modules/outer", "inner", LICENSE="inner\n")
    inputs = ["node_modules/outer/node_modules/inner/index.js"]
    assert licences(tmp_path, inputs) == {"licences/inner.txt": b"inner\n"}


def test_a_notice_stands_beside_the_licence(tmp_path: Path) -> None:
    package(tmp_path, "fractions", **{"license.md": "the licence\n", "NOTICE.txt": "who helped\n", "index.js": ""})
    assert (
        licences(tmp_path, ["node_modules/fractions/index.js"])["licences/fractions.txt"]
        == b"who helped\n\nthe licence\n"
    )


def test_a_package_without_a_licence_may_not_be_sent(tmp_path: Path) -> None:
    package(tmp_path, "fractions", **{"index.js": ""})
    with pytest.raises(ValueError, match="fractions holds no licence"):
        licences(tmp_path, ["node_modules/fractions/index.js"])


def test_what_is_all_our_own_brings_none(tmp_path: Path) -> None:
    assert licences(tmp_path, ["main.js", "core/plan/plan.js"]) == {}
