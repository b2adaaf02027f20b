"""Random people: answers as the questionnaire could hold them, also half-filled and set aside."""

from __future__ import annotations

import random
from collections.abc import Iterator

from generator.catalog import Catalog
from generator.models.text import DONT_KNOW


def random_profiles(catalog: Catalog, count: int, seed: int) -> Iterator[dict[str, list[str]]]:
    """Yield profiles: each question unanswered, not known, or with one or more valid answers."""
    chance = random.Random(seed)
    for _ in range(count):
        eager = chance.choice((0.2, 0.6, 0.95, 1.0))
        profile: dict[str, list[str]] = {}
        for id, question in catalog.questions.items():
            if chance.random() > eager:
                continue
            options = [option.id for option in question.options]
            if question.dont_know and chance.random() < 0.15:
                profile[id] = [DONT_KNOW]
            elif question.several:
                together = [option for option in options if option not in question.exclusive_ids()]
                alone = [option for option in options if option in question.exclusive_ids()]
                if alone and chance.random() < 0.15:
                    profile[id] = [chance.choice(alone)]
                else:
                    profile[id] = chance.sample(together, chance.randint(1, min(3, len(together))))
            else:
                profile[id] = [chance.choice(options)]
        yield profile
