"""The language of formulas: what binds closer, what a number is, and what is no formula."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starterspad.content.limits import FORMULA_LIMITS
from starterspad.rules.money.formula import Node, read_formula
from starterspad.rules.money.formula_tokens import FormulaFault

from tests.support.trials import examples


def said(node: Node) -> str:
    """Write a tree with all its brackets."""
    if node.op == "number":
        return f"{node.number}"
    inner = " ".join(said(part) for part in node.of)
    return f"({node.op} {inner})" if inner else node.name or node.op


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("a + b × c", "(add a (mul b c))"),
        ("a − b - c", "(sub (sub a b) c)"),
        ("a ÷ b / c * d", "(mul (div (div a b) c) d)"),
        ("(a + b) * c", "(mul (add a b) c)"),
        ("−a + -2", "(add (neg a) (neg 2))"),
        ("if(a > 1 and not b = 2 or c ≤ d, a, none)", "(if (or (and (gt a 1) (not (eq b 2))) (le c d)) a none)"),
        ("a >= 1 and b != 2", "(and (ge a 1) (ne b 2))"),
        ("running(a, before + month)", "(running a (add before month))"),
        ('fact("the-rate") × a', "(mul the-rate a)"),
        ("min(a, b, c)", "(min a b c)"),
        ("21% × a", "(mul 21/100 a)"),
        ("0.10", "1/10"),
        ("12.5 [percent]", "1/8"),
    ],
)
def test_a_formula_means(text: str, meaning: str) -> None:
    assert said(read_formula(text)) == meaning


def test_a_number_is_exact_and_has_its_unit() -> None:
    node = read_formula("0.1 [euro/hour]")
    assert node.number == Fraction(1, 10)
    assert str(node.unit) == "euro/hour"
    assert read_formula("0").unit is None, "a bare zero fits everywhere"


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("", "the formula ends too early", "write what comes after the last sign"),
        ("a +", "the formula ends too early", "write what comes after the last sign"),
        ("a b", '"b" cannot stand here', "write an operator, such as +, in between"),
        ("1 000", '"000" cannot stand here', "write an operator, such as +, in between"),
        ("* a", '"*" cannot stand here', "write a number or a name before it"),
        ("(a", "the formula ends where a closing bracket belongs", "close each bracket that is opened"),
        ("a < b < c", "one comparison follows another", "write a < b and b < c"),
        ("summ(a)", 'unknown function "summ"', 'did you mean "sum"?'),
        ("round(a)", "round has 1 parts between its brackets, and needs 2", "write round(amount, 2)"),
        ("fact(rate)", "fact needs the id of a fact", 'write fact("its-id")'),
        ("if", '"if" stands alone', "write if(condition, then, otherwise)"),
        ("2 [euros]", 'unknown unit "euros"', "known: euro, year,"),
        ("a.b", '".b" means nothing in a formula', "a formula holds numbers"),
        ("__import__('os')", '"__import__(\'" means nothing in a formula', "a formula holds numbers"),
        ("a ** b", '"*" cannot stand here', "write a number or a name before it"),
        ("1234567890123456789", '"1234567890123456789" has too many digits', "write 18 at most"),
        ("(" * 60 + "a" + ")" * 60, "too many brackets inside brackets", "make a step of the inner part"),
        ("a" + " + a" * 150, f"the formula has more than {FORMULA_LIMITS['parts']} parts", "make two steps of it"),
    ],
)
def test_what_is_no_formula_is_told_with_its_remedy(text: str, message: str, remedy: str) -> None:
    with pytest.raises(FormulaFault) as fault:
        read_formula(text)
    assert str(fault.value) == message
    assert fault.value.remedy.startswith(remedy)


@given(st.text(alphabet="ab01.,+-*/()<>=!%\"[]{} ifrounmx_'\n×÷−é", max_size=60))
@examples(4000)
def test_whatever_is_written_is_a_formula_or_a_fault(text: str) -> None:
    try:
        read_formula(text)
    except FormulaFault as fault:
        assert str(fault)
