"""Figures that bring somebody into given cuts: what a witness of the proof filled in on a calculator."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain

from starterspad.content.catalog import Catalog
from starterspad.content.derived_questions import MONEY
from starterspad.content.kinds import CALCULATOR
from starterspad.rules.money.buckets import bucket_answers
from starterspad.rules.money.compiled import Computation, ComputedInput, plain
from starterspad.rules.money.compiler import compiled
from starterspad.rules.money.evaluate import Filled

# So often figures are drawn until they fit; most cuts are met within a dozen.
_TRIES = 2_000


def money_fields(catalog: Catalog, cuts: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the journal's fields for `money.<bucket>` -> cut; none where no figures were met that fit."""
    for id, record in catalog.of(CALCULATOR).items():
        wanted = {name: cuts[name] for name in (f"{MONEY}{bucket.id}" for bucket in record.buckets) if name in cuts}
        filled = _fitting(compiled(catalog, id), wanted) if wanted else {}
        for name, figures in filled.items():
            # Paths have no underscores, and names of inputs no dashes.
            yield f"money/{id}/now/{name.replace('_', '-')}", " ".join(plain(figure) for figure in figures or ())


def _fitting(computation: Computation, wanted: Mapping[str, str]) -> Filled:
    chance = random.Random(computation.id)  # noqa: S311 - the same figures in each run
    drawn = (_drawn(computation, chance) for _ in range(_TRIES))
    for filled in chain([computation.record.example.inputs], drawn):
        answers = bucket_answers({computation.id: computation}, {computation.id: filled})
        if all(answers.get(name) == cut for name, cut in wanted.items()):
            return filled
    return {}


def _drawn(computation: Computation, chance: random.Random) -> dict[str, tuple[Fraction, ...]]:
    return {id: (_figure(item, chance),) for id, item in computation.inputs.items()}


def _figure(item: ComputedInput, chance: random.Random) -> Fraction:
    if item.options:
        return chance.choice(item.options)
    least, most = int(item.min / item.grain), int(item.max / item.grain)
    near = min(most, least + chance.choice((0, 100, 10_000, 1_000_000)))
    return chance.randint(least, near) * item.grain
