"""Figures as people write them: an amount, a percentage, a plain number, and the words of a unit.

The same in `web/base/figures.js`, which writes what is worked out on the page.
"""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_decimal

from starterspad.content.messages import Messages
from starterspad.content.units import Unit

# What keeps together signs that are read from left to right, and its end: between words from right to left a sign would
# stand on the wrong side.
_LEFT_TO_RIGHT, _ENDED = "\u2066", "\u2069"
_MONEY = "euro"
# Any number that is neither one nor two: a unit over a line is said of many.
_MANY = 100


def figure_words(value: str, unit: Unit, messages: Messages) -> str:
    """Write a figure such as `-1234.50` as its readers do; of its unit only money and percent are said."""
    whole, _, digits = value.removeprefix("-").partition(".")
    money = str(unit).startswith(_MONEY)
    # A whole amount has no cents; of other figures noughts at the end say nothing.
    digits = digits if money and digits.strip("0") else digits.rstrip("0")
    pattern = f"#,##0.{'0' * len(digits)}" if digits else "#,##0"
    figure = str(format_decimal(Decimal(f"{whole}.{digits or 0}"), format=pattern, locale=messages.locale))
    if money:
        figure = messages.format("figures.euro", figure=figure)
    elif unit.percent:
        figure = messages.format("figures.percent", figure=figure)
    said = messages.format("figures.minus", figure=figure) if value.startswith("-") else figure
    return f"{_LEFT_TO_RIGHT}{said}{_ENDED}" if messages.direction == "rtl" else said


def unit_words(unit: Unit, messages: Messages) -> str:
    """Say what a figure counts: euro per month; nothing for a plain number."""
    over = [messages.format(f"unit.{name}", count=_MANY) for name, power in unit.powers for _ in range(power)]
    under = [messages.format(f"unit.{name}", count=1) for name, power in unit.powers for _ in range(-power)]
    words = " × ".join(([messages.format("unit.percent")] if unit.percent else []) + over)
    for name in under:
        words = messages.format("figures.per", over=words, under=name).strip()
    return words
