"""Every calculator of every city, typed on its page: the page says what `portal calculate --inputs` says, exactly."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page
from starterspad.cli.formats.calculate import CalculationJson, calculation_json
from starterspad.content.loader import load_catalog
from starterspad.content.localised_text import localised
from starterspad.content.messages import Messages
from starterspad.content.problems import InvalidContent
from starterspad.pages.figure_words import figure_words
from starterspad.rules.money.compiled import Computation, ComputedInput, plain
from starterspad.rules.money.inputs_file import read_inputs
from starterspad.rules.money.results import results

from tests.browser.conftest import serve
from tests.browser.sums import READY, Said, read, type_in, type_over
from tests.conftest import REPOSITORY, TODAY, SiteOf
from tests.support.built_sites import root_of
from tests.support.random_money import all_compiled, random_filled
from tests.support.trials import trials

pytestmark = pytest.mark.night

LANGUAGE = "nl"
# Typing takes long: two random cases a calculator in `make nightly-short`, forty and every field in `make nightly`.
CASES_EACH = min(40, trials(2))
EVERY_FIELD = trials(2) > 2
CITIES = ("ghent", "groningen", "town")
# Figures stay the digits that stand there: YAML would make floats of them.
CASES = yaml.load((REPOSITORY / "tests/fixtures/cases/calculators.yml").read_text("utf-8"), yaml.BaseLoader)
Inputs = Mapping[str, "str | Sequence[str] | None"]


@dataclass(frozen=True)
class City:
    """A city's calculators, as the command knows them, and the address of its site."""

    name: str
    computations: Mapping[str, Computation]
    messages: Messages
    address: str


@pytest.fixture(scope="module", params=CITIES)
def city(request: pytest.FixtureRequest, site_of: SiteOf) -> Iterator[City]:
    catalog = load_catalog(root_of(request.param), today=TODAY)
    server = serve(site_of(request.param))
    address = f"http://127.0.0.1:{server.server_address[1]}/{LANGUAGE}/calculators/"
    yield City(request.param, all_compiled(catalog), catalog.messages[LANGUAGE], address)
    server.shutdown()
    server.server_close()


@pytest.fixture
def opened(city: City, new_context: Callable[..., BrowserContext]) -> Callable[[str], Page]:
    """Open a calculator on a device on which nothing is filled in, so that it takes nothing from another."""

    def opened(id: str) -> Page:
        page = new_context().new_page()
        page.clock.set_fixed_time("2026-11-22T10:00:00")
        page.goto(f"{city.address}{id}/")
        page.locator(READY).wait_for()
        return page

    return opened


def test_every_worked_example_typed_comes_to_what_the_command_says(
    city: City, opened: Callable[[str], Page], tmp_path: Path
) -> None:
    for id, computation in city.computations.items():
        page = opened(id)
        example = {name: written(figures) for name, figures in computation.record.example.inputs.items()}
        cases = [example, *(case["inputs"] for case in CASES.get(city.name, {}).get(id, ()))]
        for inputs in cases:
            assert_same(city, id, inputs, type_in(page, inputs), tmp_path)
        # What is kept says the same to who comes back.
        page.wait_for_function("""() => document.querySelector('[data-part="kept"]').textContent""")
        page.reload()
        page.locator(READY).wait_for()
        assert_same(city, id, cases[-1], read(page), tmp_path)


def test_whatever_is_typed_comes_to_what_the_command_says(
    city: City, opened: Callable[[str], Page], tmp_path: Path
) -> None:
    chance = random.Random(7)
    for id, computation in city.computations.items():
        page = opened(id)
        for _ in range(CASES_EACH):
            filled = random_filled(computation, chance)
            inputs = {name: written(figures) for name, figures in filled.items()}
            assert_same(city, id, inputs, type_in(page, as_typed(inputs, computation, chance)), tmp_path)


