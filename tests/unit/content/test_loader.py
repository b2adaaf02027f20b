"""The catalog: every record by id, with its place, and problems in words that a partner understands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent

from tests.conftest import Write


def test_every_record_knows_its_place(tiny: Catalog) -> None:
    assert str(tiny.location("task", "register", "after", 0)) == "content/tasks/register.yml:10"
    assert str(tiny.location("question", "way", "options", 1)) == "content/questions.yml:25"
    assert str(tiny.location("partner", "town-desk", "services", 1, "cost")) == "partners/town-desk.yml:16"


def test_services_come_in_a_neutral_order(town: Catalog) -> None:
    ids = [(partner, service.id) for partner, _, service in town.services()]
    assert ids == sorted(ids)


def test_a_loan_has_the_facts_that_sums_are_compared_with(town: Catalog) -> None:
    assert replace(town, filled={}).facts_of("loan", "startlening") == [
        "start-loan-papers",
        "start-loan-own-share",
        "start-loan",
    ]


def test_before_goes_through_any_number_of_steps(town: Catalog) -> None:
    assert town.before("btw") >= {"kbo", "zichtrekening", "rechtsvorm", "ondernemingsplan"}


def test_problems_of_all_files_are_gathered(instance: Path, write: Write) -> None:
    write("content/tasks/register.yml", "phase: second\nordr: 5\n")
    write("partners/town-desk.yml", "name: [a]\n")
    write("partners/other.yml", "a: *b\n")
    paths = {problem.location.path for problem in load_catalog(instance).problems}
    assert paths == {"content/tasks/register.yml", "partners/town-desk.yml", "partners/other.yml"}


def test_unknown_keys_are_answered_with_the_closest_one_also_deep_inside(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text.replace("    cost: paid", "    booking: {ulr: https://a.example}"))
    (problem,) = load_catalog(instance).problems
    assert str(problem) == 'partners/town-desk.yml:16: unknown key "ulr"\n  did you mean "url"?'


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("site_config.yml", "site_config.yml:1: the file does not exist"),
        ("content/phases.yml", "content/phases.yml:1: the file does not exist"),
        ("content/questions.yml", "content/questions.yml:1: the file does not exist"),
    ],
)
def test_without_its_frame_an_instance_cannot_be_judged(name: str, message: str, instance: Path) -> None:
    (instance / name).unlink()
    with pytest.raises(InvalidContent) as caught:
        load_catalog(instance)
    assert str(caught.value).startswith(message)


def test_a_list_file_must_be_a_list(instance: Path, write: Write) -> None:
    write("content/phases.yml", "id: first\n")
    with pytest.raises(InvalidContent, match="this file must be a list"):
        load_catalog(instance)
