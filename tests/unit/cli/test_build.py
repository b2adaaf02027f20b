"""`portal build`."""

from __future__ import annotations

import datetime
import errno
import re
import threading
from pathlib import Path

import pytest
from starterspad.cli.build import build_site
from starterspad.output import build as building
from starterspad.output import script_bundler
from starterspad.output.output_folder import Written

from tests.conftest import Write
from tests.support.command_line import portal


def test_build_says_what_it_wrote(instance: Path, tmp_path: Path) -> None:
    result = portal("build", "--root", instance, "--out", tmp_path / "site", "--today", "2026-01-31")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Built 34 pages into ")
    assert (
        "0 files written"
        in portal("build", "--root", instance, "--out", tmp_path / "site", "--today", "2026-01-31").output
    )


def test_build_tells_every_problem_and_fails(instance: Path, tmp_path: Path, write: Write) -> None:
    write("partners/a-one.yml", "name: ~\n")
    write("partners/b-two.yml", "nam: x\n")
    result = portal("build", "--root", instance, "--out", tmp_path / "site")
    assert result.exit_code == 1
    assert 'partners/a-one.yml:1: "name" has no value\n  fill it in, or leave the whole key out\n' in result.output
    assert 'partners/b-two.yml:1: unknown key "nam"\n  did you mean "name"?\n' in result.output
    assert not (tmp_path / "site").exists()


def test_build_refuses_a_folder_that_is_not_ours(instance: Path, tmp_path: Path) -> None:
    result = portal("build", "--root", instance, "--out", tmp_path)
    assert result.exit_code == 1
    assert "choose an empty folder for --out" in result.output


def test_build_without_node_says_what_to_run_and_writes_nothing(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(script_bundler, "node_program", lambda: None)
    result = portal("build", "--root", instance, "--out", tmp_path / "site")
    assert result.exit_code == 1
    assert result.output == (
        "The browser's scripts cannot be made: Node.js is not there. In a clone, make fetches what is needed: run "
        "`make site` (or `make serve`) once. An installed wheel needs neither.\n"
    )
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("number", "words", "remedy"),
    [
        (errno.ENOSPC, "No space left on device", "make room on the disk, then try again."),
        (errno.EACCES, "Permission denied", "let this user read and write there, or choose another place."),
        (errno.EIO, "Input/output error", "mend that, then try again."),
    ],
)
def test_what_the_disk_refuses_is_a_sentence(
    number: int, words: str, remedy: str, instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(number, words, "/srv/site/index.html")

    monkeypatch.setattr(building, "write_files", refuse)
    result = portal("build", "--root", instance, "--out", tmp_path / "site")
    assert result.exit_code == 1
    assert result.output == f"/srv/site/index.html: {words} - {remedy}\n"


def test_a_site_is_built_without_a_place_to_keep_anything(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null/cache")
    result = portal("build", "--root", instance, "--out", tmp_path / "site", "--today", "2026-01-31")
    assert result.exit_code == 0, result.output


def test_a_day_that_lies_ahead_is_never_published(instance: Path, tmp_path: Path) -> None:
    path = instance / "partners/town-desk.yml"
    path.write_text(re.sub(r"checked: \d{4}", "checked: 2062", path.read_text("utf-8")), "utf-8")
    result = portal("build", "--root", instance, "--out", tmp_path / "site")
    assert result.exit_code == 1
    assert re.search(r"^partners/town-desk.yml:\d+: 2062-\d\d-\d\d lies ahead of ", result.output)
    assert not (tmp_path / "site").exists()


def test_no_thread_runs_while_pages_are_written_so_that_processes_can_share_them(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def count(out: Path, units: object, **_: object) -> Written:
        threads.append(threading.active_count())
        return Written(0, 0, 0)

    monkeypatch.setattr(building, "write_files", count)
    before = threading.active_count()
    build_site(instance, tmp_path / "site", datetime.date(2026, 11, 22))
    assert threads == [before]
