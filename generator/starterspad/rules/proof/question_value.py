"""How much each question decides: what is left to guess about the plan once it is answered.

The measure is information gain (Shannon), in bits: for every step and every service, how uncertain it is whether it
fits before a question is answered, less how uncertain it is after, on average over the reachable profiles; added up.
The sums are exact, because each answer splits the profiles into countable parts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.rules.proof.judgements import Judgements
from starterspad.rules.proof.profile_space import Judged


@dataclass(frozen=True)
class QuestionValue:
    """What a question decides, in bits; `proposed` is its place, from 1, if what decides most were asked first."""

    bits: float
    proposed: int


def question_values(catalog: Catalog) -> dict[str, QuestionValue]:
    """Return what each question decides, by id in asking order; the catalog has no errors."""
    judgements = Judgements(catalog)
    try:
        # What is judged alike is looked at once and weighed by how often it occurs.
        alike = Counter((*judgements.tasks.values(), *judgements.services.values()))
        bits = {
            id: sum(_gain(judgements, id, judged) * times for judged, times in alike.items()) for id in catalog.asked
        }
        alike.clear()
    finally:
        judgements.close()
    order = _proposed(catalog, bits)
    return {id: QuestionValue(value, order.index(id) + 1) for id, value in bits.items()}


def _proposed(catalog: Catalog, bits: Mapping[str, float]) -> list[str]:
    """Return the questions with what decides most first; none comes before one that it depends on."""
    left, placed = list(catalog.asked), list[str]()
    while left:
        ready = [id for id in left if _needs(catalog, id) <= set(placed)]
        best = max(ready, key=bits.__getitem__)  # of equals the first stays first
        placed.append(best)
        left.remove(best)
    return placed


def _gain(judgements: Judgements, question: str, judged: Judged) -> float:
    space = judgements.space
    everyone = space.count(space.everyone)
    before = _uncertainty(everyone, space.count(judged.yes), space.count(judged.no))
    after = 0.0
    for answers, (size, yes, no) in space.parts(question, judged):
        after += answers * size / everyone * _uncertainty(size, yes, no)
    return max(before - after, 0.0)


def _uncertainty(everyone: int, yes: int, no: int) -> float:
    """Return the entropy of yes, no and open, in bits."""
    shares = (part / everyone for part in (yes, no, everyone - yes - no))
    return -sum(share * math.log2(share) for share in shares if share)


def _needs(catalog: Catalog, id: str) -> set[str]:
    return {question for clause in catalog.questions[id].ask_when for question in clause}
