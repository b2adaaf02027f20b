"""Reading: hostile until proved otherwise, and exact about lines."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent, Location, Problem, raise_errors
from starterspad.content.yaml import list_sources, read_front_matter, read_yaml
from starterspad.quality.checks import check

from tests.support.hostile_files import GOOD, HOSTILE, Hostile
from tests.support.trials import examples


def problems_of(root: Path) -> tuple[Problem, ...]:
    try:
        raise_errors(check(load_catalog(root)))
    except InvalidContent as invalid:
        return invalid.problems
    return ()


def test_at_least_three_hundred_hostile_files_are_tried_and_each_once() -> None:
    assert len({case.name for case in HOSTILE}) == len(HOSTILE) >= 300
    assert len({case.content for case in HOSTILE}) == len(HOSTILE)


@pytest.mark.parametrize("case", HOSTILE, ids=lambda case: case.name)
def test_a_hostile_file_is_refused_with_file_line_and_reason(case: Hostile, instance: Path) -> None:
    (instance / "partners" / "town-desk.yml").write_bytes(case.content)
    started = time.process_time()
    found = problems_of(instance)
    assert time.process_time() - started < 1  # the promise is a second; it takes a fiftieth of it
    wanted = [problem for problem in found if case.message in problem.message]
    assert wanted, "\n".join(map(str, found))
    assert (wanted[0].location.path, wanted[0].location.line) == ("partners/town-desk.yml", case.line)
    assert wanted[0].remedy


def test_the_file_that_the_hostile_ones_are_made_from_is_good(instance: Path) -> None:
    assert not problems_of(instance)


@pytest.mark.parametrize("case", sorted(HOSTILE, key=lambda case: -len(case.content))[:6], ids=lambda case: case.name)
def test_the_largest_hostile_files_do_no_more_than_waste_a_moment(case: Hostile, tmp_path: Path) -> None:
    path = tmp_path / "large.yml"
    path.write_bytes(case.content)
    started = time.process_time()
    with pytest.raises(InvalidContent):
        read_yaml(path, tmp_path)
    assert time.process_time() - started < 1  # the promise is a second; the reading takes milliseconds


@examples(300)
@given(content=st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_read_or_refused_and_never_crash(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "any.yml"
    path.write_bytes(content)
    try:
        read_yaml(path, tmp_path)
    except InvalidContent as invalid:
        assert all(problem.message and problem.location.line >= 1 for problem in invalid.problems)


@examples(100)
@given(cut=st.integers(0, len(GOOD)), noise=st.sampled_from(list("[]{}&*!|>'\"%@`#,?:-\t\n~")))
def test_a_good_file_with_one_odd_character_is_read_or_refused(cut: int, noise: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.yml"
    path.write_text(GOOD[:cut] + noise + GOOD[cut:], "utf-8")
    try:
        read_yaml(path, tmp_path)
    except InvalidContent as invalid:
        assert str(invalid)


def test_everything_is_text_until_a_model_asks(tmp_path: Path) -> None:
    path = tmp_path / "text.yml"
    path.write_text("a: no\nb: 1e3\nc: 1.10\nd: +3234567\ne: 2026-01-01\nf: 0x10\ng: 'null'\nh: [yes, 012]\n", "utf-8")
    tree = read_yaml(path, tmp_path).tree
    assert tree == {
        "a": "no", "b": "1e3", "c": "1.10", "d": "+3234567", "e": "2026-01-01", "f": "0x10", "g": "null",
        "h": ["yes", "012"],
    }  # fmt: skip


def test_every_key_and_item_has_its_line(tmp_path: Path) -> None:
    path = tmp_path / "lines.yml"
    path.write_text("# one\na:\n  b:\n    - x\n    - c: y\n\nd: |\n  z\n", "utf-8")
    source = read_yaml(path, tmp_path)
    assert [source.location(*at).line for at in ((), ("a",), ("a", "b", 0), ("a", "b", 1, "c"), ("d",))] == [
        2,
        2,
        4,
        5,
        7,
    ]
    assert source.location("a", "b", 9, "nothing").line == 3  # the nearest known place


def test_joiners_and_emoji_and_other_scripts_may_stand_in_text(tmp_path: Path) -> None:
    path = tmp_path / "scripts.yml"
    words = "می‌خواهم · 👩‍🍳 · Ünïcödé · 日本語 · עברית"
    path.write_text(f"a: {words}\n", "utf-8")
    assert read_yaml(path, tmp_path).tree == {"a": words}


def test_windows_line_ends_and_a_leading_mark_are_harmless(tmp_path: Path) -> None:
    path = tmp_path / "windows.yml"
    path.write_bytes(b"\xef\xbb\xbfa: x\r\nb: y\r\n")
    source = read_yaml(path, tmp_path)
    assert source.tree == {"a": "x", "b": "y"}
    assert source.location("b").line == 2


def test_a_hidden_character_deep_in_a_long_text_is_found_on_its_own_line(tmp_path: Path) -> None:
    path = tmp_path / "block.yml"
    path.write_text("a: |\n  one\n  two\n  th\u200bree\n", "utf-8")
    with pytest.raises(InvalidContent, match=r"block\.yml:4: an invisible character"):
        read_yaml(path, tmp_path)


def test_each_letter_that_a_program_lost_is_told_with_its_line(instance: Path) -> None:
    partner = instance / "partners" / "town-desk.yml"
    lines = partner.read_text("utf-8").splitlines()
    lines[1:1] = ["# Caf\ufffd", "# of the caf\ufffd and the d\ufffdk"]
    partner.write_text("\n".join(lines) + "\n", "utf-8")
    page = next((instance / "content" / "pages" / "en").iterdir())
    page.write_text("---\ntitle: A\ndescription: B\n---\n\nCaf\ufffd\n", "utf-8")
    lost = [problem for problem in problems_of(instance) if "could not read (U+FFFD)" in problem.message]
    assert {str(problem.location) for problem in lost} == {
        "partners/town-desk.yml:2",
        "partners/town-desk.yml:3",
        f"content/pages/en/{page.name}:6",
    }
    assert all(problem.remedy and problem.severity == "error" for problem in lost)


def test_a_lost_letter_may_not_stand_there_by_its_number_either(tmp_path: Path) -> None:
    path = tmp_path / "record.yml"
    path.write_text('name: "Caf\\ufffd"\n', "utf-8")
    with pytest.raises(InvalidContent, match=r"could not read \(U\+FFFD\)"):
        read_yaml(path, tmp_path)


def test_links_folders_and_other_things_are_no_content(instance: Path) -> None:
    partners = instance / "partners"
    (partners / "linked.yml").symlink_to("/etc/hostname")
    (partners / "folder.yml").mkdir()
    (partners / "notes.txt").write_text("x")
    (partners / "other.yaml").write_text(GOOD)
    os.mkfifo(partners / "pipe.yml")
    (partners / ".hidden").write_text("x")
    (partners / "Bad Name.yml").write_text(GOOD)
    (partners / "nul.yml").write_text(GOOD)
    assert [str(problem).splitlines()[0] for problem in problems_of(instance)] == [
        'partners/Bad Name.yml:1: the file name "Bad Name" is not an id',
        "partners/folder.yml:1: this is not a file",
        "partners/linked.yml:1: a link is not allowed here",
        "partners/notes.txt:1: only .yml files belong here",
        'partners/nul.yml:1: the file name "nul" is reserved',
        "partners/other.yaml:1: only .yml files belong here",
        "partners/pipe.yml:1: this is not a file",
    ]


def test_a_licence_may_stand_in_every_folder_of_content(instance: Path) -> None:
    for folder in ("content", "content/tasks", "content/pages/en", "partners"):
        (instance / folder / "LICENSE").write_text("Who sends a file allows everyone to use it.\n")
    assert problems_of(instance) == ()


def test_a_licence_is_a_file_of_that_name_and_no_link(instance: Path) -> None:
    partners = instance / "partners"
    (partners / "LICENSE").symlink_to("/etc/hostname")
    (partners / "LICENSE.txt").write_text("x")
    (instance / "content/tasks/LICENSE").mkdir()
    assert sorted(str(problem).splitlines()[0] for problem in problems_of(instance)) == [
        "content/tasks/LICENSE:1: only .yml files belong here",
        "partners/LICENSE.txt:1: only .yml files belong here",
        'partners/LICENSE:1: the file name "LICENSE" is not an id',
    ]


def test_a_linked_folder_is_refused(instance: Path, tmp_path: Path) -> None:
    (instance / "partners").rename(tmp_path / "elsewhere")
    (instance / "partners").symlink_to(tmp_path / "elsewhere")
    assert [str(problem).splitlines()[0] for problem in problems_of(instance)] == [
        "partners:1: a link is not allowed here"
    ]


def test_a_linked_folder_above_is_refused_too(instance: Path, tmp_path: Path) -> None:
    (instance / "content").rename(tmp_path / "elsewhere")
    (instance / "content").symlink_to(tmp_path / "elsewhere")
    assert "content/phases.yml:1: a link is not allowed here" in str(problems_of(instance)[0])


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert list_sources(tmp_path / "nothing", tmp_path, (".yml",)) == ([], [])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("# Title\n", "page.md:1: the page has no front matter"),
        ("---\ntitle: x\n", "page.md:1: the page has no front matter"),
        ("---\n- x\n---\n", "page.md:1: the front matter must be keys with values"),
        (
            "---\ntitle: x\n---\none\ntw\u202eo\n",
            "page.md:5: a character that turns the direction of the text (U+202E)",
        ),
        ("---\ntitle: *x\n---\n", "page.md:2: an alias (*x) is not allowed"),
    ],
)
def test_a_page_without_good_front_matter_is_refused(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidContent) as caught:
        read_front_matter(path, tmp_path)
    assert str(caught.value).startswith(message)


def test_the_lines_of_a_file_take_little_room_and_are_all_there(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("name: A\nlist:\n  - one\n  -\n    two: {three: 3}\nlast: L\n", "utf-8")
    source = read_yaml(tmp_path / "a.yml", tmp_path)
    assert source.lines == {
        (): 1,
        ("name",): 1,
        ("list",): 2,
        ("list", 0): 3,
        ("list", 1): 5,
        ("list", 1, "two"): 5,
        ("list", 1, "two", "three"): 5,
        ("last",): 6,
    }
    assert len(source.lines) == 8
    assert sys.getsizeof(source.lines) < 100
    assert source.location("list", 1, "four") == Location("a.yml", 5)