def test_what_may_not_stand_ends_in_a_sentence_where_the_command_names_it(
    city: City, opened: Callable[[str], Page], tmp_path: Path
) -> None:
    chance = random.Random(8)
    for id, computation in city.computations.items():
        page = opened(id)
        typed = [item for item in computation.inputs.values() if not item.options]
        example = {name: written(figures) for name, figures in computation.record.example.inputs.items()}
        type_in(page, example)
        for item in typed if EVERY_FIELD else chance.sample(typed, 1):
            for wrong in beyond(item):
                type_over(page, item.id, wrong)
                said = read(page)
                assert said["wrong"].get(item.id), (id, item.id, wrong)
                with pytest.raises(InvalidContent) as refused:
                    calculated(city, id, example | {item.id: wrong}, tmp_path)
                assert [problem.message.partition(":")[0] for problem in refused.value.problems] == [item.id]
                # Nothing is made of it: what hangs on it is not known, and all else is as it was.
                assert_same(city, id, example | {item.id: None}, said, tmp_path, wrong=item.id)
            if not isinstance(example.get(item.id), str):
                # What stood for each month stands there still, so that typing it again would change nothing.
                page = opened(id)
                type_in(page, example)
            else:
                type_over(page, item.id, example[item.id])


def beyond(item: ComputedInput) -> list[str]:
    """Return what may not stand in a field: beyond its limits, too exact, and no number."""
    most = plain(item.max + item.grain), plain(item.min - item.grain)
    return [*most, plain(item.min + item.grain / 10), "9" * 18, "-0.01" if item.min >= 0 else "-" + "9" * 18, "x"]


def written(figures: tuple[Fraction, ...] | None) -> str | list[str] | None:
    """Write figures as they stand in a file of inputs."""
    if figures is None:
        return None
    return plain(figures[0]) if len(figures) == 1 else [plain(figure) for figure in figures]


def as_typed(inputs: Inputs, computation: Computation, chance: random.Random) -> Inputs:
    """Write figures as people type them here: with a comma, sometimes with a point."""

    def typed(name: str, figure: str) -> str:
        comma = not computation.inputs[name].options and chance.random() < 0.7
        return figure.replace(".", ",") if comma else figure

    return {
        name: typed(name, figures) if isinstance(figures, str) else figures and [typed(name, one) for one in figures]
        for name, figures in inputs.items()
    }


def calculated(city: City, id: str, inputs: Inputs, folder: Path) -> CalculationJson:
    """Work it out as `portal calculate --inputs` does."""
    path = folder / "inputs.json"
    path.write_text(json.dumps(inputs), "utf-8")
    filled = read_inputs(path, city.computations[id])
    return calculation_json(results(city.computations, id, {id: filled}), TODAY)


def assert_same(city: City, id: str, inputs: Inputs, said: Said, folder: Path, wrong: str = "") -> None:
    """Hold a page against the command: results to the last digit, and in words, and what is missing by its label."""
    worked_out = calculated(city, id, inputs, folder)
    outputs, case = worked_out["outputs"], (city.name, id, inputs)
    assert {name: line["exact"] for name, line in said["lines"].items()} == {
        name: figure["exact"] for name, figure in outputs.items()
    }, case
    for output in city.computations[id].record.outputs:
        line, figure = said["lines"][output.id], outputs[output.id]
        assert line["hidden"] == bool(figure["missing"]), case
        if figure["value"] is not None:
            words = figure_words(figure["value"], city.computations[id].unit_of(output.id), city.messages)
            assert f"{{{output.id}}}" not in localised(output.text, LANGUAGE, LANGUAGE)[0] or words in line["text"], (
                case
            )
        elif not figure["missing"]:
            assert line["text"], case
        assert not {"NaN", "undefined", "Infinity", "null"} & set(line["text"].split()), case
    missing = {name for figure in outputs.values() for name in figure["missing"]}
    for name, label in said["labels"].items():
        assert (label in said["missing"]) == (name in missing) or _part_of_another(label, name, said, missing), case
    assert bool(said["missing"]) == bool(missing), case
    assert set(said["wrong"]) == ({wrong} if wrong else set()), case


def _part_of_another(label: str, name: str, said: Said, missing: set[str]) -> bool:
    """Tell whether a label that is named is only a part of a longer one."""
    return name not in missing and any(label in said["labels"][other] for other in missing)
