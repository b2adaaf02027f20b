"""What was published stays; a file that cannot be read is told, and nothing that follows from it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import file_of
from starterspad.content.kinds import KINDS, SITE, TASK
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent, Location, Problem
from starterspad.quality.checks import check
from starterspad.quality.checks.published import check_published

from tests.conftest import TOWN, Write
from tests.support.counted_calls import TWICE, counted_calls


def problems_of(root: Path) -> list[Problem]:
    try:
        return check(load_catalog(root))
    except InvalidContent as invalid:
        return list(invalid.problems)


def files_of_kinds() -> list[str]:
    """Name the first and the last file of each kind in the town."""
    names: dict[str, None] = {}
    for kind in KINDS:
        paths = sorted(TOWN.glob(kind.files))
        names.update({path.relative_to(TOWN).as_posix(): None for path in (*paths[:1], *paths[-1:]) if kind != SITE})
    return list(names)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("unread") / "town"
    shutil.copytree(TOWN, root)
    return root


@pytest.mark.parametrize("name", [*files_of_kinds(), "content/registry/values/registration-cost.yml"])
def test_a_slip_in_one_file_is_told_of_that_file_alone(name: str, copied: Path) -> None:
    path = copied / name
    text = path.read_text("utf-8")
    path.write_text("---\ntitle: [\n---\n" if path.suffix == ".md" else f"{text}\n  wrong: [\n", "utf-8")
    try:
        errors = {problem.location.path for problem in problems_of(copied) if problem.severity == "error"}
    finally:
        path.write_text(text, "utf-8")
    assert errors == {name}


def test_a_record_with_a_fault_of_its_own_is_not_gone(instance: Path, write: Write) -> None:
    for id in ("desk", "number", "old"):
        write(file_of("service", f"town-desk/{id}"), "")
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text + "aliases: [old-desk]\nnam: x\n")
    assert [str(problem.location) for problem in problems_of(instance) if problem.severity == "error"] == [
        "partners/town-desk.yml:23"
    ]


def test_what_else_is_wrong_with_a_record_is_told_with_it(instance: Path, write: Write) -> None:
    write("partners/broken.yml", "name: [\n")
    write("partners/other.yml", "nam: x\n")
    paths = {problem.location.path for problem in problems_of(instance)}
    assert {"partners/broken.yml", "partners/other.yml"} <= paths


def calls_of_checking(catalog: Catalog, count: int) -> int:
    """Return how often anything is called where so many steps are gone, and as many are new."""
    at = Location("content/registry/tasks/step")
    published = {("task", f"gone-{number}"): at for number in range(count)}
    new = {f"new-{number}": catalog.tasks["study"] for number in range(count)}
    places = {**catalog.places, **{("task", id): catalog.places["task", "study"] for id in new}}
    changed = replace(catalog.with_records(TASK, {**catalog.tasks, **new}), published=published, places=places)
    assert len(list(check_published(changed))) > count
    return counted_calls(lambda: list(check_published(changed)))


def test_twice_as_much_that_is_gone_is_twice_the_work(tiny: Catalog) -> None:
    assert calls_of_checking(tiny, 400) < TWICE * calls_of_checking(tiny, 200)
