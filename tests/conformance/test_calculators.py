"""Calculators: Python and JavaScript say the same of every figure, exactly, whatever is filled in."""

from __future__ import annotations

import random
from collections.abc import Mapping
from fractions import Fraction

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.output.calculators_data import calculators_json
from starterspad.quality.checks import check
from starterspad.rules.money.buckets import bucket_answers
from starterspad.rules.money.compiled import Computation, plain
from starterspad.rules.money.evaluate import Filled

from tests.support.calculators import NAMES, write_calculators
from tests.support.js_engine import Engine
from tests.support.random_formulas import random_computation
from tests.support.random_money import all_compiled, everything, filled_with_all_it_takes, in_the_browser, random_filled
from tests.support.trials import IN_FULL, trials


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The tiny instance with calculators that use the whole language."""
    return load_catalog(write_calculators(tmp_path_factory.mktemp("money") / "tiny"))


@pytest.fixture(scope="module")
def computations(catalog: Catalog) -> dict[str, Computation]:
    return all_compiled(catalog)


def test_every_example_gives_its_results(catalog: Catalog) -> None:
    assert check(catalog) == []


def test_the_language_is_used_whole(computations: Mapping[str, Computation]) -> None:
    used = {part.op for item in computations.values() for step in item.steps.values() for part in step.formula.walk()}
    assert used == {
        *("number", "name", "month", "before", "none", "fact", "add", "sub", "mul", "div", "neg"),
        *("lt", "le", "gt", "ge", "eq", "ne", "and", "or", "not", "if", "min", "max"),
        *("round", "round_up", "round_down", "power", "sum", "last", "running", "earlier"),
    }


@pytest.mark.parametrize("id", NAMES)
def test_both_engines_say_the_same_of_anything(
    id: str, computations: Mapping[str, Computation], engine: Engine
) -> None:
    same_for_random_inputs(engine, computations, id, 10_000)


def test_what_is_taken_from_another_calculator_is_rounded_and_must_lie_within_the_limits(
    computations: Mapping[str, Computation], engine: Engine
) -> None:
    for price, income in (("12.50", "20100.00"), ("5.01", None)):
        sales = {name: (Fraction(value),) for name, value in (("price", price), ("cost", "5"), ("fixed_costs", "1000"))}
        filled: Mapping[str, Filled] = {"break-even": sales}
        answer = everything(computations, "contributions", filled)
        assert answer["income"][0]["value"] == income
        assert answer["due"][0]["fault"] == ("" if income else "outside")
        assert in_the_browser(engine, computations, "contributions", [filled]) == [answer]


def test_both_engines_say_the_same_of_what_figures_mean(
    catalog: Catalog, computations: Mapping[str, Computation], engine: Engine
) -> None:
    chance = random.Random(4)
    names = ("cash", "contributions", "break-even")
    batch = [
        {id: random_filled(computations[id], chance) for id in names if chance.random() < 0.8}
        for _ in range(trials(2_000))
    ]
    journals = [journal_of(filled) for filled in batch]
    told = calculators_json(catalog, "en")
    answers = engine.call("journals.map((journal) => bucketAnswers(told, journal))", told=told, journals=journals)
    said = [bucket_answers(computations, filled) for filled in batch]
    assert answers == [{name: [cut] for name, cut in one.items()} for one in said]
    cuts = {
        f"money.{bucket.id}/{cut.id}"
        for id in names
        for bucket in computations[id].record.buckets
        for cut in bucket.cuts
    }
    assert cuts == {f"{name}/{cut}" for one in said for name, cut in one.items()}
    assert {} in said


def journal_of(filled: Mapping[str, Filled]) -> dict[str, object]:
    """Write figures as they stand in a journal."""
    texts = {
        f"money/{id}/now/{name.replace('_', '-')}": " ".join(map(plain, figures or ()))
        for id, inputs in filled.items()
        for name, figures in inputs.items()
    }
    fields = {path: {"value": text, "at": [1, 0, "x"]} for path, text in texts.items()}
    return {"journal_schema": 3, "fields": fields}


def same_for_random_inputs(engine: Engine, computations: Mapping[str, Computation], id: str, in_full: int) -> None:
    """Hold both engines against each other on an example and on random inputs; nothing throws.

    A city has many calculators, and a plan of 24 months takes a while: a hundredth in every run, and at night no more
    than in full, for random formulas look further.
    """
    chance = random.Random(id)
    count = in_full if IN_FULL else trials(in_full) // 5
    batch: list[Mapping[str, Filled]] = [{id: computations[id].record.example.inputs}]
    batch += [filled_with_all_it_takes(computations, id, chance) for _ in range(count)]
    for place in range(0, len(batch), 250):
        part = batch[place : place + 250]
        for filled, answer in zip(part, in_the_browser(engine, computations, id, part), strict=True):
            assert answer == everything(computations, id, filled), filled


def test_both_engines_say_the_same_of_formulas_that_nobody_would_write(engine: Engine) -> None:
    chance = random.Random(22)
    said: set[str] = set()
    for _ in range(trials(6_000)):
        computation = random_computation(chance)
        batch = [{"random": random_filled(computation, chance)} for _ in range(4)]
        answers = in_the_browser(engine, {"random": computation}, "random", batch)
        for filled, answer in zip(batch, answers, strict=True):
            assert answer == everything({"random": computation}, "random", filled), (computation, filled)
            said |= {figure["fault"] for figures in answer.values() for figure in figures}
    assert said >= {"", "none", "division"}
