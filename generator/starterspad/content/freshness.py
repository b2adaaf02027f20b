"""How far to trust what was checked a while ago: full trust for six months, none after two years."""

from __future__ import annotations

import datetime
from typing import Literal

# Up to so many days, and from so many on: six months and two years. The browser gets both with the decision model.
FRESH_DAYS = 183
OLD_DAYS = 731

Freshness = Literal["fresh", "ageing", "old"]


def trust(checked: datetime.date, today: datetime.date) -> float:
    """Return 1 for what was checked within six months, falling evenly to 0 at twenty-four."""
    days = (today - checked).days
    return min(max((OLD_DAYS - days) / (OLD_DAYS - FRESH_DAYS), 0.0), 1.0)


def freshness(checked: datetime.date, today: datetime.date) -> Freshness:
    """Say it in a word: `fresh` up to 183 days (six months), `old` from 731 (two years), `ageing` in between.

    `checked` and `today` are days; the limits are our own choice.
    """
    left = trust(checked, today)
    return "fresh" if left == 1 else "ageing" if left else "old"
