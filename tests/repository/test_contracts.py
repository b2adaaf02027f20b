"""Everything that programs read is what Python declares, key by key: files of a site, and what commands print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

import click
import pytest
from starterspad.cli.formats.check import CheckJson
from starterspad.cli.formats.digest import DigestJson
from starterspad.cli.formats.impact import DiffJson
from starterspad.cli.formats.plan import DatedPlanJson
from starterspad.cli.formats.problems import FailureJson
from starterspad.cli.formats.reports import LinksJson, ReportJson
from starterspad.cli.formats.review import ReviewJson
from starterspad.cli.main import main
from starterspad.content.schema_numbers import GAPS_SCHEMA

from tests.conftest import REPOSITORY, TINY, SiteOf
from tests.support.command_line import portal
from tests.support.declared_files import undeclared
from tests.support.typed_json import mismatches

INSTANCES = sorted(path.name for path in (REPOSITORY / "tests" / "fixtures" / "instances").iterdir())


class Cup(TypedDict):
    name: str
    size: Literal["small", "large"]
    sips: NotRequired[list[int | None]]
    place: tuple[str, int]


CUP = {"name": "mug", "size": "small", "sips": [1, None], "place": ["shelf", 2]}


def test_what_is_as_declared_has_no_mismatch() -> None:
    assert list(mismatches(CUP, Cup)) == []
    assert list(mismatches({key: value for key, value in CUP.items() if key != "sips"}, Cup)) == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"name": 1}, "$.name"),
        ({"size": "huge"}, "$.size"),
        ({"sips": ["1"]}, "$.sips[0]"),
        ({"place": ["shelf"]}, "$.place"),
        ({"place": ["shelf", True]}, "$.place[1]"),
        ({"handle": True}, "$.handle is not declared"),
    ],
)
def test_each_kind_of_mismatch_is_seen(change: dict[str, object], word: str) -> None:
    (mismatch,) = mismatches(CUP | change, Cup)
    assert mismatch.startswith(word)


def test_a_key_that_is_missing_is_seen() -> None:
    assert list(mismatches({"name": "mug", "size": "small"}, Cup)) == ["$.place is missing"]


@pytest.mark.parametrize("name", INSTANCES)
def test_every_file_for_programs_is_what_is_declared(name: str, site_of: SiteOf) -> None:
    assert list(undeclared(site_of(name))) == []


COMMANDS: dict[str, object] = {
    "check": CheckJson,
    "plan": DatedPlanJson,
    "report": ReportJson,
    "diff": DiffJson,
    "review": ReviewJson,
    "digest": DigestJson,
    "links": LinksJson,
}
# Of what the changed instance has nothing.
EMPTY = {"questions", "closed", "untranslated", "gaps_closed"}


@pytest.fixture
def changed(instance: Path) -> Path:
    """The tiny instance with something to say in each key: a fault, other conditions, a persona."""
    for name, old, new in (
        ("content/phases.yml", "accepted: {empty-phase: Who has", "# {Who has"),
        ("content/tasks/study.yml", "{groups: student}", "{groups: [student, maker]}"),
        ("content/tasks/register.yml", "kind: required\n", "kind: required\nsought: {on: 2026-01-01}\n"),
        ("partners/town-desk.yml", "    area: country\n    cost: paid\n", "    area: town\n"),
    ):
        path = instance / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
    (instance / "content/left_out.yml").write_text("- {id: old-desk, name: Old desk, reason: It closed.}\n", "utf-8")
    fact = "- {id: fee, text: {en: It costs.}, value: {en: ten}, document: {en: A letter}, seen: told,"
    fact += " checked: 2025-01-01, valid_until: 2025-12-31, next: {value: {en: eleven}, from: 2026-01-01, source: 'https://desk.example'}}\n"
    (instance / "content/facts").mkdir(exist_ok=True)
    (instance / "content/facts/fees.yml").write_text(fact, "utf-8")
    (instance / "content/personas").mkdir(parents=True)
    (instance / "content/personas/maker.yml").write_text("answers: {groups: maker}\n", "utf-8")
    (instance / "README.md").write_text("No content.\n", "utf-8")
    return instance


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_what_is_declared_with_its_schema_and_day(name: str, changed: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text('{"answers": {"stage": "idea"}}')
    more: dict[str, tuple[object, ...]] = {
        "check": ("--prove",),
        "plan": ("--answers", answers),
        "diff": (REPOSITORY / "tests/fixtures/instances/tiny",),
        "review": (REPOSITORY / "tests/fixtures/instances/tiny",),
        "links": ("--list",),
    }
    arguments = ("--root", changed, "--today", "2027-03-01", "--format", "json")
    result = portal(name, *more.get(name, ()), *arguments)
    assert result.exit_code == 0, result.output
    report = json.loads(result.output)
    assert list(mismatches(report, COMMANDS[name])) == []
    assert (report["schema"], report["date"]) == (GAPS_SCHEMA if name == "report" else 1, "2027-03-01")
    # A list that is empty would hold nothing against its declaration.
    assert {key for key, value in report.items() if value in ([], {})} <= EMPTY


def test_every_command_that_decides_takes_the_same_options_once() -> None:
    shared: dict[str, set[int]] = {}
    for name in COMMANDS:
        options = {option.name: option for option in main.commands[name].params if isinstance(option, click.Option)}
        assert {"root", "today", "output_format"} <= options.keys(), name
        choices = options["output_format"].type
        assert isinstance(choices, click.Choice)
        assert "json" in choices.choices
        for option in ("root", "today", "output_format"):
            shared.setdefault(option, set()).add(hash(options[option].help))
    assert {option: len(helps) for option, helps in shared.items()} == {"root": 1, "today": 1, "output_format": 1}


@pytest.mark.parametrize("command", ["plan", "report", "diff", "digest", "links"])
def test_who_asks_for_json_gets_it_where_the_content_is_broken_too(command: str, instance: Path) -> None:
    (instance / "content/tasks/study.yml").write_text("phase: first\n", "utf-8")
    answers = instance / "answers.yml"
    answers.write_text("answers: {}\n", "utf-8")
    more = {"plan": ("--answers", answers), "diff": (TINY,), "links": ("--list",)}.get(command, ())
    result = portal(command, *more, "--root", instance, "--format", "json")
    assert result.exit_code == 1
    failure = json.loads(result.stdout)
    assert list(mismatches(failure, FailureJson)) == []
    assert {problem["file"] for problem in failure["problems"]} == {"content/tasks/study.yml"}
    assert "content/tasks/study.yml" in result.stderr
