"""A value that changes says since when."""

from __future__ import annotations

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
    assert portal("register", "--root", registered).exit_code == 0
    assert 'fee: {value: "EUR 12", days: "- - 2027-01 2026-01-01"}' in (registered / VALUES).read_text("utf-8")


def test_an_instance_without_values_has_an_empty_registry(instance: Path) -> None:
    for _ in range(2):  # what was written can be read, and written again
        assert portal("register", "--root", instance).exit_code == 0
    assert (instance / VALUES).read_text("utf-8").endswith("values: {}\n")
    assert check(load_catalog(instance)) == []
