"""`portal new fact` and `portal new notice`."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result
from starterspad.cli.main import main

from tests.conftest import TODAY, TOWN
from tests.support.partner_letters import letter

ANSWERS = {"value.nl": "120,50 euro", "source": "https://a.example", "checked": "2026-11-21"}


def run(kind: str, root: Path, data: bytes) -> Result:
    file = root.parent / "letter.txt"
    file.write_bytes(data)
    command = ["new", kind, "--root", str(root), "--from-message", str(file), "--today", TODAY.isoformat()]
    return CliRunner().invoke(main, command)


def test_the_command_says_what_it_wrote_and_what_the_checks_find_in_it(tmp_path: Path) -> None:
    root = tmp_path / "town"
    shutil.copytree(TOWN, root)
    files = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    result = run("fact", root, letter(ANSWERS, "[record] fact", "[change] registration-cost"))
    assert result.exit_code == 0, result.output
    assert "Wrote content/facts/registration.yml." in result.output
    changed = {path for path in root.rglob("*") if path.is_file() and files.get(path) != path.read_bytes()}
    assert changed == {root / "content/facts/registration.yml"}


def test_a_message_that_is_wrong_writes_nothing_and_names_its_line(tmp_path: Path) -> None:
    root = tmp_path / "town"
    shutil.copytree(TOWN, root)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    for kind, frame in (
        ("fact", "[change] ../../etc/passwd"),
        ("fact", "[record] notice"),
        ("notice", "[record] fact"),
    ):
        result = run(kind, root, letter(ANSWERS, frame))
        assert result.exit_code == 1, frame
        assert "letter.txt:1: " in result.output
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
