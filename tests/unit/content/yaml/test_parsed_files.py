"""What a file was read as is kept on the disk by what it holds, and is the same as what is read anew."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.content.yaml import parsed_files, read_yaml, reader, stored_files
from starterspad.content.yaml.parser import SourceFile, parse_yaml


@pytest.fixture
def parses(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were parsed, as it grows."""
    names: list[str] = []

    def noted(text: str, path: str, first_line: int = 1) -> object:
        names.append(path)
        return parse_yaml(text, path, first_line)

    monkeypatch.setattr(reader, "parse_yaml", noted)
    return names


def read(folder: Path, store: Path) -> SourceFile:
    with stored_files(store) as stored:
        return read_yaml(folder / "a.yml", folder, parsed=stored)


def test_a_file_that_holds_what_it_held_is_not_parsed_again(tmp_path: Path, parses: list[str]) -> None:
    (tmp_path / "a.yml").write_text("name: Café\nlist:\n  - one\n", "utf-8")
    first, second = (read(tmp_path, tmp_path / "store") for _ in range(2))
    assert parses == ["a.yml"]
    assert (second, second.lines) == (first, first.lines)
    assert isinstance(second.tree, dict)
    assert next(iter(second.tree)) is sys.intern("name")
    (tmp_path / "a.yml").write_text("name: Café\nlist:\n  - two\n", "utf-8")
    assert read(tmp_path, tmp_path / "store").tree == {"name": "Café", "list": ["two"]}
    assert parses == ["a.yml", "a.yml"]


def test_what_nobody_asked_for_is_let_go(tmp_path: Path, parses: list[str]) -> None:
    for text in ("name: A\n", "name: B\n", "name: A\n"):
        (tmp_path / "a.yml").write_text(text, "utf-8")
        read(tmp_path, tmp_path / "store")
    assert len(parses) == 3


def test_another_reader_reads_anew(tmp_path: Path, parses: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yml").write_text("name: A\n", "utf-8")
    read(tmp_path, tmp_path / "store")
    monkeypatch.setattr(parsed_files, "_reader", lambda: b"another")
    read(tmp_path, tmp_path / "store")
    assert len(parses) == 2


def test_a_whole_instance_out_of_the_store_is_what_it_was(instance: Path, tmp_path: Path, parses: list[str]) -> None:
    catalogs = []
    for _ in range(2):
        with stored_files(tmp_path / "store") as stored:
            catalogs.append(load_catalog(instance, stored=stored))
    first, second = catalogs
    assert (second.records, second.places, second.pages) == (first.records, first.places, first.pages)
    assert {name: place.source.lines for name, place in second.places.items()} == {
        name: place.source.lines for name, place in first.places.items()
    }
    assert len(parses) == len(set(parses))


def test_a_store_that_is_damaged_is_made_anew(tmp_path: Path, parses: list[str]) -> None:
    (tmp_path / "a.yml").write_text("name: A\n", "utf-8")
    (tmp_path / "store").write_bytes(b"this is no database" * 100)
    for _ in range(3):
        assert read(tmp_path, tmp_path / "store").tree == {"name": "A"}
    assert len(parses) == 2
    with sqlite3.connect(tmp_path / "store") as database:
        database.execute("update files set source = '[broken'")
    for _ in range(3):
        assert read(tmp_path, tmp_path / "store").tree == {"name": "A"}
    assert len(parses) == 4


def test_while_another_build_writes_in_it_nothing_is_known(tmp_path: Path, parses: list[str]) -> None:
    (tmp_path / "a.yml").write_text("name: A\n", "utf-8")
    read(tmp_path, tmp_path / "store")
    with stored_files(tmp_path / "store"):
        assert read(tmp_path, tmp_path / "store").tree == {"name": "A"}
    assert len(parses) == 2


def test_a_store_that_cannot_be_opened_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("name: A\n", "utf-8")
    assert read(tmp_path, tmp_path / "missing" / "store").tree == {"name": "A"}
