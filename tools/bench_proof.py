"""Measure the proof: of this instance, and of synthetic contents that grow.

Prints seconds, memory and the number of profiles; it judges nothing. Run it with `make bench-proof`.
"""

from __future__ import annotations

import dataclasses
import random
import resource
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER, PHASE, QUESTION, SITE, TASK, Kind
from starterspad.content.loader import load_catalog
from starterspad.content.models.condition import Clause
from starterspad.content.models.field_types import Record
from starterspad.content.models.question import Option, Question
from starterspad.content.place import Place
from starterspad.rules.proof import prove

REPOSITORY = Path(__file__).parent.parent
SIZES = ((10, 100, 1000), (20, 200, 2000), (30, 300, 3000))


class _Places(dict[tuple[str, str], Place]):
    """Gives every synthetic record the place of some real one."""

    def __init__(self, places: Mapping[tuple[str, str], Place]) -> None:
        self.place = next(iter(places.values()))

    def __missing__(self, key: tuple[str, str]) -> Place:
        return self.place


def synthetic(real: Catalog, questions: int, tasks: int, services: int) -> Catalog:
    """Make a catalog of random conditions, of the shape that real ones have; the same one each time."""
    chance = random.Random(1)  # noqa: S311  # figures for a benchmark, no secrets
    asked: dict[str, Question] = {}
    for number in range(questions):
        asked[f"q{number}"] = _question(real, asked, chance, number)
    task = next(iter(real.tasks.values()))
    partner = next(iter(real.partners.values()))
    phases = {id: phase.model_copy(update={"stands": (), "accepted": {}}) for id, phase in real.phases.items()}
    steps = {
        f"t{number}": task.model_copy(
            update={
                "when": _clauses(asked, chance),
                "unless": _clauses(asked, chance)[:1] if chance.random() < 0.2 else (),
                "phase": chance.choice(list(phases)),
                "after": (f"t{chance.randrange(number)}",) if number and chance.random() < 0.4 else (),
                "kind": chance.choice(("required", "optional")),
                "title": {"en": f"Step {number}"},
                "links": (),
                "accepted": {},
            }
        )
        for number in range(tasks)
    }
    partners = {}
    for number in range(services // 10):
        offers = tuple(
            partner.services[0].model_copy(
                update={
                    "id": f"s{place}",
                    "when": _clauses(asked, chance),
                    "unless": (),
                    "helps_with": tuple(chance.sample(list(steps), chance.randint(1, 5))),
                    "accepted": {},
                    "area": None,
                }
            )
            for place in range(10)
        )
        partners[f"p{number}"] = partner.model_copy(update={"services": offers, "area": None})
    site = real.site.model_copy(update={"area_question": None})
    own: dict[Kind[Record], Mapping[str, Record]] = {
        SITE: {SITE.name: site},
        QUESTION: asked,
        TASK: steps,
        PARTNER: partners,
        PHASE: phases,
    }
    records = {**real.records, **{kind.name: of_kind for kind, of_kind in own.items()}}
    return dataclasses.replace(real, records=records, questions=asked, places=_Places(real.places))


def _question(real: Catalog, asked: dict[str, Question], chance: random.Random, number: int) -> Question:
    words = {"en": "Words"}
    options = tuple(Option.model_construct(id=f"o{place}", title=words) for place in range(chance.randint(2, 10)))
    when: tuple[Clause, ...] = ()
    if number > 3 and chance.random() < 0.4:
        other = chance.choice(list(asked))
        ids = [option.id for option in asked[other].options]
        when = ({other: tuple(chance.sample(ids, 1 + len(ids) // 2))},)
    changes = {
        "id": f"q{number}",
        "options": options,
        "several": chance.random() < 0.25,
        "ask_when": when,
        "dont_know": words if chance.random() < 0.7 else None,
        "residual": (),
        "accepted": {},
    }
    return next(iter(real.questions.values())).model_copy(update=changes)


def _clauses(asked: dict[str, Question], chance: random.Random) -> tuple[Clause, ...]:
    clauses = []
    for _ in range(chance.choice((0, 1, 1, 1, 2))):
        clause: Clause = {}
        for question in chance.sample(list(asked), chance.choice((1, 1, 2, 2, 3))):
            ids = [option.id for option in asked[question].options]
            clause[question] = tuple(chance.sample(ids, chance.randint(1, max(1, len(ids) // 2))))
        clauses.append(clause)
    return tuple(clauses)


def measure(size: tuple[int, int, int] | None) -> None:
    """Prove one catalog in this process, and print what it took."""
    real = load_catalog(REPOSITORY)
    catalog = synthetic(real, *size) if size else real
    started = time.monotonic()
    proof = prove(catalog)
    seconds = time.monotonic() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    name = f"{len(catalog.questions)} questions, {len(catalog.tasks)} tasks, {len(catalog.services())} services"
    bar = "(bar: 120 s)" if size == SIZES[-1] else "" if size else "(bar: 20 s, 500 MB)"
    print(f"{name}: {seconds:6.1f} s, {memory:5.0f} MB, {proof.profiles:,} profiles  {bar}".rstrip(), flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(None if sys.argv[1] == "real" else tuple(map(int, sys.argv[1:4])))  # type: ignore[arg-type]  # three
    else:
        for arguments in (["real"], *(list(map(str, size)) for size in SIZES)):
            # Each in a process of its own, so that the memory is its own.
            subprocess.run([sys.executable, __file__, *arguments], check=True)
