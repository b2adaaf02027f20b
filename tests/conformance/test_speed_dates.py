"""The meeting: planned alike in Python and in the browser, and as few people wait as the proof says."""

from __future__ import annotations

import itertools
import time
from typing import Any

import pytest
from starterspad.rules.speed_dates import MOST_ALUMNI, MOST_CANDIDATES, SpeedDates, speed_dates

from tests.support.js_engine import Engine

# What the issue asks for, with groups of each size, and with time for a few rounds only.
CASES = [
    *itertools.product(range(4, 61), range(2, 13), (None, 1, 4), (None, 3)),
    (1, 1, None, None),
    (2, 9, 1, None),
    (MOST_CANDIDATES, MOST_ALUMNI, None, None),
    (MOST_CANDIDATES, MOST_ALUMNI, 1, 4),
]
IN_THE_BROWSER = """cases.map((given) => {
  const { rounds, ...plan } = speedDates(...given);
  return { ...plan, rounds: rounds.map((round) => ({ ...round, alumnusAt: [...round.alumnusAt] })) };
})"""


def as_the_browser_says(plan: SpeedDates) -> dict[str, Any]:
    return {
        "tables": [list(table) for table in plan.tables],
        "rounds": [
            {
                "alumnusAt": [list(pair) for pair in turn.alumnus_at.items()],
                "waiting": list(turn.waiting),
                "resting": list(turn.resting),
            }
            for turn in plan.rounds
        ],
        "everyoneMeets": plan.everyone_meets,
        "waiting": plan.waiting,
        "waitingBound": plan.waiting_bound,
        "resting": plan.resting,
        "restingBound": plan.resting_bound,
    }


def test_both_engines_plan_the_same(engine: Engine) -> None:
    planned = engine.call(IN_THE_BROWSER, cases=CASES)
    for case, plan in zip(CASES, planned, strict=True):
        assert plan == as_the_browser_says(speed_dates(*case)), case


def faults(plan: SpeedDates, candidates: int, alumni: int, size: int | None) -> list[str]:
    """Say what is wrong with a plan, from what it says alone."""
    wrong = []
    if sorted(itertools.chain(*plan.tables)) != list(range(1, candidates + 1)):
        wrong.append("not everybody sits at one table")
    sizes = [len(table) for table in plan.tables]
    if max(sizes) - min(sizes) > 1 or (size and max(sizes) > size):
        wrong.append("groups differ, or are too large")
    met = [pair for turn in plan.rounds for pair in turn.alumnus_at.items()]
    if len(set(met)) != len(met):
        wrong.append("somebody meets an alumnus twice")
    for turn in plan.rounds:
        if sorted((*turn.alumnus_at, *turn.waiting)) != list(range(1, len(plan.tables) + 1)):
            wrong.append("a table is nowhere")
        if sorted((*turn.alumnus_at.values(), *turn.resting)) != list(range(1, alumni + 1)):
            wrong.append("an alumnus is nowhere, or twice")
    times = [sum(table == place for place, _ in met) for table in range(1, len(plan.tables) + 1)]
    if max(times) - min(times) > 1:
        wrong.append("some tables have two turns more than others")
    if plan.everyone_meets and len(met) != len(plan.tables) * alumni:
        wrong.append("not everybody met everybody")
    return wrong


@pytest.mark.parametrize("rounds", [None, 3])
def test_nobody_meets_twice_and_the_fewest_wait(rounds: int | None) -> None:
    for candidates, alumni, size, most in CASES:
        if most != rounds:
            continue
        plan = speed_dates(candidates, alumni, size, most)
        assert faults(plan, candidates, alumni, size) == [], (candidates, alumni, size)
        assert plan.waiting >= plan.waiting_bound and plan.resting == plan.resting_bound
        if rounds is None:
            assert plan.waiting == plan.waiting_bound, (candidates, alumni, size)
        if size is None:
            assert plan.waiting == 0, (candidates, alumni)


def test_the_meeting_that_was_held_takes_six_rounds_and_nobody_waits() -> None:
    begun = time.perf_counter()
    plan = speed_dates(19, 6)
    assert time.perf_counter() - begun < 1
    assert [len(table) for table in plan.tables] == [4, 3, 3, 3, 3, 3]
    assert len(plan.rounds) == 6 and plan.everyone_meets
    assert (plan.waiting, plan.waiting_bound, plan.resting) == (0, 0, 0)


def test_where_some_must_wait_they_are_as_few_as_can_be_and_what_is_more_is_told() -> None:
    # One candidate at a time: 60 rounds, in each 58 wait.
    assert speed_dates(60, 2, 1).waiting == speed_dates(60, 2, 1).waiting_bound == 60 * 58
    # Groups of 3, 3 and 3, of at most 4: two tables of 4 would leave one waiting, ours leave three.
    plan = speed_dates(9, 2, 4, 1)
    assert (plan.waiting, plan.waiting_bound, plan.everyone_meets) == (3, 1, False)
    assert speed_dates(4, 12).resting == speed_dates(4, 12).resting_bound == 12 * 8
