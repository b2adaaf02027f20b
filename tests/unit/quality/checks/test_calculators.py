"""Whatever stands in the formulas of a calculator, it is told or worked out, and proved or doubted; nothing throws."""

from __future__ import annotations

import datetime
import random
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR
from starterspad.content.loader import load_catalog
from starterspad.content.models.amount import Amount
from starterspad.quality.checks.amounts import check_amounts
from starterspad.quality.checks.calculators import check_calculators, check_examples
from starterspad.rules.money.proof import prove_calculators

from tests.support.calculators import write_calculators
from tests.support.trials import trials

PIECES = (
    *("sold", "paid", "cash", "sales", "late", "season", "costs", "month", "before", "none", "0", "1", "0.5", "21%"),
    *("2 [euro]", "+", "-", "−", "*", "×", "/", "÷", "<", "≥", "=", "(", ")", ",", "and", "or", "not"),
    *("if(", "min(", "max(", "round(", "sum(", "last(", "power(", "running(", "earlier(", 'fact("free-of-it")'),
)


@pytest.fixture
def money(tmp_path: Path) -> Catalog:
    return load_catalog(write_calculators(tmp_path / "tiny"))


def test_any_formula_is_judged(money: Catalog) -> None:
    chance = random.Random(9)
    cash = money.of(CALCULATOR)["cash"]
    clean = 0
    for _ in range(trials(6_000)):
        steps = list(cash.steps)
        place = chance.randrange(len(steps))
        words = [chance.choice(PIECES) for _ in range(chance.randint(1, 7))]
        longer = [steps[place].formula, *words[:2]]
        text = " ".join(chance.choice((words, longer)))
        steps[place] = steps[place].model_copy(update={"formula": text})
        changed = cash.model_copy(update={"steps": tuple(steps)})
        catalog = money.with_records(CALCULATOR, {"cash": changed})
        problems = [*check_calculators(catalog), *check_examples(catalog)]
        assert all(problem.message and problem.location.line > 1 for problem in problems), text
        if not problems:
            clean += 1
            prove_calculators(catalog)
    assert clean


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1700", "EUR 1,700 a quarter"),
        ("1700", "1.700 euro"),
        ("1700", "1 700 euros"),
        ("1700", "1\u00a0700\u202f€"),
        ("382.94", "382,94 euro per kwartaal"),
        ("20.5", "20,5%"),
        ("5.75", "2,875% en 5,75%"),
        ("90", "90 dagen"),
        ("1234567.5", "CHF 1'234'567.50"),
    ],
)
def test_an_amount_stands_in_the_words_as_people_write_figures(value: str, words: str, money: Catalog) -> None:
    fact = money.facts["share-of-all"]
    amount = Amount.model_construct(value=Fraction(value), unit="euro")
    same = fact.model_copy(update={"value": {"en": words}, "amount": amount})
    facts = {**money.facts, "share-of-all": same}
    assert list(check_amounts(replace(money, records={**money.records, "fact": facts}))) == []
    other = same.model_copy(update={"amount": amount.model_copy(update={"value": Fraction(value) + 1})})
    facts = {**money.facts, "share-of-all": other}
    (problem,) = check_amounts(replace(money, records={**money.records, "fact": facts}))
    assert problem.check == "amount"


def test_a_figure_of_law_that_changes_leaves_an_example_old_and_every_build_whole(tmp_path: Path) -> None:
    root = write_calculators(tmp_path / "tiny")
    facts = root / "content/facts/facts.yml"
    coming = '  next: {value: {en: "21%"}, amount: {value: "21", unit: percent}, from: 2027-01-01, source: "https://rules.example/"}\n'
    facts.write_text(
        facts.read_text("utf-8").replace(
            "  source: https://rules.example/share\n", f"{coming}  source: https://rules.example/share\n"
        ),
        "utf-8",
    )
    before, after = (load_catalog(root, datetime.date(*day)) for day in ((2026, 12, 31), (2027, 1, 1)))
    assert [*check_calculators(before), *check_examples(before), *check_amounts(before)] == []
    old = list(check_examples(after))
    assert {(problem.location.path, problem.severity) for problem in old} == {
        ("content/calculators/contributions.yml", "warning")
    }
    assert [*check_calculators(after), *check_amounts(after)] == []
    facts.write_text(
        facts.read_text("utf-8").replace('value: "21", unit', 'value: "101", unit').replace('"21%"', '"101%"'), "utf-8"
    )
    assert [problem.message for problem in check_calculators(load_catalog(root, datetime.date(2026, 12, 31)))] == [
        "the amount of the fact lies outside min and max"
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("lowest", None),
        ("lowes", 'unknown input or step "lowes"'),
        ("late", '"late" is no single amount'),
        ("cash", '"cash" is no single amount'),
    ],
)
def test_what_she_brings_in_is_a_single_amount_that_exists(name: str, message: str | None, money: Catalog) -> None:
    cash = money.of(CALCULATOR)["cash"].model_copy(update={"own_money": name})
    problems = list(check_calculators(money.with_records(CALCULATOR, {"cash": cash})))
    assert [problem.message for problem in problems] == ([message] if message else [])
