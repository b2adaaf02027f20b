"""Events: hostile until judged; what is refused says where, why and what to write."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog
from starterspad.content.problems import InvalidContent, Problem, raise_errors
from starterspad.quality.checks import check

from tests.support.hostile_events import GOOD_EVENT, HOSTILE_EVENTS
from tests.support.hostile_files import Hostile

NAME = "content/events/prices.yml"


def problems_of(root: Path, content: bytes) -> tuple[Problem, ...]:
    path = root / NAME
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    try:
        raise_errors(check(load_catalog(root)))
    except InvalidContent as invalid:
        return invalid.problems
    return ()


def test_two_hundred_kinds_of_hostile_events_are_tried_and_each_once() -> None:
    assert len({case.name for case in HOSTILE_EVENTS}) == len(HOSTILE_EVENTS) >= 200
    assert len({case.content for case in HOSTILE_EVENTS}) == len(HOSTILE_EVENTS)


@pytest.mark.parametrize("case", HOSTILE_EVENTS, ids=lambda case: case.name)
def test_a_hostile_event_is_refused_with_file_line_and_reason(case: Hostile, instance: Path) -> None:
    started = time.process_time()
    found = problems_of(instance, case.content)
    assert time.process_time() - started < 1
    wanted = [problem for problem in found if case.message in problem.message]
    assert wanted, "\n".join(map(str, found))
    assert (wanted[0].location.path, wanted[0].location.line) == (NAME, case.line)
    assert wanted[0].remedy


def test_the_event_that_the_hostile_ones_are_made_from_is_good(instance: Path) -> None:
    assert not problems_of(instance, GOOD_EVENT.encode())


def test_an_event_without_a_known_day_says_in_what_rhythm_it_is_held(instance: Path) -> None:
    kept = [line for line in GOOD_EVENT.splitlines() if not line.startswith(("day:", "repeat:", " "))]
    assert not problems_of(instance, "\n".join([*kept, "rhythm: {en: Once a month}", ""]).encode())
    (problem,) = problems_of(instance, "\n".join([*kept, ""]).encode())
    assert problem.message.endswith("an event needs its day")
    assert problem.remedy == "write day: 2026-12-03, or rhythm: where no day is known"
