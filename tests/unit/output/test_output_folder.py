"""A failed build leaves the last good site, and a rebuild writes only what changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starterspad.output.output_folder import MANIFEST, UnsafeOutput, write_files

from tests.support.site_files import files_of


def test_a_build_that_breaks_half_way_leaves_the_last_good_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_files(out, [("a.html", b"one"), ("b.html", b"two")])

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"changed"
        raise RuntimeError("a bug of ours")

    with pytest.raises(RuntimeError):
        write_files(out, broken())
    assert (out / "a.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_rebuild_writes_what_changed_and_removes_what_is_gone(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_files(out, [("x/a.html", b"one"), ("y/b.html", b"two"), ("c.html", b"three")])
    (out / "c.html").unlink()
    (out / "own.txt").write_text("the maintainer's")
    written = write_files(out, [("x/a.html", b"one"), ("c.html", b"three"), ("d.html", b"four")])
    assert (written.files, written.written, written.removed) == (3, 2, 1)
    assert set(files_of(out)) == {"x/a.html", "c.html", "d.html", "own.txt", MANIFEST}
    assert not (out / "y").exists()


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")
    with pytest.raises(UnsafeOutput, match="is not empty and was not made by portal build"):
        write_files(tmp_path, [("index.html", b"")])
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("name", ["../outside.html", "/etc/passwd", "a/../../b", "linked/x.html"])
def test_no_file_is_written_or_removed_outside(name: str, tmp_path: Path) -> None:
    out, outside = tmp_path / "site", tmp_path / "outside"
    write_files(out, [("index.html", b"x")])
    outside.mkdir()
    (outside / "x.html").write_text("keep")
    (out / "linked").symlink_to(outside)
    with pytest.raises(UnsafeOutput, match="leads out of"):
        write_files(out, [(name, b"x")])
    (out / MANIFEST).write_text(json.dumps({name: "0"}))
    with pytest.raises(UnsafeOutput, match="leads out of"):
        write_files(out, [])
    assert (outside / "x.html").read_text() == "keep"


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_manifest_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(UnsafeOutput, match="is damaged"):
        write_files(tmp_path, [("index.html", b"")])
