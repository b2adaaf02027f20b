"""What was seen in a record is taken again while nothing is another that it follows from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starterspad.content.models.field_types import Record
from starterspad.content.place import Place
from starterspad.content.record_memory import InPlace, RecordMemory
from starterspad.content.yaml import SourceFile


def standing(id: str, record: Record | None = None) -> InPlace:
    return InPlace("task", id, Place(SourceFile(f"{id}.yml", {}, {})), record)


@pytest.fixture
def looked() -> list[str]:
    return []


def test_only_a_record_that_is_another_is_looked_at_anew(looked: list[str]) -> None:
    def look(at: InPlace) -> Iterator[str]:
        looked.append(at.id)
        yield at.id.upper()

    memory, first, second = RecordMemory(), standing("first"), standing("second")
    assert memory.look([first, second], look, 1) == ["FIRST", "SECOND"]
    assert memory.look([first, second], look, 1) == ["FIRST", "SECOND"]
    assert looked == ["first", "second"]
    assert memory.look([first, standing("second")], look, 1) == ["FIRST", "SECOND"]
    assert memory.look([first._replace(record=Record())], look, 1) == ["FIRST"]
    assert looked == ["first", "second", "second", "first"]


def test_what_is_gone_is_forgotten_and_comes_back_seen_anew(looked: list[str]) -> None:
    def look(at: InPlace) -> Iterator[str]:
        looked.append(at.id)
        yield at.id

    memory, task = RecordMemory(), standing("task")
    memory.look([task], look, 1)
    assert memory.look([], look, 1) == []
    assert memory.look([task], look, 1) == ["task"]
    assert looked == ["task", "task"]


def test_where_all_else_is_another_every_record_is_looked_at(looked: list[str]) -> None:
    def look(at: InPlace) -> Iterator[str]:
        looked.append(at.id)
        yield from ()

    memory, task = RecordMemory(), standing("task")
    for follows_from in ({"a": 1}, {"a": 1}, {"a": 2}):
        assert memory.look([task], look, follows_from) == []
    assert looked == ["task", "task"]


def test_two_looks_at_the_same_records_are_kept_apart() -> None:
    def one_way(at: InPlace) -> Iterator[str]:
        yield at.id

    def another_way(at: InPlace) -> Iterator[str]:
        yield at.kind

    memory, task = RecordMemory(), standing("register")
    assert memory.look([task], one_way, None) == ["register"]
    assert memory.look([task], another_way, None) == ["task"]
