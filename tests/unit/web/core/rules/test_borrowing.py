"""What she borrows and brings in: euros as people write them, and shares that promise nothing too much."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.js_engine import Engine


@pytest.mark.parametrize(
    ("text", "euros"),
    [
        ("2500", 2500),
        (" 2.500 ", 2500),
        ("2 500", 2500),
        ("2,500", None),
        ("2\u00a0500", 2500),
        ("€ 2.500,00", 2500),
        ("2500 euro", 2500),
        ("1.000.000", 1_000_000),
        ("0", 0),
        ("", None),
        ("veel", None),
        ("-5", None),
        ("2500,50", None),
        ("2.50", None),
        ("1e9", None),
        ("99999999999", None),
    ],
)
def test_euros_are_read_as_people_write_them(text: str, euros: int | None, engine: Engine) -> None:
    assert engine.call("eurosIn(text, ',')", text=text) == euros


@pytest.mark.parametrize(("text", "euros"), [("2,500", 2500), ("2.500", None), ("2,500.00", 2500), ("EUR 2500", None)])
def test_a_point_before_what_is_less_than_one_is_read_as_such(text: str, euros: int | None, engine: Engine) -> None:
    assert engine.call("eurosIn(text, '.')", text=text) == euros


@pytest.mark.parametrize(
    ("amount", "loan", "fit"),
    [
        (400, {"least": 500, "most": 25000}, "too_small"),
        (500, {"least": 500, "most": 25000}, "fits"),
        (25001, {"least": 0, "most": 25000}, "too_large"),
        (5, {"least": 0, "most": 0}, ""),
    ],
)
def test_a_sum_fits_between_the_least_and_the_most(amount: int, loan: Any, fit: str, engine: Engine) -> None:
    assert engine.call("fitOf(amount, loan)", amount=amount, loan=loan) == fit


@pytest.mark.parametrize(
    ("own", "amount", "percent", "missing"),
    [(2500, 10000, 25, 0), (2499, 10000, 24.9, 1), (0, 14000, 0, 3500), (1, 3, 33.3, 0), (0, 3, 0, 1)],
)
def test_a_share_is_never_more_than_it_is(own: int, amount: int, percent: float, missing: int, engine: Engine) -> None:
    found = engine.call("ownShare(own, amount, 25)", own=own, amount=amount)
    assert found == {"percent": percent, "missing": missing}
