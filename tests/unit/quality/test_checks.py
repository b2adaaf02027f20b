"""Every check finds its fault: a small broken instance, and the exact words it is answered with."""

from __future__ import annotations

import ast
import shutil
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent, Problem
from starterspad.quality.checks import check, unknown_facts
from starterspad.quality.checks.colours import contrast

from tests.conftest import REPOSITORY, TINY

INVALID = REPOSITORY / "tests" / "fixtures" / "invalid"
FIXTURES = sorted(path for path in INVALID.iterdir() if path.is_dir())


def problems_of(fixture: Path, root: Path) -> list[Problem]:
    """Lay a fixture's files over the tiny instance and check the whole."""
    shutil.copytree(TINY, root)
    shutil.copytree(fixture, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    try:
        return check(load_catalog(root))
    except InvalidContent as invalid:
        return list(invalid.problems)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_a_broken_instance_is_answered_with_exactly_these_words(fixture: Path, tmp_path: Path) -> None:
    found = problems_of(fixture, tmp_path / "instance")
    text = "".join(f"{problem.severity}: {problem}\n" for problem in found)
    assert text == (fixture / "expected.txt").read_text("utf-8")


def test_every_check_has_a_broken_fixture(tmp_path: Path) -> None:
    tried = {
        problem.check for number, path in enumerate(FIXTURES) for problem in problems_of(path, tmp_path / str(number))
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


def test_the_good_instances_have_no_problem(tiny: Catalog, ghent: Catalog) -> None:
    assert check(tiny) == []
    assert check(ghent) == []


def test_a_broken_record_is_not_also_reported_as_unknown(instance: Path) -> None:
    (instance / "content/tasks/talk-first.yml").write_text("phase: first\n", "utf-8")
    assert {problem.check for problem in check(load_catalog(instance))} == {"missing"}


def test_what_nobody_knows_of_services_is_counted(tiny: Catalog) -> None:
    assert unknown_facts(tiny) == {"for_whom": 2, "format": 2, "languages": 2, "cost": 1, "booking": 2, "bring": 2}


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == pytest.approx(1)
