"""The order of those who help, in both engines: who fits hers best and can be reached first, and equal turns."""

from __future__ import annotations

from random import Random

import pytest
from starterspad.rules.helper_order import NOT_KNOWN, Standing, in_order, why_first

from tests.support.js_engine import Engine

Helper = tuple[str, Standing]
EQUAL = Standing(perhaps=False, general=0, far=0, web_only=False, ageing=False)
# What the browser weighs as one number: a phone is a way beside the web.
RANK = """((of) => rankOf(of[0], -of[1], -of[2], of[3] ? 16 : 17, of[4]))(standings[place])"""
HELPERS = [(f"partner-{number}", EQUAL) for number in range(6)]


def _standing(differing: dict[str, float]) -> Standing:
    return EQUAL._replace(**differing)  # type: ignore[arg-type]  # the names are those of fields


def ordered(engine: Engine, helpers: list[Helper], seed: str) -> list[str]:
    """Return the partners as both engines order them, which is the same."""
    there: list[str] = engine.call(
        f"""((ranks) => partners.map((_, place) => place).sort((left, right) => ranks[left] - ranks[right])
          .map((place) => partners[place]))(turnsOf(seed, partners)
          .map((turn, place) => turnOf(turn, standings[place][5] ?? undefined) + {RANK}))""",
        partners=[partner for partner, _ in helpers],
        # No number of JSON is without end.
        standings=[
            (*standing[:-1], None if standing.opens == NOT_KNOWN else standing.opens) for _, standing in helpers
        ],
        seed=seed,
    )
    here = in_order(helpers, lambda helper: helper[1], lambda helper: helper[0], seed)
    assert there == [partner for partner, _ in here]
    return there


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({}, {"perhaps": True}),
        ({"general": -2}, {"general": -1}),
        ({"far": -3}, {"far": -1}),
        ({}, {"web_only": True}),
        ({}, {"ageing": True}),
        # Its desk opens sooner, or is open; who has no desk comes after.
        ({"opens": 2400}, {"opens": 2401}),
        ({"opens": -3600}, {"opens": 60}),
        ({"opens": 4 * 7 * 24 * 3600}, {}),
        ({}, {"ageing": True, "opens": 60}),
        # What is said first goes before all that follows.
        ({"web_only": True, "far": 0}, {"perhaps": True, "general": -3, "far": -3}),
        ({"general": -1, "web_only": True}, {"far": -3}),
        ({"far": -1, "web_only": True}, {}),
        ({"ageing": True}, {"web_only": True}),
    ],
)
def test_what_counts_more_stands_first_whoever_is_whose_turn(
    first: dict[str, float], second: dict[str, float], engine: Engine
) -> None:
    pair = [("second", _standing(second)), ("first", _standing(first))]
    for seed in range(20):
        assert ordered(engine, pair, str(seed)) == ["first", "second"]


def test_both_engines_take_the_same_turns(engine: Engine) -> None:
    chance = Random(5)
    names = ["café", "naïve-😀", "x", "partner-1", "Ω"]
    for seed in ("", "null", "seed", "é😀"):
        standings = [
            Standing(
                perhaps=chance.random() < 0.5,
                general=-chance.randint(0, 1),
                far=-chance.randint(0, 1),
                web_only=chance.random() < 0.5,
                ageing=chance.random() < 0.5,
            )
            for _ in names
        ]
        ordered(engine, list(zip(names, standings, strict=True)), seed)


def test_no_partner_stands_first_more_often_than_another(engine: Engine) -> None:
    first = [ordered(engine, HELPERS, f"seed{number}")[0] for number in range(1200)]
    counts = [first.count(partner) for partner, _ in HELPERS]
    # Two hundred each; five standard deviations around it.
    assert all(135 <= count <= 265 for count in counts), counts


def test_who_joins_makes_nobody_else_change_places(engine: Engine) -> None:
    for seed in range(50):
        before = ordered(engine, HELPERS, str(seed))
        after = ordered(engine, [*HELPERS, ("new", EQUAL)], str(seed))
        assert [partner for partner in after if partner != "new"] == before
        assert before == ordered(engine, HELPERS[::-1], str(seed))


@pytest.mark.parametrize(
    ("standings", "words"),
    [
        ([], []),
        ([EQUAL], ["only"]),
        ([EQUAL, EQUAL], []),
        ([EQUAL, EQUAL._replace(perhaps=True)], ["certain"]),
        ([EQUAL._replace(general=-1), EQUAL], ["yours"]),
        ([EQUAL._replace(far=-1), EQUAL], ["near"]),
        ([EQUAL, EQUAL._replace(web_only=True)], ["reachable"]),
        ([EQUAL._replace(web_only=True), EQUAL._replace(perhaps=True, web_only=True)], ["certain"]),
        ([EQUAL._replace(perhaps=True, far=-1), EQUAL._replace(perhaps=True)], ["near"]),
    ],
)
def test_what_put_the_first_before_the_others_is_said(
    standings: list[Standing], words: list[str], engine: Engine
) -> None:
    assert why_first(standings) == words
    ranks = f"standings.map((_, place) => {RANK})"
    assert engine.call(f"whyFirst({ranks})", standings=[standing[:-1] for standing in standings]) == words
