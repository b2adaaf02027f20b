"""A value that changes says since when."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.content.value_registry import VALUES
from starterspad.quality.checks import check

from tests.conftest import Write
from tests.support.command_line import portal

FACT = (
    "- {{id: fee, text: {{en: It costs.}}, value: {{en: {value}}}, document: {{en: A letter}}, seen: told,"
    " checked: {checked}, source_date: '{dated}'}}\n"
)


@pytest.fixture
def registered(instance: Path, write: Write) -> Path:
    """The tiny instance with a fee of ten, registered."""
    write("content/facts/fees.yml", FACT.format(value="EUR 10", checked="2026-01-01", dated="2026"))
    task = instance / "content/tasks/register.yml"
    task.write_text(task.read_text("utf-8") + "facts: [fee]\n", "utf-8")
    assert portal("register", "--root", instance).exit_code == 0
    return instance


def typed_over(root: Path) -> list[str]:
    return [problem.message for problem in check(load_catalog(root)) if problem.check == "typed-over"]


def test_a_value_that_was_typed_over_is_told_until_one_of_its_days_changes(registered: Path, write: Write) -> None:
    assert typed_over(registered) == []
    write("content/facts/fees.yml", FACT.format(value="EUR 12", checked="2026-01-01", dated="2026"))
    told = ['the value of the fact "fee" was "EUR 10", and its days are as they were']
    assert typed_over(registered) == told
    # Registering does not make it right.
    assert portal("register", "--root", registered).exit_code == 0
    assert typed_over(registered) == told
    write("content/facts/fees.yml", FACT.format(value="EUR 12", checked="2026-01-01", dated="2027-01"))
    assert typed_over(registered) == []
    (warning,) = (problem for problem in check(load_catalog(registered)) if problem.check == "registry")
    assert warning.message == "not in the registry yet: fact fee"
    assert portal("register", "--root", registered).exit_code == 0
    assert [problem for problem in check(load_catalog(registered)) if problem.check == "registry"] == []
    fee = load_catalog(registered).values["fee"]
    assert (fee.value, fee.days) == ("EUR 12", ("-", "-", "2027-01", "2026-01-01"))


def test_an_instance_without_values_has_none_registered(instance: Path) -> None:
    for _ in range(2):  # what was written can be read, and written again
        assert portal("register", "--root", instance).exit_code == 0
    assert not (instance / VALUES).exists()
    assert check(load_catalog(instance)) == []


def test_what_a_fact_said_is_kept_when_it_goes(registered: Path, write: Write) -> None:
    kept = (registered / f"{VALUES}/fee.yml").read_bytes()
    (registered / "content/facts/fees.yml").unlink()
    task = registered / "content/tasks/register.yml"
    task.write_text(task.read_text("utf-8").replace("facts: [fee]\n", ""), "utf-8")
    assert portal("register", "--root", registered).output == "Nothing is new to the registry.\n"
    assert (registered / f"{VALUES}/fee.yml").read_bytes() == kept
    assert check(load_catalog(registered)) == []


def test_each_key_stands_between_lines_that_stay(registered: Path) -> None:
    lines = (registered / f"{VALUES}/fee.yml").read_text("utf-8").splitlines()
    assert [line[:1] == "#" for line in lines] == [True, False] * 5
    assert len(set(lines[::2])) == 5


def test_a_next_value_that_holds_by_now_is_no_news_of_the_registry(registered: Path, write: Write) -> None:
    fees = registered / "content/facts/fees.yml"
    follows = ", next: {from: 2026-02-01, value: {en: EUR 11}, source: 'https://desk.example/fee'}}\n"
    write("content/facts/fees.yml", fees.read_text("utf-8").replace("}\n", follows))
    later = load_catalog(registered, datetime.date(2026, 3, 1))
    assert later.facts["fee"].value == {"en": "EUR 11"}
    assert [problem for problem in check(later) if problem.check == "registry"] == []
