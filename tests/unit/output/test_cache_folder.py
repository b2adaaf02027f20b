"""What is kept between builds, and builds that can keep nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from starterspad.output.cache_folder import cache_folder


def test_the_last_four_are_kept_and_what_another_build_makes_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with cache_folder("layouts") as folder:
        (folder / ".working").mkdir()
        (folder / ".killed").mkdir()
        os.utime(folder / ".killed", (1, 1))
        for age in range(6):
            (folder / f"kept{age}").mkdir()
            os.utime(folder / f"kept{age}", (1000 + age, 1000 + age))
    assert sorted(path.name for path in folder.iterdir()) == [".working", "kept2", "kept3", "kept4", "kept5"]


@pytest.fixture(params=["a file in its place", "no home folder"])
def without_cache(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    if request.param == "no home folder":
        monkeypatch.delenv("XDG_CACHE_HOME")
        monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    else:
        (tmp_path / "home").write_text("x")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))


@pytest.mark.usefixtures("without_cache")
def test_without_a_place_to_keep_it_all_is_made_anew_and_nothing_stays(tmp_path: Path) -> None:
    before = set(tmp_path.rglob("*"))
    with cache_folder("layouts") as folder:
        (folder / "one").write_text("x")
    assert not folder.exists()
    assert set(tmp_path.rglob("*")) == before
