"""The one file of before is read where it stands, and turned over."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.loader import load_catalog
from starterspad.content.old_registries import OLD_IDS, OLD_VALUES
from starterspad.content.yaml import MAX_BYTES
from starterspad.quality.checks import check

from tests.conftest import Write
from tests.support.command_line import portal

OLD = """\
phases: [first, second]
questions:
  stage: [idea, started]
  groups: [student, maker, none-of-these]
  way: [own-number, via-other]
  place: [town, elsewhere]
tasks: [register, study, talk-first, wave]
services:
  town-desk: [desk, number]
"""
RETIRED = "- {kind: task, id: wave, title: {en: Wave}}\n"


def test_an_old_registry_counts_and_is_turned_over(instance: Path, write: Write) -> None:
    write(OLD_IDS, OLD)
    write(OLD_VALUES, 'values:\n  fee: {value: "EUR 10", days: "- - 2026 2026-01-01"}\n')
    found = check(load_catalog(instance))
    assert 'the task "wave" was published and is gone' in {problem.message for problem in found}
    assert {problem.location.path for problem in found if problem.severity == "warning"} == {OLD_IDS, OLD_VALUES}
    write("content/retired.yml", RETIRED)
    first, _ = portal("register", "--root", instance).output.splitlines()
    assert first == f"Turned {OLD_IDS} and {OLD_VALUES} over into content/registry/: commit that they are gone too."
    assert not (instance / OLD_IDS).exists()
    assert not (instance / OLD_VALUES).exists()
    catalog = load_catalog(instance)
    assert check(catalog) == []
    assert ("task", "wave") in (catalog.published or {})
    assert catalog.values["fee"].days == ("-", "-", "2026", "2026-01-01")


def test_one_that_grew_larger_than_a_content_file_may_be_is_turned_over_too(instance: Path, write: Write) -> None:
    desks = [f"desk-{number:05}" for number in range(4000)]
    path = write(OLD_IDS, OLD + "".join(f"  {id}: [desk]\n" for id in desks))
    assert path.stat().st_size > MAX_BYTES
    write("content/retired.yml", RETIRED)
    desk = instance / "partners/town-desk.yml"
    text = desk.read_text("utf-8")
    desk.write_text(text.replace("area: town\n", f"area: town\naliases: [{', '.join(desks)}]\n"), "utf-8")
    assert portal("register", "--root", instance).exit_code == 0
    assert ("service", "desk-03999/desk") in (load_catalog(instance).published or {})


def test_days_that_are_not_four_are_told_with_their_line(instance: Path, write: Write) -> None:
    write(OLD_VALUES, 'values:\n  fee: {value: "EUR 10", days: "- 2026"}\n')
    (error,) = (problem for problem in load_catalog(instance).problems if problem.severity == "error")
    assert str(error.location) == f"{OLD_VALUES}:2"
    assert error.message == "days of fee: four are needed, or - where there is none"
