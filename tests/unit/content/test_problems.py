"""Problems are values that teach."""

from __future__ import annotations

import pytest
from starterspad.content.problems import InvalidContent, Location, Problem, did_you_mean, quoted, raise_errors

HERE = Location("partners/x.yml", 14)


def test_a_problem_says_where_what_and_how_to_mend_it() -> None:
    assert (
        str(Problem(HERE, "unknown task", "did you mean this?"))
        == "partners/x.yml:14: unknown task\n  did you mean this?"
    )
    assert str(Problem(HERE, "unknown task")) == "partners/x.yml:14: unknown task"


def test_all_problems_are_told_at_once_in_the_order_of_the_files() -> None:
    later, earlier = Problem(Location("b.yml", 1), "two"), Problem(Location("a.yml", 9), "one")
    assert str(InvalidContent([later, earlier])) == "a.yml:9: one\nb.yml:1: two"


def test_a_warning_alone_stops_nothing() -> None:
    warning = Problem(HERE, "untranslated", severity="warning")
    raise_errors([warning])
    with pytest.raises(InvalidContent) as caught:
        raise_errors([warning, Problem(HERE, "wrong")])
    assert len(caught.value.problems) == 2


@pytest.mark.parametrize(
    ("word", "known", "remedy"),
    [
        ("finance-start", ["finance-starter", "other"], 'did you mean "finance-starter"?'),
        ("zzz", ["b", "a"], "known: a, b"),
        ("zzz", [f"k{i:02}" for i in range(15)], f"known: {', '.join(f'k{i:02}' for i in range(12))} and 3 more"),
        ("zzz", [], ""),
        ("x" * 100_000, ["abc"], "known: abc"),
    ],
)
def test_the_closest_known_word_is_offered(word: str, known: list[str], remedy: str) -> None:
    assert did_you_mean(word, known) == remedy


def test_what_a_file_says_is_quoted_short_and_visible() -> None:
    assert quoted("a\nb\x1b") == r'"a\nb\x1b"'
    assert quoted("x" * 100) == f'"{"x" * 60}"'
