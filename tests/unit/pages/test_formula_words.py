"""A formula in words says what it works with and what it does, with brackets where they matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from markupsafe import Markup, escape
from starterspad.content.messages import Messages, load_messages
from starterspad.content.units import read_unit
from starterspad.pages.figure_words import figure_words, unit_words
from starterspad.pages.formula_words import FormulaWords
from starterspad.rules.money.formula import Node, read_formula


def messages(language: str) -> Messages:
    return load_messages(Path("/nowhere"), (language,))[0][language]


def words(formula: str, language: str = "en") -> str:
    return FormulaWords(messages(language), lambda name: Markup(escape(name))).of(read_formula(formula)).striptags()


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("price - (cost + fee)", "price − (cost + fee)"),
        ("(price + cost) * 12", "(price + cost) × 12"),
        ("price + cost * 12", "price + cost × 12"),
        ("a / (b * c)", "a ÷ (b × c)"),
        ("a / b / c", "a ÷ b ÷ c"),
        ("-(a + b)", "−(a + b)"),
        ("round_up(a / b, 0)", "a ÷ b, rounded up to a whole number"),
        ("round(a, 2) * b", "(a, rounded to 2 digits behind the point) × b"),
        ("min(a, b)", "the lowest of a; b"),
        ("min(a)", "the lowest of all months: a"),
        ("sum(a)", "all months together: a"),
        ("power(1 + a, 12)", "(1 + a) to the power of 12"),
        ("running(a, before + b)", "first a, then each month: the amount of the month before + b"),
        ("earlier(a, 1, 0)", "a of the month before (first 0)"),
        ("earlier(a, 2, 0)", "a of 2 months before (first 0)"),
        ("if(a > 0 and not b = c, a, none)", "if a > 0 and not b = c: a; otherwise: no figure"),
        ("1000.5 * a", "1,000.5 × a"),
    ],
)
def test_a_formula_is_said(formula: str, said: str) -> None:
    assert words(formula) == said


def test_of_a_choice_only_the_way_that_is_taken_is_said_but_where_each_month_goes_its_own() -> None:
    def chosen(condition: Node) -> bool:
        return condition.op == "gt"

    said = FormulaWords(messages("en"), Markup, chosen)
    assert said.of(read_formula("if(a > 0, b, c) + if(a < 0, b, c)")) == "b + c"
    assert said.of(read_formula("sum(if(a > 0, b, c))")).striptags() == "all months together: if a > 0: b; otherwise: c"


@pytest.mark.parametrize(
    ("value", "unit", "language", "said"),
    [
        ("2695.00", "euro/month", "nl", "€ 2.695"),
        ("2.60", "euro/piece", "nl", "€ 2,60"),
        ("-1200.50", "euro", "nl", "−€ 1.200,50"),
        ("1200.50", "euro", "fr", "1 200,50 €"),
        ("1200.50", "euro", "en", "€1,200.50"),
        ("21.00", "percent", "nl", "21%"),
        ("20.50", "percent", "en", "20.5%"),
        ("770", "piece/month", "nl", "770"),
        ("0.00", "number", "en", "0"),
    ],
)
def test_a_figure_is_written_as_its_readers_do(value: str, unit: str, language: str, said: str) -> None:
    written = figure_words(value, read_unit(unit), messages(language))
    assert written.replace("\u00a0", " ").replace("\u202f", " ") == said


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("euro/month", "euro per maand"),
        ("piece/customer", "stuks per klant"),
        ("euro/hour/person", "euro per persoon per uur"),
        ("percent", "%"),
        ("number", ""),
    ],
)
def test_a_unit_is_said_in_words(unit: str, said: str) -> None:
    assert sorted(unit_words(read_unit(unit), messages("nl")).split()) == sorted(said.split())
