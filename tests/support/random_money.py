"""What somebody may fill in, at random and at the ends of its limits, and formulas that nobody would write."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from fractions import Fraction

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR
from starterspad.rules.money.calculator_json import FigureJson
from starterspad.rules.money.compiled import Computation, ComputedInput, exact
from starterspad.rules.money.compiler import compiled
from starterspad.rules.money.evaluate import Filled
from starterspad.rules.money.results import results

from tests.support.js_engine import Engine

# The answer before stands in for what a page knows already: nothing of it may show in the next.
IN_THE_BROWSER = """((before) => batch.map((filled) => {
  const read = ([id, figures]) => [id, figures && figures.map((figure) => exactly(figure))];
  const all = ([id, inputs]) => [id, Object.fromEntries(Object.entries(inputs).map(read))];
  const written_down = Object.fromEntries(Object.entries(filled).map(all));
  const taken = takenFrom(calculators, id, written_down);
  const values = calculate(calculators[id], written_down[id] ?? {}, taken, before);
  before = values;
  const figures = ([name, value]) => [name, [value].flat().map((part) => figureOf(calculators[id], name, part))];
  return Object.fromEntries([...values].map(figures));
}))()"""
Everything = dict[str, list[FigureJson]]


def all_compiled(catalog: Catalog) -> dict[str, Computation]:
    """Make every calculator of an instance ready."""
    return {id: compiled(catalog, id) for id in catalog.of(CALCULATOR)}


def everything(computations: Mapping[str, Computation], id: str, filled: Mapping[str, Filled]) -> Everything:
    """Work a calculator out, and write every figure of every name."""
    worked_out = results(computations, id, filled)
    return {name: worked_out.figures(name) for name in worked_out.values}


def in_the_browser(
    engine: Engine, computations: Mapping[str, Computation], id: str, batch: Sequence[Mapping[str, Filled]]
) -> list[Everything]:
    """Have the browser's engine do the same for many."""
    texts = [{other: _texts(inputs) for other, inputs in filled.items()} for filled in batch]
    calculators = {other: computation.as_json() for other, computation in computations.items()}
    answers: list[Everything] = engine.call(IN_THE_BROWSER, calculators=calculators, id=id, batch=texts)
    return answers


def _texts(filled: Filled) -> dict[str, list[str] | None]:
    return {name: [exact(figure) for figure in value] if value else None for name, value in filled.items()}


def filled_with_all_it_takes(
    computations: Mapping[str, Computation], id: str, chance: random.Random
) -> dict[str, Filled]:
    """Fill a calculator in, and those that it takes from."""
    filled: dict[str, Filled] = {id: random_filled(computations[id], chance)}
    for item in computations[id].inputs.values():
        if item.taken and item.taken[0] not in filled:
            filled = {**filled_with_all_it_takes(computations, item.taken[0], chance), **filled}
    return filled


def random_filled(computation: Computation, chance: random.Random) -> dict[str, tuple[Fraction, ...] | None]:
    """Fill a calculator in: anything within the limits, often their ends, sometimes nothing."""
    eager = chance.choice((0.5, 0.9, 1.0))
    filled: dict[str, tuple[Fraction, ...] | None] = {}
    for item in computation.inputs.values():
        if chance.random() > eager:
            continue
        if chance.random() < 0.05:
            filled[item.id] = None
            continue
        count = chance.choice((1, item.asked or computation.most_months)) if item.monthly else 1
        filled[item.id] = tuple(_random_figure(item, chance) for _ in range(count))
    return filled


def _random_figure(item: ComputedInput, chance: random.Random) -> Fraction:
    if item.options:
        return chance.choice(item.options)
    least, most = int(item.min / item.grain), int(item.max / item.grain)
    near = min(most, max(least, 0) + chance.choice((3, 100, 10_000, 1_000_000)))
    return chance.choice((least, most, chance.randint(least, most), chance.randint(least, near))) * item.grain
