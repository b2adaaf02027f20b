"""Every check finds its fault: a small broken instance, and the exact words it is answered with."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent, Location, Problem
from starterspad.content.yaml import SourceFile
from starterspad.quality.checks import check, check_days, unknown_facts
from starterspad.quality.checks.colours import contrast

from tests.conftest import REPOSITORY, TODAY
from tests.support.broken_instances import BrokenInstance, broken_instances

FIXTURES = broken_instances("invalid")


def problems_of(fixture: BrokenInstance, root: Path) -> list[Problem]:
    """Write a broken instance and check the whole, as of a day."""
    try:
        catalog = load_catalog(fixture.write(root))
        return sorted({*check(catalog), *check_days(catalog, TODAY)})
    except InvalidContent as invalid:
        return list(invalid.problems)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_a_broken_instance_is_answered_with_exactly_these_words(fixture: BrokenInstance, tmp_path: Path) -> None:
    found = problems_of(fixture, tmp_path / "instance")
    text = "".join(f"{problem.severity} {problem.check}: {problem}\n" for problem in found)
    assert text == fixture.expected


def test_every_check_has_a_broken_fixture() -> None:
    tried = {
        name for fixture in FIXTURES for name in re.findall(r"^(?:error|warning) ([\w-]+):", fixture.expected, re.M)
    }
    assert check_names() <= tried


def check_names() -> set[str]:
    """Read out of the code the name of every check that can report a problem."""
    names: set[str] = set()
    for path in [
        *(REPOSITORY / "generator/starterspad/quality/checks").glob("*.py"),
        REPOSITORY / "generator/starterspad/content/messages.py",
    ]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Problem", "_error"):
                names |= {str(argument.value) for argument in node.args[3:4] if isinstance(argument, ast.Constant)}
    assert len(names) > 10
    return names


def test_the_good_instances_have_no_problem(tiny: Catalog, town: Catalog) -> None:
    assert check(tiny) == []
    assert check(town) == []


def test_a_broken_record_is_not_also_reported_as_unknown(instance: Path) -> None:
    (instance / "content/tasks/talk-first.yml").write_text("phase: first\n", "utf-8")
    assert {problem.check for problem in check(load_catalog(instance))} == {"missing"}


def test_what_nobody_knows_of_services_is_counted(tiny: Catalog) -> None:
    assert unknown_facts(tiny) == {"for_whom": 2, "format": 2, "languages": 2, "cost": 1, "booking": 2, "bring": 2}


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)


def test_of_partners_without_a_fault_nobody_looks_a_line_up(town: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    location = SourceFile.location

    def noted(source: SourceFile, *path: str | int) -> Location:
        asked.append(source.path)
        return location(source, *path)

    monkeypatch.setattr(SourceFile, "location", noted)
    # Finding a line takes as long as judging the file does, and there may be thousands.
    sound = {f"partners/{id}.yml" for id in town.partners} - {problem.location.path for problem in check(town)}
    asked.clear()
    check(town)
    assert len(sound) > 5
    assert not sound & set(asked)
