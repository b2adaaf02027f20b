"""People: random ones, half-filled and set aside too, and those whom a city described."""

from __future__ import annotations

import random
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.rules.evaluate import Answers
from starterspad.rules.plan import make_plan
from starterspad.rules.plan_json import PlanJson


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


def plan_of(catalog: Catalog, answers: dict[str, list[str]]) -> PlanJson:
    """Return the plan of answers, by the reference."""
    given = {id: frozenset(options) for id, options in answers.items()}
    return make_plan(catalog, Answers.complete(catalog.questions, given, catalog.site.assume)).as_json()


def personas_of(catalog: Catalog) -> dict[str, dict[str, list[str]]]:
    """Return what each persona of a city answers, as a browser keeps it: question id -> option ids."""
    return {
        id: {question: list(options) for question, options in persona.choices.items()}
        for id, persona in catalog.personas.items()
    }
