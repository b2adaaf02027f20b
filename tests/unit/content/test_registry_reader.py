"""The registry is read as strictly as all else, and in a time that grows with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.id_registry import file_of
from starterspad.content.kinds import REGISTRY
from starterspad.content.loader import load_catalog
from starterspad.content.registry_reader import read_published, read_values
from starterspad.content.value_registry import VALUES
from starterspad.quality.checks import check

from tests.conftest import TOWN, Write
from tests.support.command_line import portal
from tests.support.counted_calls import TWICE, counted_calls
from tests.support.single_mistakes import copy_of_town

GOOD = 'value: EUR 10\nvalid_from: "-"\nvalid_until: "-"\nsource_date: "-"\nchecked: 2026-01-01\n'


@pytest.fixture
def town_copy(tmp_path: Path) -> Path:
    return copy_of_town(tmp_path)


def test_a_name_says_the_kind_the_record_and_its_part(instance: Path, write: Write) -> None:
    write(file_of("task", "register"), "")
    write(file_of("option", "stage/idea"), "")
    published, problems = read_published(instance, ("en",))
    assert problems == []
    assert {name: str(at) for name, at in (published or {}).items()} == {
        ("task", "register"): f"{REGISTRY}/tasks/register:1",
        ("option", "stage/idea"): f"{REGISTRY}/options/stage.idea:1",
    }


def test_an_instance_that_never_registered_has_no_registry(instance: Path) -> None:
    assert read_published(instance, ("en",)) == (None, [])
    assert read_values(instance, ("en",)) == ({}, [])


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("tasks/Not-an-id", "", 'the file name "Not-an-id" is not the id of a task'),
        ("tasks/one.two", "", 'the file name "one.two" is not the id of a task'),
        ("tasks/constructor", "", 'the file name "constructor" is not the id of a task'),
        ("options/stage", "", 'the file name "stage" is not the id of a option'),
        ("tasks/register", "<<<<<<< one", "this file is empty: its name says all"),
        ("tasks/folder/register", "", "only files belong here"),
        ("taks/register", "", '"taks" is no folder of the registry'),
        ("tasks", "", "this is not a folder"),
    ],
)
def test_what_does_not_belong_there_is_told_with_its_file(
    name: str, text: str, said: str, instance: Path, write: Write
) -> None:
    write(f"{REGISTRY}/{name}", text)
    _, problems = read_published(instance, ("en",))
    assert [problem.message for problem in problems] == [said]
    assert f"{REGISTRY}/{name}".startswith(problems[0].location.path)


def test_what_tools_leave_and_the_readme_are_passed_over(instance: Path, write: Write) -> None:
    for name in (".gitattributes", "README.md", "tasks/.register.new", "tasks/register~"):
        write(f"{REGISTRY}/{name}", "x")
    assert read_published(instance, ("en",)) == ({}, [])


def test_a_link_is_no_id(instance: Path, write: Write) -> None:
    (write(file_of("task", "register"), "").parent / "study").symlink_to("register")
    _, problems = read_published(instance, ("en",))
    assert [str(problem.location) for problem in problems] == [f"{REGISTRY}/tasks/study:1"]


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("fee", GOOD.replace("valid_until", "valid_untill"), 3, 'unknown key "valid_untill"'),
        ("fee", GOOD + "<<<<<<< main\n", 6, "two versions of this file were joined, and nobody chose yet between them"),
        ("Fee", GOOD, 1, 'the file name "Fee" is not an id'),
    ],
)
def test_what_is_wrong_with_a_value_is_told_with_its_line(
    name: str, text: str, line: int, said: str, instance: Path, write: Write
) -> None:
    write(f"{VALUES}/{name}.yml", text)
    _, problems = read_values(instance, ("en",))
    assert [(problem.location.line, problem.message) for problem in problems] == [(line, said)]


def calls_of_reading(root: Path, count: int) -> int:
    """Return how often anything is called to read so many ids and values."""
    for folder in ("tasks", "values"):
        (root / REGISTRY / folder).mkdir(parents=True)
    for number in range(count):
        (root / REGISTRY / f"tasks/step-{number}").touch()
        (root / REGISTRY / f"values/fee-{number}.yml").write_text(GOOD, "utf-8")
    assert len(read_published(root, ("en",))[0] or {}) == len(read_values(root, ("en",))[0]) == count
    return counted_calls(lambda: (read_published(root, ("en",)), read_values(root, ("en",))))


def test_twice_as_many_files_are_twice_the_work(tmp_path: Path) -> None:
    assert calls_of_reading(tmp_path / "more", 400) < TWICE * calls_of_reading(tmp_path / "less", 200)


def test_the_committed_registry_of_the_town_opens(tmp_path: Path) -> None:
    published, problems = read_published(TOWN, ("nl", "fr", "en"))
    assert problems == []
    assert len(published or {}) > 100


def test_the_registry_of_another_site_is_said_to_be_that_and_nothing_else(town_copy: Path) -> None:
    config = town_copy / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("https://town.example/", "https://other.example/"), "utf-8")
    (town_copy / "partners/oog.yml").unlink()
    at_once = [problem for problem in check(load_catalog(town_copy)) if problem.check in ("registry", "published")]
    assert [(str(problem.location), problem.message, problem.severity) for problem in at_once] == [
        (
            "content/registry/address.txt:1",
            'this registry is that of "https://town.example/", and this site is "https://other.example/"',
            "error",
        )
    ]


def test_one_command_begins_a_registry_of_ones_own_and_another_keeps_it(town_copy: Path) -> None:
    config = town_copy / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("https://town.example/", "https://other.example/"), "utf-8")
    assert portal("register", "--root", town_copy).exit_code == 1
    before = set(load_catalog(TOWN).published or {})
    assert portal("register", "--moved", "--root", town_copy).exit_code == 0
    assert set(load_catalog(town_copy).published or {}) == before
    broken = town_copy / "content/phases.yml"
    phases = broken.read_text("utf-8")
    broken.write_text("[", "utf-8")
    assert portal("register", "--anew", "--root", town_copy).exit_code == 1
    broken.write_text(phases, "utf-8")
    assert set(load_catalog(town_copy).published or {}) == before, "what failed took nothing away"
    assert portal("register", "--anew", "--root", town_copy).exit_code == 0
    assert set(load_catalog(town_copy).published or {}) <= before
    assert portal("register", "--anew", "--moved", "--root", town_copy).exit_code == 2
