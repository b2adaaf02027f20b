"""The reference engine: what is exact, what is not known, and what has no figure."""

from __future__ import annotations

from fractions import Fraction

import pytest
from starterspad.content.models.calculator import Calculator
from starterspad.content.units import PURE
from starterspad.rules.money.arithmetic import Unknown, Values, rounded, shown
from starterspad.rules.money.compiled import Computation, ComputedInput, ComputedStep
from starterspad.rules.money.evaluate import calculate
from starterspad.rules.money.formula import read_formula

_RECORD: Calculator = Calculator.model_construct()  # type: ignore[call-arg]


def worked_out(formula: str, months: int | str = 3, monthly: bool = False, **filled: str | None) -> Values:
    """Work a formula out with inputs a, b, c and n, and the three months of s."""
    inputs = {name: ComputedInput(name, PURE, Fraction(0), Fraction(9), 0) for name in ("a", "b", "c", "n")}
    inputs["s"] = ComputedInput("s", PURE, Fraction(0), Fraction(9), 0, asked=0)
    step = ComputedStep("result", PURE, 2, monthly, read_formula(formula))
    computation = Computation("one", _RECORD, months, inputs, {"result": step})
    figures = {name: text and tuple(map(Fraction, text.split())) for name, text in filled.items()}
    return calculate(computation, {name: value or None for name, value in figures.items()}, {})["result"]


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("a ÷ 3 × 3 − a", "0"),
        ("0.1 + 0.2 - 0.3", "0"),
        ("round(a ÷ 3, 2)", "0.67"),
        ("round(0.125, 2)", "0.13"),
        ("round(-0.125, 2)", "-0.13"),
        ("round_up(-0.121, 2)", "-0.13"),
        ("round_down(-0.129, 2)", "-0.12"),
        ("power(a, 10)", "1024"),
        ("power(0, 0)", "1"),
        ("min(a, b, 1) + max(a, b)", "4"),
        ("sum(s × month)", "14"),
        ("min(s) + max(s) × 10 + last(s) × 100", "331"),
        ("if(a = 2 and not b < 2, 5, 6)", "5"),
        ("-a", "-2"),
    ],
)
def test_a_formula_comes_to(formula: str, result: str) -> None:
    assert worked_out(formula, a="2", b="3", s="1 2 3") == Fraction(result)


def test_a_month_follows_from_the_month_before() -> None:
    assert worked_out("running(a, before × 2 + s)", monthly=True, a="1", s="1 2 3") == [3, 8, 19]
    assert worked_out("earlier(s, 2, a)", monthly=True, a="7", s="1 2 3") == [7, 7, 1]
    assert worked_out("s", months="n", monthly=True, n="2", s="5") == [5, 5]


@pytest.mark.parametrize(
    ("formula", "missing"),
    [
        ("a + b + c", {"b", "c"}),
        ("if(a = 2, a, b)", None),
        ("if(b = 2, a, c)", {"b"}),
        ("if(a = 1 and b = 1, 1, 2)", None),
        ("if(a = 2 or b = 1, 1, 2)", None),
        ("if(a = 2 and b = c, 1, 2)", {"b", "c"}),
        ("max(a, b)", {"b"}),
        ("0 × b", {"b"}),
        ("sum(s)", {"s"}),
    ],
)
def test_what_is_not_known_is_named_only_where_it_is_needed(formula: str, missing: set[str] | None) -> None:
    value = worked_out(formula, a="2")
    assert (value.missing if isinstance(value, Unknown) else None) == missing


def test_months_that_are_not_known_are_missing_too() -> None:
    assert worked_out("sum(s)", months="n", s="1") == Unknown(frozenset("n"))
    assert worked_out("s", months="n", monthly=True, s="1") == Unknown(frozenset("n"))


def test_what_she_does_not_know_is_not_known() -> None:
    assert worked_out("a + 1", a=None) == Unknown(frozenset("a"))


@pytest.mark.parametrize(
    ("formula", "fault"),
    [
        ("1 ÷ (a − 2)", "division"),
        ("if(a > 2, 1, none) + 1", "none"),
        ("power(9, 600) × 1", "too-large"),
        ("power(power(9, 600), 600)", "too-large"),
        ("100000000000000000 × 1", "too-large"),
    ],
)
def test_what_cannot_be_worked_out_says_why(formula: str, fault: str) -> None:
    value = worked_out(formula, a="2")
    assert isinstance(value, Unknown)
    assert value.fault == fault


def test_a_figure_is_shown_rounded_and_never_as_less_than_nothing_by_nothing() -> None:
    assert shown(Fraction(-1, 1000), 2) == "0.00"
    assert shown(Fraction(-5, 1000), 2) == "-0.01"
    assert shown(Fraction(5, 1000), 2) == "0.01"
    assert shown(Fraction(3, 2), 0) == "2"
    assert shown(Fraction(1, 8), 3) == "0.125"
    assert rounded(Fraction(1, 2), 0) == 1
