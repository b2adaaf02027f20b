"""Files of an instance are written whole, or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from starterspad.cli.whole_file import write_whole
from starterspad.content.loader import load_catalog

from tests.support.command_line import portal


def full_disk(path: Path, text: str, encoding: str) -> int:
    with path.open("w", encoding=encoding) as file:
        file.write(text[:3])
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_file_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yml"
    write_whole(path, "first")
    monkeypatch.setattr(Path, "write_text", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, "second")
    assert path.read_text("utf-8") == "first"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yml"]


def test_a_registry_outlives_a_full_disk_and_the_command_says_so(
    instance: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (instance / "content/published.yml").write_text("tasks: [register]\n", "utf-8")
    monkeypatch.setattr(Path, "write_text", full_disk)
    result = portal("register", "--root", instance)
    assert result.exit_code == 1
    assert result.output == "No space left on device - make room on the disk, then try again.\n"
    assert ("task", "register") in (load_catalog(instance).published or {})
