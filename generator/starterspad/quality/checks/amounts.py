"""The amount of a fact, which calculators work with, is the figure that people read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Problem, quoted
from starterspad.rules.money.compiled import plain


def check_amounts(catalog: Catalog) -> Iterator[Problem]:
    """The amount of a fact is the figure that its value says, in every language."""
    for id, fact in catalog.facts.items():
        coming = fact.next
        for path, amount, value in (
            (("amount",), fact.amount, fact.value),
            (("next", "amount"), coming.amount if coming else None, coming.value if coming else None),
        ):
            if path[0] == "next" and coming and fact.amount and not amount:
                message = "the fact has an amount, and its next value has none"
                yield Problem(catalog.location("fact", id, "next"), message, "write the next amount too", "amount")
            if amount is None:
                continue
            at = partial(catalog.location, "fact", id, *path)
            if not value:
                yield Problem(
                    at(), "there is an amount, and no value that people read", "write the value too", "amount"
                )
            for words in (value or {}).values():
                if amount.value not in _figures(words):
                    message = f"the amount {plain(amount.value)} stands nowhere in {quoted(words)}"
                    yield Problem(at(), message, "write the same figure in both", "amount")
                    break


def _figures(words: str) -> set[Fraction]:
    """Return every figure that a text may mean: with a comma or a point before what is less than one."""
    figures: set[Fraction] = set()
    for run in re.findall(r"\d(?:[\d.,'\s]*\d)?", words):
        for point, group in ((",", "."), (".", ",")):
            whole, _, rest = re.sub(rf"[\s'{group}]", "", run).partition(point)
            if whole.isdecimal() and (not rest or rest.isdecimal()):
                figures.add(Fraction(f"{whole}.{rest or 0}"))
    return figures
