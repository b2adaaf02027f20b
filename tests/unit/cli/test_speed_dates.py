"""`portal speed-dates`."""

from __future__ import annotations

import json

import pytest

from tests.support.command_line import portal


def test_a_program_reads_each_round_and_that_nobody_waits() -> None:
    answer = json.loads(
        portal("speed-dates", "--candidates", "19", "--alumni", "6", "--minutes", "5", "--format", "json").output
    )
    assert (answer["schema"], answer["total_minutes"], answer["everyone_meets"]) == (1, 30, True)
    assert (answer["waiting"], answer["bound"], answer["gap"]) == (0, 0, 0)
    assert answer["tables"][0] == {"table": 1, "candidates": [1, 2, 3, 4]}
    assert answer["rounds"][1]["starts"] == 5
    assert answer["rounds"][1]["tables"][0] == {"table": 1, "candidates": [1, 2, 3, 4], "alumnus": 6}


def test_people_read_who_sits_where_and_who_waits() -> None:
    lines = portal("speed-dates", "--candidates", "5", "--alumni", "2", "--size", "2", "--rounds", "2").output
    assert lines.splitlines() == [
        "2 rounds of 5 minutes, 10 minutes in all: not everybody meets every alumnus.",
        "table 1: candidates 1, 2",
        "table 2: candidates 3, 4",
        "table 3: candidates 5",
        "round 1, from minute 0",
        "  table 1: alumnus 1",
        "  table 2: alumnus 2",
        "  candidates who wait: 5",
        "round 2, from minute 5",
        "  table 1: alumnus 2",
        "  table 3: alumnus 1",
        "  candidates who wait: 3, 4",
        "Candidates sit out 3 times, all together: no plan can have fewer than 2.",
        "Alumni never sit a round out.",
    ]
    rest = portal("speed-dates", "--candidates", "1", "--alumni", "2").output
    assert "  alumni who rest: 2" in rest
    assert "Alumni sit out 2 times, all together: no plan can have fewer." in rest


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--candidates", "0"), 'how many people come to ask: write a whole number from 1 to 500, not "0"'),
        (("--candidates", "-3"), 'from 1 to 500, not "-3"'),
        (("--candidates", "9" * 5000), 'from 1 to 500, not "9999'),
        (("--candidates", "2.5"), 'not "2.5"'),
        (("--candidates", "٣"), "how many people come to ask"),
        (("--candidates", "\x1b[2J"), "how many people come to ask"),
        (("--alumni", "61"), 'how many people come to tell: write a whole number from 1 to 60, not "61"'),
        (("--minutes", "0"), 'how many minutes a round takes: write a whole number from 1 to 120, not "0"'),
        (("--size", "many"), "how many candidates sit at a table"),
        (("--rounds", ""), "how many rounds there are time for"),
        (("--candidate-s", "3"), "No such option"),
    ],
)
def test_what_is_no_number_of_people_is_refused_in_words(arguments: tuple[str, str], words: str) -> None:
    result = portal("speed-dates", "--candidates", "19", "--alumni", "6", *arguments)
    assert result.exit_code == 2
    assert words in result.output
    assert "\x1b" not in result.output
    assert len(result.output) < 600


def test_both_numbers_of_people_are_asked_for() -> None:
    assert "Missing option '--alumni'" in portal("speed-dates", "--candidates", "19").output
