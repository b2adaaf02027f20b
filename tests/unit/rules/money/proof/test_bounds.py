"""The ranges of the proof hold whatever comes out, and what they do not doubt never happens."""

from __future__ import annotations

import random
from collections.abc import Mapping
from fractions import Fraction

from starterspad.rules.money.arithmetic import Unknown, Value, Values
from starterspad.rules.money.compiled import Computation
from starterspad.rules.money.evaluate import calculate
from starterspad.rules.money.proof.bounds import Bounds
from starterspad.rules.money.proof.box import Pieces
from starterspad.rules.money.proof.parts import Parts
from starterspad.rules.money.proof.ranges import Range

from tests.support.random_formulas import random_computation
from tests.support.trials import trials


def random_box(computation: Computation, chance: random.Random) -> Pieces:
    pieces = Pieces.all_of(computation)
    for _ in range(chance.choice((0, 0, 3, 12))):
        halves = pieces.halves(list(computation.inputs))
        pieces = chance.choice(halves) if halves else pieces
    return pieces


def holds(computation: Computation, bounds: Bounds, point: Mapping[str, Fraction]) -> bool:
    """Tell whether the ranges say what happens at a point, down to a limit that is broken there."""
    values = calculate(computation, {name: (figure,) for name, figure in point.items()}, {})
    doubted = wrong = False
    for id, step in computation.steps.items():
        figures = _list(values[id])
        doubted = doubted or id in bounds.doubts
        wrong = any(isinstance(figure, Unknown) and figure.fault != "none" for figure in figures)
        low = step.at_least is not None and any(isinstance(f, Fraction) and f < step.at_least for f in figures)
        if wrong or low:
            return doubted
        within = bounds.values[id]
        pairs = zip(figures, within if isinstance(within, list) else [within], strict=False)
        if not all(isinstance(figure, Unknown) or fits(figure, limits) for figure, limits in pairs):
            return False
    return True


def fits(figure: Fraction, limits: Range | None) -> bool:
    if limits is None or not limits.low <= figure <= limits.high or (limits.nonzero and not figure):
        return False
    multiple = limits.grain is None or ((figure / limits.grain).denominator == 1 if limits.grain else not figure)
    return multiple and figure.denominator.bit_length() <= limits.bits


def _list(values: Values) -> list[Value]:
    return values if isinstance(values, list) else [values]


def test_what_comes_out_lies_within_the_ranges_and_what_is_not_doubted_never_happens() -> None:
    chance = random.Random(5)
    doubted = sure = 0
    for _ in range(trials(6_000)):
        computation = random_computation(chance)
        pieces = random_box(computation, chance)
        bounds = Bounds(Parts(computation), pieces.ranges(), frozenset(computation.steps))
        doubted, sure = doubted + bool(bounds.doubts), sure + (not bounds.doubts)
        for point in pieces.points(chance):
            assert holds(computation, bounds, point), (computation, point)
    assert min(doubted, sure) > trials(500)
