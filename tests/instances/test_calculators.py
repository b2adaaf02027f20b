"""The calculators of every city: proved, and the same in both engines."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.rules.money.inputs_file import read_inputs
from starterspad.rules.money.proof import prove_calculators

from tests.conformance.test_calculators import same_for_random_inputs
from tests.conftest import REPOSITORY
from tests.instances.test_instances import CITIES
from tests.support.js_engine import Engine
from tests.support.random_money import all_compiled, everything, in_the_browser, random_filled
from tests.support.trials import trials

# Figures stay the digits that stand there: YAML would make floats of them.
CASES = yaml.load((REPOSITORY / "tests/fixtures/cases/calculators.yml").read_text("utf-8"), yaml.BaseLoader)


@pytest.fixture(scope="module", params=CITIES)
def city(request: pytest.FixtureRequest) -> Catalog:
    return load_catalog(CITIES[request.param])


def test_nothing_goes_wrong_within_the_limits_and_the_proof_is_quick(city: Catalog) -> None:
    begun = time.process_time()
    assert prove_calculators(city) == []
    assert time.process_time() - begun < 10


def test_whatever_is_filled_in_comes_to_a_figure_or_to_what_is_missing(city: Catalog) -> None:
    computations = all_compiled(city)
    chance = random.Random(3)
    for id, computation in computations.items():
        for _ in range(trials(200)):
            for figures in everything(computations, id, {id: random_filled(computation, chance)}).values():
                for figure in figures:
                    assert figure["fault"] in ("", "none")
                    assert figure["value"] or figure["missing"] or figure["fault"]


def test_both_engines_say_the_same(city: Catalog, engine: Engine) -> None:
    computations = all_compiled(city)
    for id in computations:
        same_for_random_inputs(engine, computations, id, 10_000)


@pytest.mark.parametrize("name", CASES)
def test_both_engines_come_to_what_was_worked_out_by_hand(name: str, engine: Engine, tmp_path: Path) -> None:
    computations = all_compiled(load_catalog(CITIES[name]))
    assert {id: len(cases) >= 3 for id, cases in CASES[name].items()} == dict.fromkeys(computations, True)
    for id, cases in CASES[name].items():
        for case in cases:
            path = tmp_path / "inputs.json"
            path.write_text(json.dumps(case["inputs"]), "utf-8")
            filled = {id: read_inputs(path, computations[id])}
            figures = everything(computations, id, filled)
            values = {output: figures[output][0]["value"] or "null" for output in case["results"]}
            assert values == case["results"], (id, case["inputs"])
            assert in_the_browser(engine, computations, id, [filled]) == [figures]
