"""An instance that is read again: what did not change is the same, and what did is read as if for the first time."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.content.reading_memory import ReadingMemory

from tests.conftest import Write

FACT = '- id: price\n  text: {en: "It costs."}\n  value: {en: "%s"}\n  source: https://a.example\n  seen: copy\n'
MORE = "  source_kind: official\n  checked: 2026-01-01\n"


def test_what_did_not_change_is_not_read_again(instance: Path, write: Write) -> None:
    memory = ReadingMemory()
    first = load_catalog(instance, memory=memory)
    text = (instance / "content/tasks/register.yml").read_text("utf-8")
    write("content/tasks/register.yml", text.replace("why:", "# a remark\nwhy:"))
    second = load_catalog(instance, memory=memory)
    assert second.records == first.records
    assert second.partners["town-desk"] is first.partners["town-desk"]
    assert second.tasks["talk-first"] is first.tasks["talk-first"]
    assert second.tasks["register"] is not first.tasks["register"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda root: (root / "partners/town-desk.yml").unlink(), id="a file is gone"),
        pytest.param(lambda root: (root / "partners/town-desk.yml").rename(root / "partners/desk.yml"), id="renamed"),
        pytest.param(
            lambda root: replace(root / "site_config.yml", "languages: [en]", "languages: [en, nl]"), id="language"
        ),
        pytest.param(lambda root: replace(root / "partners/town-desk.yml", "name:", "nam:"), id="a mistake"),
        pytest.param(lambda root: replace(root / "content/facts/prices.yml", "10 euros", "20 euros"), id="a fact"),
        pytest.param(
            lambda root: replace(root / "content/facts/prices.yml", "id: price", "id: cost"), id="a fact renamed"
        ),
        pytest.param(lambda root: replace(root / "content/facts/prices.yml", "- id", "- - id"), id="facts unread"),
    ],
)
def test_after_a_change_all_is_as_if_read_for_the_first_time(change: object, instance: Path, write: Write) -> None:
    write("content/facts/prices.yml", FACT % "10 euros" + MORE)
    replace(instance / "content/tasks/register.yml", "why:", "why: {en: 'It costs {fact:price}.'}\nwas:")
    memory = ReadingMemory()
    day = datetime.date(2026, 11, 22)
    for _ in range(2):
        load_catalog(instance, day, memory)
    assert callable(change)
    change(instance)
    again, anew = load_catalog(instance, day, memory), load_catalog(instance, day)
    assert again.records == anew.records
    assert again.problems == anew.problems
    assert again.filled == anew.filled
    assert again.places == anew.places


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
