"""The answer of `portal speed-dates`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from starterspad.content.schema_numbers import SPEED_DATES_SCHEMA
from starterspad.rules.speed_dates import speed_dates


class TableAnswer(TypedDict):
    """A table, and the numbers of the candidates who stay there."""

    table: int
    candidates: list[int]


class MeetingAnswer(TableAnswer):
    """A table in one round, with the number of the alumnus who sits there."""

    alumnus: int


class RoundAnswer(TypedDict):
    """One round.

    `starts` is the minute at which it begins, without breaks; `waiting` are the candidates at tables without an
    alumnus, `resting` the alumni without a table.
    """

    round: int
    starts: int
    tables: list[MeetingAnswer]
    waiting: list[int]
    resting: list[int]


class SpeedDatesAnswer(TypedDict):
    """The plan of a meeting.

    `total_minutes` are those of all rounds, without breaks. `everyone_meets` is false where there are too few rounds
    for that. `waiting` counts how often a candidate sits a round out, all rounds together; `bound` is the least that
    any plan with these groups, alumni and rounds can have, and `gap` what lies between. `resting` and `resting_bound`
    say the same of alumni.
    """

    schema: int
    candidates: int
    alumni: int
    minutes: int
    total_minutes: int
    everyone_meets: bool
    tables: list[TableAnswer]
    rounds: list[RoundAnswer]
    waiting: int
    bound: int
    gap: int
    resting: int
    resting_bound: int


def speed_dates_json(
    candidates: int, alumni: int, minutes: int, size: int | None, most_rounds: int | None
) -> SpeedDatesAnswer:
    """Return the plan of a meeting for programs."""
    plan = speed_dates(candidates, alumni, size, most_rounds)
    return {
        "schema": SPEED_DATES_SCHEMA,
        "candidates": candidates,
        "alumni": alumni,
        "minutes": minutes,
        "total_minutes": minutes * len(plan.rounds),
        "everyone_meets": plan.everyone_meets,
        "tables": [{"table": number, "candidates": list(who)} for number, who in enumerate(plan.tables, 1)],
        "rounds": [
            {
                "round": number,
                "starts": minutes * (number - 1),
                "tables": [
                    {"table": table, "candidates": list(plan.tables[table - 1]), "alumnus": alumnus}
                    for table, alumnus in turn.alumnus_at.items()
                ],
                "waiting": [who for table in turn.waiting for who in plan.tables[table - 1]],
                "resting": list(turn.resting),
            }
            for number, turn in enumerate(plan.rounds, 1)
        ],
        "waiting": plan.waiting,
        "bound": plan.waiting_bound,
        "gap": plan.waiting - plan.waiting_bound,
        "resting": plan.resting,
        "resting_bound": plan.resting_bound,
    }


def speed_dates_lines(answer: SpeedDatesAnswer) -> Iterator[str]:
    """Yield the plan of a meeting as lines to read: what it takes, who sits where, each round, and who waits."""
    rounds, tables = answer["rounds"], answer["tables"]
    met = "everybody meets every alumnus" if answer["everyone_meets"] else "not everybody meets every alumnus"
    yield f"{len(rounds)} rounds of {answer['minutes']} minutes, {answer['total_minutes']} minutes in all: {met}."
    for table in tables:
        yield f"table {table['table']}: candidates {_numbers(table['candidates'])}"
    for turn in rounds:
        yield f"round {turn['round']}, from minute {turn['starts']}"
        for meeting in turn["tables"]:
            yield f"  table {meeting['table']}: alumnus {meeting['alumnus']}"
        if turn["waiting"]:
            yield f"  candidates who wait: {_numbers(turn['waiting'])}"
        if turn["resting"]:
            yield f"  alumni who rest: {_numbers(turn['resting'])}"
    for who, waited, bound in (
        ("Candidates", answer["waiting"], answer["bound"]),
        ("Alumni", answer["resting"], answer["resting_bound"]),
    ):
        if not waited:
            yield f"{who} never sit a round out."
        elif waited == bound:
            yield f"{who} sit out {waited} times, all together: no plan can have fewer."
        else:
            yield f"{who} sit out {waited} times, all together: no plan can have fewer than {bound}."


def _numbers(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
