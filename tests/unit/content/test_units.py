"""Units: how they are read, combined and said."""

from __future__ import annotations

import pytest
from starterspad.content.units import PURE, Unit, WrongUnit, read_unit


@pytest.mark.parametrize(
    ("text", "written", "words"),
    [
        ("euro", "euro", "euro"),
        ("euro/month", "euro/month", "euro per month"),
        ("euro ÷ month", "euro/month", "euro per month"),
        ("euro/(hour*person)", "euro/hour/person", "euro per hour per person"),
        ("1/month", "1/month", "a number per month"),
        ("number", "number", "a plain number"),
        ("percent", "percent", "percent"),
        ("percent/year", "percent/year", "percent per year"),
        ("euro × euro ÷ euro", "euro", "euro"),
        ("square_metre", "square_metre", "square metre"),
    ],
)
def test_a_unit_is_read_and_said(text: str, written: str, words: str) -> None:
    unit = read_unit(text)
    assert str(unit) == written
    assert unit.words == words
    assert read_unit(written) == unit


@pytest.mark.parametrize(
    "text", ["", "euros", "euro/", "/month", "euro//month", "euro month", "(euro", "euro/percent", "2", "é"]
)
def test_what_is_no_unit_is_refused(text: str) -> None:
    with pytest.raises(WrongUnit):
        read_unit(text)


def test_products_quotients_and_powers_combine() -> None:
    price, sales = read_unit("euro/piece"), read_unit("piece/month")
    assert str(price.times(sales)) == "euro/month"
    assert str(price.times(price, -1)) == "number"
    assert str(price.to_power(2)) == "euro*euro/piece/piece"
    assert price.to_power(0) == PURE


def test_percent_is_a_pure_number_shown_a_hundred_times_as_large() -> None:
    assert read_unit("percent").scale == 100
    assert read_unit("percent").pure == PURE == Unit()
