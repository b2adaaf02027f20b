"""A number is read as her language writes it; what is no number is none."""

from __future__ import annotations

import pytest

from tests.support.js_engine import Engine


@pytest.mark.parametrize(
    ("typed", "mark", "number"),
    [
        ("12", ",", "12"),
        ("12,5", ",", "12.5"),
        ("12.5", ",", "12.5"),
        ("12,", ",", "12"),
        (",5", ",", "0.5"),
        ("1.250", ",", "1250"),
        ("1.250", ".", "1.250"),
        ("1,250", ".", "1250"),
        ("0.125", ",", "0.125"),
        ("1.250.000,75", ",", "1250000.75"),
        ("1,250,000.75", ",", "1250000.75"),
        ("1.250.000", ",", "1250000"),
        ("1 250,50", ",", "1250.50"),
        ("1\u00a0250\u202f000", ",", "1250000"),
        ("1'250.50", ".", "1250.50"),
        ("€ 12,50", ",", "12.50"),
        ("21 %", ",", "21"),
        ("−5", ",", "-5"),
        ("+5", ",", "5"),
        ("007", ",", "7"),
        ("١٬٢٥٠٫٥", ".", "1250.5"),
        ("۱۲", ".", "12"),
        ("１２", ",", "12"),
    ],
)
def test_what_is_typed_is_read(typed: str, mark: str, number: str, engine: Engine) -> None:
    assert engine.call("typedNumber(typed, mark)", typed=typed, mark=mark) == number


@pytest.mark.parametrize(
    "typed",
    ["", " ", "-", ",", "1e9", "12 euro", "1.2.3", "1,2,3", "1.25.000,5", "0x10", "NaN", "Infinity", "5-3", "½"],
)
def test_what_is_no_number_is_none(typed: str, engine: Engine) -> None:
    assert engine.call("typedNumber(typed, ',')", typed=typed) is None


@pytest.mark.parametrize(
    ("typed", "decimals", "most", "number"),
    [
        ("9.125", 3, "25/1", "9.125"),
        ("9,125", 3, "25/1", "9.125"),
        ("1.250", 3, "5000/1", "1250"),
        ("5.000", 2, "1000/1", "5000"),
        ("99.125", 3, "25/1", "99125"),
        ("x", 3, "25/1", None),
    ],
)
def test_three_digits_behind_a_point_are_thousands_unless_only_less_than_one_fits(
    typed: str, decimals: int, most: str, number: str | None, engine: Engine
) -> None:
    item = {"id": "rate", "decimals": decimals, "min": "0/1", "max": most}
    assert engine.call("typedFigure(item, typed, ',')", item=item, typed=typed) == number
