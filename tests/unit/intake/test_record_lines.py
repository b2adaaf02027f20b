"""Only the lines of what changes become others, however people wrote the rest of the file."""

from __future__ import annotations

import pytest
from starterspad.content.models.fact import Fact
from starterspad.content.place import Place
from starterspad.content.yaml import SourceFile
from starterspad.content.yaml.parser import parse_yaml
from starterspad.intake.record_lines import record_lines, with_record

FILE = """\
# Facts about costs
- id: first   # never renamed
  text:
    en: |
      One line.
      # Not a comment.
  # What it costs.
  value: {en: EUR 1}
  checked: 2026-01-01

# The second one.
- {id: second, text: {en: Two.}, checked: 2026-01-01}
- id: third
  text: {en: Three.}
  checked: 2026-01-01
# The end.
"""


def changed(place: int, **answers: object) -> str:
    tree, lines = parse_yaml(FILE, "facts.yml")
    assert isinstance(tree, list)
    old = tree[place]
    assert isinstance(old, dict)
    new = {key: value for key, value in {**old, **answers}.items() if value is not None}
    at = record_lines(Place(SourceFile("facts.yml", tree, lines), (place,)), FILE)
    text = with_record(FILE, at, old, new, Fact)  # type: ignore[arg-type]
    assert parse_yaml(text, "facts.yml")[0] == [new if other is old else other for other in tree]
    return text


def differing(text: str) -> tuple[list[str], list[str]]:
    """Return the lines that went, and those that came."""
    before, after = FILE.split("\n"), text.split("\n")
    return [line for line in before if line not in after], [line for line in after if line not in before]


def test_a_key_that_changes_is_written_in_its_place_and_comments_stay() -> None:
    text = changed(0, value={"en": "EUR 2"})
    assert differing(text) == (["  value: {en: EUR 1}"], ["  value:", "    en: EUR 2"])
    assert text.index("# What it costs.") < text.index("EUR 2") < text.index("checked: 2026-01-01")


def test_a_new_key_stands_where_the_model_has_it_and_one_that_goes_takes_its_lines_along() -> None:
    text = changed(0, source="https://a.example", text={"en": "Other."}, value=None)
    assert text.index("text:") < text.index("source: ") < text.index("checked:")
    assert "# Not a comment." not in text
    assert "# The second one." in text


def test_the_last_record_ends_before_what_is_said_of_the_file() -> None:
    assert changed(2, checked="2026-02-01").endswith("  checked: 2026-02-01\n# The end.\n")


@pytest.mark.parametrize("words", ["yes", "a: b", "- x", "#", "'", "{fact: x}"])
def test_a_record_on_one_line_is_written_anew_behind_its_dash(words: str) -> None:
    text = changed(1, text={"en": words})
    assert "- id: second\n  text:\n    en: " in text
    assert "# The second one." in text
