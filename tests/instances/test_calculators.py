"""The calculators of every city: proved, and the same in both engines."""

from __future__ import annotations

import json
import os
import random
import re
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
from tests.support.built_sites import SiteOf
from tests.support.js_engine import Engine
from tests.support.random_money import all_compiled, everything, in_the_browser, random_filled
from tests.support.trials import trials
from tests.unit.output.test_scripts import in_brotli

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


# What comes without a click, or by filling in: the chart is drawn of that.
ELEMENTS = re.compile(r"<portal-([a-z-]+)")
CHART = 'data-part="chart"'
NAMED = re.compile(r'<(?:link rel="(?:stylesheet|icon)"[^>]* href|script[^>]* src)="([^"]+)"')
IMPORTED = re.compile(r'(?:from|import)"(\.[^"]+)"')


def loaded_by(page: Path) -> set[Path]:
    """Return the files of a site that a calculator's page needs, itself included."""
    html = page.read_text("utf-8")
    waiting = [page.parent / name for name in NAMED.findall(html)]
    (main,) = (path.resolve() for path in waiting if path.name == "main.js")
    waiting += [main.parent / f"elements/{name}/{name}.js" for name in ELEMENTS.findall(html)]
    waiting += [main.parent / "elements/calculator/chart.js"] if CHART in html else []
    needed = {page}
    while waiting:
        path = Path(os.path.normpath(waiting.pop()))
        if path in needed:
            continue
        needed.add(path)
        if path.suffix == ".js":
            waiting += [path.parent / name for name in IMPORTED.findall(path.read_text("utf-8"))]
    return needed


@pytest.mark.parametrize("name", ["ghent", "groningen", "town"])
def test_a_calculator_weighs_at_most_40_kb_with_everything_that_it_loads(name: str, site_of: SiteOf) -> None:
    site = site_of(name)
    pages = sorted(site.glob("*/calculators/*/index.html"))
    loaded = {page: loaded_by(page) for page in pages}
    weights = in_brotli({str(path): path.read_bytes() for paths in loaded.values() for path in paths})
    totals = {page: sum(weights[str(path)] for path in paths) for page, paths in loaded.items()}
    heavy = {page.parent.relative_to(site).as_posix(): total for page, total in totals.items() if total > 40_000}
    assert totals and heavy == {}
