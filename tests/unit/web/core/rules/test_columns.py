"""Numbers as text: what Python writes, the browser reads."""

from __future__ import annotations

from random import Random

from starterspad.rules.columns import column

from tests.support.js_engine import Engine


def test_a_column_comes_back_as_it_was_written(engine: Engine) -> None:
    chance = Random(21)
    edges = [0, 56, 57, 92, 55_260, 55_261, 57_308, 63_487, 63_488, 1_000_000]
    for numbers in ([], edges, [chance.randrange(2 ** chance.randint(1, 20)) for _ in range(3000)]):
        assert engine.call("[...numbersIn(text)]", text=column(numbers)) == numbers


def test_what_is_counted_begins_where_the_one_before_it_ends(engine: Engine) -> None:
    assert engine.call("[...startsOf(numbersIn(text))]", text=column([2, 0, 3])) == [0, 2, 2, 5]
