"""Who talks to whom at a meeting: small groups stay at their table, and every few minutes another alumnus sits down.

The browser plans the same in `web/core/meet/speed-dates.js`. What is proved about waiting stands in docs/meetings.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd

# More people than these meet in no room, and nobody talks longer in one round.
MOST_CANDIDATES = 500
MOST_ALUMNI = 60
MOST_MINUTES = 120


@dataclass(frozen=True)
class Round:
    """One round: which alumnus sits at which table; who has none there waits, and who has no table rests.

    Alumni and tables count from 1.
    """

    alumnus_at: dict[int, int]
    waiting: tuple[int, ...]
    resting: tuple[int, ...]


@dataclass(frozen=True)
class SpeedDates:
    """The plan of a meeting.

    `tables` holds the numbers of the candidates of each table. `waiting` counts how often a candidate sits a round out,
    all rounds together, `resting` how often an alumnus does; the bounds are what no plan can stay below.
    """

    tables: tuple[tuple[int, ...], ...]
    rounds: tuple[Round, ...]
    everyone_meets: bool
    waiting: int
    waiting_bound: int
    resting: int
    resting_bound: int


def speed_dates(candidates: int, alumni: int, size: int | None = None, most_rounds: int | None = None) -> SpeedDates:
    """Plan a meeting of so many candidates and alumni.

    At most `size` candidates sit at a table; without it, as many as leave nobody waiting. `most_rounds` ends the
    meeting before everybody met everybody.
    """
    seats = size or -(-candidates // alumni)
    tables = _tables(candidates, alumni, seats)
    needed = max(len(tables), alumni)
    count = min(most_rounds or needed, needed)
    rounds = tuple(_rounds(len(tables), alumni, count))
    meetings = min(candidates * min(count, alumni), alumni * min(count * seats, candidates))
    return SpeedDates(
        tables,
        rounds,
        count == needed,
        sum(len(tables[table - 1]) for round in rounds for table in round.waiting),
        candidates * count - meetings,
        sum(len(round.resting) for round in rounds),
        count * max(0, alumni - candidates),
    )


def _tables(candidates: int, alumni: int, size: int) -> tuple[tuple[int, ...], ...]:
    """Divide candidates over tables: the largest first, none larger by more than one, and one for each alumnus."""
    count = max(-(-candidates // size), min(candidates, alumni))
    small, larger = divmod(candidates, count)
    tables = []
    first = 1
    for place in range(count):
        end = first + small + (place < larger)
        tables.append(tuple(range(first, end)))
        first = end
    return tuple(tables)


def _rounds(tables: int, alumni: int, count: int) -> Iterator[Round]:
    """Yield the rounds: of the longer row, as many stand beside the shorter one as fit, and all move on each round.

    Moving on by the whole length of the shorter row makes turns come evenly; where that leads back to where it began
    before all was seen, it goes on one further.
    """
    longer, shorter = max(tables, alumni), min(tables, alumni)
    lap = longer // gcd(longer, shorter)
    for number in range(count):
        shift = number * shorter + number // lap
        pairs = [(place, (place + shift) % longer) for place in range(shorter)]
        alumnus_at = {
            (large if tables >= alumni else small) + 1: (small if tables >= alumni else large) + 1
            for small, large in pairs
        }
        yield Round(
            dict(sorted(alumnus_at.items())),
            tuple(table for table in range(1, tables + 1) if table not in alumnus_at),
            tuple(sorted({*range(1, alumni + 1)} - set(alumnus_at.values()))),
        )
