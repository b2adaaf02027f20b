"""A failed build leaves the last good site, and a rebuild writes only what changed."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import pytest
from starterspad.output.output_folder import MANIFEST, STAGING, Audience, Outdated, UnsafeOutput, Written, write_files

from tests.support.site_files import files_of


def write_once(out: Path, files: Iterable[tuple[str, bytes]], waits: Callable[[], None] = lambda: None) -> Written:
    return write_files(out, [lambda: files], waits=waits)


def test_a_build_that_breaks_half_way_leaves_the_last_good_site(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_once(out, [("a.html", b"one"), ("b.html", b"two")])

    def broken() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"changed"
        raise RuntimeError("a bug of ours")

    with pytest.raises(RuntimeError):
        write_once(out, broken())
    assert (out / "a.html").read_bytes() == b"one"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_rebuild_writes_what_changed_and_removes_what_is_gone(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_once(out, [("x/a.html", b"one"), ("y/b.html", b"two"), ("c.html", b"three")])
    (out / "c.html").unlink()
    (out / "own.txt").write_text("the maintainer's")
    written = write_once(out, [("x/a.html", b"one"), ("c.html", b"three"), ("d.html", b"four")])
    assert (written.files, written.written, written.removed) == (3, 2, 1)
    assert set(files_of(out)) == {"x/a.html", "c.html", "d.html", "own.txt", MANIFEST}
    assert not (out / "y").exists()


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("x")
    with pytest.raises(UnsafeOutput, match="is not empty and was not made by portal build"):
        write_once(tmp_path, [("index.html", b"")])
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize("name", ["../outside.html", "/etc/passwd", "a/../../b", "linked/x.html"])
def test_no_file_is_written_or_removed_outside(name: str, tmp_path: Path) -> None:
    out, outside = tmp_path / "site", tmp_path / "outside"
    write_once(out, [("index.html", b"x")])
    outside.mkdir()
    (outside / "x.html").write_text("keep")
    (out / "linked").symlink_to(outside)
    with pytest.raises(UnsafeOutput, match="leads out of"):
        write_once(out, [(name, b"x")])
    (out / MANIFEST).write_text(json.dumps({name: "0"}))
    with pytest.raises(UnsafeOutput, match="leads out of"):
        write_once(out, [])
    assert (outside / "x.html").read_text() == "keep"


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_manifest_is_named(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(text)
    with pytest.raises(UnsafeOutput, match="is damaged"):
        write_once(tmp_path, [("index.html", b"")])


def test_nothing_is_written_beside_the_folder(tmp_path: Path) -> None:
    out = tmp_path / "above" / "site"
    out.mkdir(parents=True)

    def files() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"one"
        assert [path.name for path in out.parent.iterdir()] == ["site"]
        assert [path.name for path in out.iterdir()] == [STAGING]

    write_once(out, files())
    assert set(files_of(out)) == {"a.html", MANIFEST}


def test_a_first_build_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    def full() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"one"
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_once(tmp_path / "site", full())
    assert not list(tmp_path.iterdir())


def test_a_second_build_waits_for_the_first_and_the_site_is_whole(tmp_path: Path) -> None:
    out, waits = tmp_path / "site", threading.Event()

    def second() -> None:
        write_once(out, [("a.html", b"second"), ("b.html", b"second")], waits=waits.set)

    building = threading.Thread(target=second)

    def first() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"first"
        building.start()
        assert waits.wait(10)
        yield "c.html", b"first"

    write_once(out, first())
    building.join(10)
    assert set(files_of(out)) == {"a.html", "b.html", MANIFEST}
    assert (out / "a.html").read_bytes() == b"second"


def test_a_build_waits_for_a_first_one_that_fails(tmp_path: Path) -> None:
    out, waits = tmp_path / "site", threading.Event()
    building = threading.Thread(target=lambda: write_once(out, [("a.html", b"second")], waits=waits.set))

    def first() -> Iterator[tuple[str, bytes]]:
        yield "a.html", b"first"
        building.start()
        assert waits.wait(10)
        raise RuntimeError("a bug of ours")

    with pytest.raises(RuntimeError):
        write_once(out, first())
    building.join(10)
    assert (out / "a.html").read_bytes() == b"second"


@pytest.mark.parametrize("moved", range(1, 4))
def test_a_build_that_is_cut_off_while_files_move_in_is_mended_by_the_next(
    moved: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    write_once(out, [("a.html", b"one"), ("b.html", b"one"), ("gone.html", b"one")])
    real, moves = Path.replace, iter(range(moved))

    def replace(path: Path, target: Path) -> Path:
        if next(moves, None) is None:
            raise OSError(5, "cut off")
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(OSError, match="cut off"):
            write_once(out, [("a.html", b"two"), ("b.html", b"two")])
    write_once(out, [("a.html", b"one"), ("b.html", b"one")])
    assert {name: (out / name).read_bytes() for name in ("a.html", "b.html")} == {"a.html": b"one", "b.html": b"one"}
    assert set(files_of(out)) == {"a.html", "b.html", MANIFEST}


def test_a_first_build_that_is_cut_off_is_still_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, real = tmp_path / "site", Path.replace

    def replace(path: Path, target: Path) -> Path:
        if target.name == "b.html":
            raise OSError(5, "cut off")
        return real(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(OSError, match="cut off"):
            write_once(out, [("a.html", b"one"), ("b.html", b"one")])
    write_once(out, [("b.html", b"two")])
    assert set(files_of(out)) == {"b.html", MANIFEST}


def test_what_nobody_waits_for_any_more_is_not_written(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_once(out, [("a.html", b"one"), ("b.html", b"one")])
    made: list[str] = []

    class Reader(Audience):
        def is_outdated(self) -> bool:
            return True

    def unit(name: str) -> list[tuple[str, bytes]]:
        made.append(name)
        return [(name, b"two")]

    with pytest.raises(Outdated):
        write_files(out, [lambda: unit("a.html"), lambda: unit("b.html"), lambda: unit("c.html")], audience=Reader())
    assert made == ["a.html", "b.html"]
    assert {path.name for path in out.iterdir()} == {"a.html", "b.html", MANIFEST}
    assert (out / "a.html").read_bytes() == b"one"


def test_who_waits_for_a_change_hears_of_it_before_the_disk_does(tmp_path: Path) -> None:
    out = tmp_path / "site"
    write_once(out, [("a.html", b"one"), ("b.html", b"one")])
    heard: list[tuple[dict[str, bytes], bytes]] = []

    class Reader(Audience):
        def first(self, changed: Mapping[str, bytes]) -> None:
            heard.append((dict(changed), (out / "a.html").read_bytes()))

        made = first

    units = [lambda: [("a.html", b"two")], lambda: [("b.html", b"one"), ("c.html", b"one")]]
    written = write_files(out, units, audience=Reader())
    assert heard == [({"a.html": b"two"}, b"one"), ({"a.html": b"two", "c.html": b"one"}, b"one")]
    assert (written.written, (out / "a.html").read_bytes()) == (2, b"two")
