"""The tables of docs/content.md are those of the models, and what they show as an example is right."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel
from starterspad.content.kinds import KINDS
from starterspad.content.models.question import Question
from starterspad.content.models.task import Task
from starterspad.content.yaml.parser import parse_yaml
from starterspad.upkeep.content_tables import example_of, models_inside, with_tables

from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs/content.md").read_text("utf-8")
MODELS = sorted({inner for kind in KINDS for inner in (kind.model, *models_inside(kind.model))}, key=str)


def table(kind: str) -> str:
    return with_tables(f"<!-- table: {kind} -->\n<!-- end -->\n")


def test_the_tables_are_not_stale() -> None:
    assert with_tables(PAGE) == PAGE, "docs/content.md is stale: make tables"


def test_every_kind_of_file_has_its_table_and_no_other_has_one() -> None:
    assert sorted(re.findall(r"<!-- table: ([\w-]+) -->", PAGE)) == sorted(kind.schema for kind in KINDS)
    with pytest.raises(KeyError):
        table("nothing")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_each_key_says_what_it_means_and_its_example_may_stand_in_a_file(model: type[BaseModel]) -> None:
    for name, field in model.model_fields.items():
        assert field.description, f"{model.__name__}.{name} says nothing"
        assert field.description.endswith("."), f"{model.__name__}.{name}: {field.description}"
    lines = (f"{field.alias or name}: {example_of(field)}\n" for name, field in model.model_fields.items())
    tree, _ = parse_yaml("".join(lines), "example.yml")
    assert model.model_validate(tree).model_fields_set == set(model.model_fields)


def test_a_row_says_whether_a_key_must_stand_and_what_holds_without_it() -> None:
    rows = table("task").splitlines()
    assert "| `phase` | yes |  | `testing` | The phase in which it stands. |" in rows
    assert any(row.startswith("| `registration` | no | `false` | `true` | ") for row in rows)
    assert any(row.endswith(" One of `required`, `recommended`, `optional`. |") for row in rows)


def test_a_model_inside_has_a_table_of_its_own_under_the_keys_where_it_stands() -> None:
    paths = {inner.__name__: keys for inner, keys in models_inside(Task).items()}
    assert paths == {
        "Estimate": ["cost", "effort"],
        "LeadTime": ["lead_time"],
        "Sought": ["sought"],
        "Link": ["links"],
        "Change": ["changes"],
    }
    assert "\nIn `cost`, `effort`: what something costs or how long it takes, and who says so.\n" in table("task")
    assert list(models_inside(Question)) != []


def test_what_stands_outside_the_marks_stays() -> None:
    page = "before\n<!-- table: page -->\nold\n<!-- end -->\nafter\n"
    assert with_tables(page).startswith("before\n<!-- table: page -->\n\n| key |")
    assert with_tables(page).endswith("|\n\n<!-- end -->\nafter\n")
    assert "old" not in with_tables(page)
