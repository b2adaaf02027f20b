"""What two contents say differently, record by record and key by key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.upkeep.record_changes import record_changes

DESK = "partners/town-desk.yml"
Change = Callable[[str, str, str], Catalog]


@pytest.fixture
def changed(instance: Path) -> Change:
    """Change words in a file of the tiny instance, all of them where none are named; returns the catalog after it."""

    def change(name: str, old: str, new: str) -> Catalog:
        path = instance / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text("utf-8") if path.exists() else ""
        assert old in text
        path.write_text(text.replace(old, new) if old else new, "utf-8")
        return load_catalog(instance)

    return change


def seen(base: Catalog, head: Catalog) -> list[tuple[str, str, object, object, str]]:
    return [
        (change.record, change.key, change.before, change.after, change.kind) for change in record_changes(base, head)
    ]


def test_nothing_differs_from_itself(tiny: Catalog) -> None:
    assert record_changes(tiny, tiny) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "record", "key", "kind"),
    [
        (DESK, "https://desk.example\narea", "https://other.example\narea", "partner/town-desk", "website", "reach"),
        (DESK, "cost: paid", "cost: free", "partner/town-desk", "services.number.cost", "cost"),
        (DESK, "[register]", "[register, study]", "partner/town-desk", "services.number.helps_with", "steps"),
        (DESK, "area: town", "area: country", "partner/town-desk", "area", "condition"),
        (DESK, "Answers questions", "Answers", "partner/town-desk", "summary.en", "words"),
        ("content/tasks/register.yml", "{way: own-number}", "{stage: idea}", "task/register", "when", "condition"),
        ("content/tasks/register.yml", "2026-01-01", "2026-01-02", "task/register", "checked", "trust"),
        ("content/questions.yml", "I study", "I learn", "question/groups", "options.student.title.en", "name"),
        ("content/pages/en/about.md", "A town", "A city", "page/en/about", "text", "words"),
        ("site_config.yml", "{en: Tiny Town}", "{en: Town}", "site/site", "name.en", "site"),
    ],
)  # fmt: skip
def test_a_value_that_differs_is_told_with_its_key_and_its_line(
    file: str, old: str, new: str, record: str, key: str, kind: str, tiny: Catalog, changed: Change
) -> None:
    head = changed(file, old, new)
    (change,) = record_changes(tiny, head)
    assert (change.record, change.key, change.kind) == (record, key, kind)
    line = change.location.line
    text = (head.root / file).read_text("utf-8").splitlines()
    assert change.location.path == file
    assert text[line - 1] not in (tiny.root / file).read_text("utf-8").splitlines() or key == "text"


def test_a_record_that_comes_and_one_that_goes_are_told_whole(tiny: Catalog, changed: Change, instance: Path) -> None:
    text = (instance / "content/tasks/study.yml").read_text("utf-8")
    (instance / "content/tasks/study.yml").unlink()
    head = changed("content/tasks/learn.yml", "", text)
    comes, goes = record_changes(tiny, head)
    assert (comes.record, comes.key, comes.comes, comes.goes) == ("task/learn", "", True, False)
    assert (goes.record, goes.key, goes.comes, goes.goes) == ("task/study", "", False, True)


def test_a_record_under_another_name_is_compared_with_what_it_was(
    tiny: Catalog, changed: Change, instance: Path
) -> None:
    text = (instance / "content/tasks/study.yml").read_text("utf-8")
    (instance / "content/tasks/study.yml").unlink()
    head = changed("content/tasks/learn.yml", "", text.replace("kind: optional", "kind: required\naliases: [study]"))
    assert seen(tiny, head) == [
        ("task/learn", "id", "study", "learn", "identity"),
        ("task/learn", "kind", "optional", "required", "name"),
        ("task/learn", "aliases", None, ["study"], "identity"),
    ]


def test_logos_and_words_of_the_interface_are_compared_too(tiny: Catalog, changed: Change, instance: Path) -> None:
    (instance / "partners/logos").mkdir()
    Image.new("RGB", (64, 32), "red").save(instance / "partners/logos/town-desk.png")
    words = (Path(__file__).parents[3] / "generator/starterspad/locales/en.yml").read_text("utf-8")
    title = next(line for line in words.splitlines() if line.startswith("  title: "))
    head = changed("content/words/en.yml", "", words.replace(title, "  title: Mine", 1))
    logo, word = record_changes(tiny, head)
    assert (logo.record, logo.key, logo.before, logo.kind) == ("partner/town-desk", "logo", None, "reach")
    assert (word.record, word.after) == ("words/en", "Mine")


def test_of_a_file_that_cannot_be_read_nothing_is_told(tiny: Catalog, changed: Change) -> None:
    assert seen(tiny, changed(DESK, "{en: City office}", '{en: "\u202eoffice"}')) == []
