"""People: random ones, half-filled and set aside too, and personas with what must be on their plan."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import yaml
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


def meet(path: Path, catalog: Catalog) -> None:
    """Assert that a persona gets the steps and services that she must, and none that she must not."""
    persona = yaml.safe_load(path.read_text("utf-8"))
    answers = {id: given if isinstance(given, list) else [given] for id, given in persona["answers"].items()}
    tasks = plan_of(catalog, answers)["tasks"]
    verdicts = {task["id"]: task["verdict"] for task in tasks}
    for verdict in ("yes", "unknown"):
        for id in persona.get(verdict, []):
            assert verdicts.get(id) == verdict, f"{id} must be {verdict}"
    for id in persona["never"]:
        assert id not in verdicts, f"{id} must not be there"
    if "first" in persona:
        assert tasks[0]["id"] == persona["first"]
    services = {
        task["id"]: {f"{one['partner']}/{one['service']}": one["verdict"] for one in task["services"]} for task in tasks
    }
    for id, wanted in persona.get("with", {}).items():
        for service in wanted:
            assert services[id].get(service) == "yes", f"{service} must help with {id}"
    for id, unwanted in persona.get("without", {}).items():
        for service in unwanted:
            assert services[id].get(service) != "yes", f"{service} must not be certain to help with {id}"
