"""A file of answers is read, or refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.problems import InvalidContent
from starterspad.content.yaml import read_yaml
from starterspad.rules.answers_file import read_answers


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stage: idea", 'answers.yml:1: the key "answers" is missing\n  write {answers: {question: option}}'),
        ("answers:\n  stag: idea", 'answers.yml:2: unknown question "stag"\n  did you mean "stage"?'),
        ("answers:\n  stage: ide", 'answers.yml:2: unknown option "ide" of stage\n  did you mean "idea"?'),
        ("answers:\n  stage: [idea, started]", "answers.yml:2: stage takes one answer\n  keep one"),
        (
            "answers:\n  groups: [none-of-these, maker]",
            'answers.yml:2: "none-of-these" cannot stand beside another answer to groups\n  keep one of them',
        ),
        (
            "answers:\n  groups: [maker, dont-know]",
            'answers.yml:2: "dont-know" cannot stand beside another answer to groups\n  keep one of them',
        ),
    ],
)
def test_wrong_answers_are_named_with_their_line(text: str, message: str, tiny: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "answers.yml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidContent) as caught:
        read_answers(read_yaml(path, tmp_path), tiny)
    assert str(caught.value) == message


def test_answers_may_be_json_and_an_empty_list_is_no_answer(tiny: Catalog, tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{"answers": {"stage": "idea", "groups": []}}', "utf-8")
    assert read_answers(read_yaml(path, tmp_path), tiny).by_question == {"stage": frozenset({"idea"})}
