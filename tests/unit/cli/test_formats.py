"""Problems as text, as workflow commands and as JSON: nothing in a hostile file steers what shows them."""

from __future__ import annotations

from starterspad.cli.formats.impact import impact_lines
from starterspad.cli.formats.problems import github, printable, problem_json, text
from starterspad.content.problems import Location, Problem
from starterspad.quality.coverage import Gap, Help, Segment
from starterspad.upkeep.impact import Impact

PROBLEM = Problem(Location("partners/a,b:c.yml", 3), "wrong: 100%\r::error::", "mend\nit", "words", "warning")


def test_a_problem_for_a_terminal_is_its_place_words_and_remedy() -> None:
    assert text(Problem(Location("a.yml", 2), "wrong", "mend it")) == "a.yml:2: wrong\n  mend it"
    assert text(Problem(Location("a.yml"), "wrong", severity="warning")) == "a.yml:1: warning: wrong"


def test_what_cannot_be_printed_is_written_as_its_code() -> None:
    assert printable("\x1b[2Jred\u202e") == "\\x1b[2Jred\\u202e"


def test_a_problem_for_a_workflow_stays_one_command() -> None:
    assert github(PROBLEM) == "::warning file=partners/a%2Cb%3Ac.yml,line=3::wrong: 100%25%0D::error::%0Amend%0Ait"


def test_a_problem_for_a_program_has_a_name_for_each_part() -> None:
    assert problem_json(PROBLEM) == {
        "file": "partners/a,b:c.yml",
        "line": 3,
        "severity": "warning",
        "check": "words",
        "message": "wrong: 100%\r::error::",
        "remedy": "mend\nit",
    }


def test_words_of_a_file_make_no_marks_in_a_pull_request() -> None:
    problem = Problem(Location("a.yml"), "[click](https://evil.example) @everyone <img>")
    impact = Impact(10, 1, (), {}, {}, {}, (problem,), (), (), ())
    *_, line = impact_lines(impact, markdown=True)
    assert line == r"- a.yml:1: \[click\]\(https://evil.example\) \@everyone \<img\>"


def test_a_share_that_is_not_nothing_never_reads_as_nothing() -> None:
    first = next(impact_lines(Impact(10_000_000, 1, (), {}, {}, {}, (), (), (), ()), markdown=False))
    assert first.startswith("0.1% of 10,000,000 ")
    first = next(impact_lines(Impact(10_000_000, 9_999_999, (), {}, {}, {}, (), (), (), ()), markdown=False))
    assert first.startswith("99.9% of ")


def test_a_gap_is_written_with_what_it_asks_for() -> None:
    gaps = (
        Gap("books", Segment(), Help(sought=True)),
        Gap("plan", Segment(area="town", cost="free"), Help(sought=True)),
    )
    lines = list(impact_lines(Impact(10, 1, (), {}, {}, {}, (), (), gaps, ()), markdown=False))
    assert lines[-3:] == ["What nobody helps with any more", "  books", "  plan (area town, cost free)"]
