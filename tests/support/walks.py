"""Walks through a questionnaire: all of them, or random ones."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.models.question import Question
from starterspad.rules.evaluate import Answers, Verdict, evaluate, evaluate_area
from starterspad.rules.proof.profile_space import Profile


def verdicts(catalog: Catalog, profile: Profile) -> tuple[dict[str, Verdict], dict[str, Verdict]]:
    """Judge every task and service by the reference."""
    answers = Answers(catalog.questions, {id: frozenset(options) for id, options in profile.items()})
    tasks = {id: evaluate(task.condition, answers).verdict for id, task in catalog.tasks.items()}
    services = {}
    for id, partner, service in catalog.services():
        both = (
            evaluate(service.condition, answers).verdict,
            evaluate_area(catalog.service_area(partner, service), catalog.site, answers).verdict,
        )
        no = Verdict.NO in both
        services[f"{id}/{service.id}"] = Verdict.NO if no else max(both, key=lambda one: one is Verdict.UNKNOWN)
    return tasks, services


def is_a_walk(catalog: Catalog, profile: Profile) -> bool:
    """Tell whether exactly the questions that are asked are answered, each as it may be."""
    answers = Answers(catalog.questions, {id: frozenset(options) for id, options in profile.items()})
    asked = {id for id, judgement in answers.asked.items() if judgement.verdict is Verdict.YES}
    return asked == set(profile) and all(
        frozenset(profile[id]) in set(valid_answers(catalog.questions[id])) for id in asked
    )


def valid_answers(question: Question) -> Iterator[frozenset[str]]:
    if not question.several:
        yield from (frozenset((option,)) for option in question.option_ids())
        return
    alone = question.exclusive_ids()
    together = [option for option in question.option_ids() if option not in alone]
    yield from (frozenset((option,)) for option in question.option_ids() if option in alone)
    for size in range(1, len(together) + 1):
        yield from map(frozenset, itertools.combinations(together, size))


def walks(catalog: Catalog) -> Iterator[Profile]:
    """Yield every complete walk, by brute force."""

    def go_on(given: dict[str, frozenset[str]], left: list[str]) -> Iterator[Profile]:
        if not left:
            yield {id: sorted(options) for id, options in given.items()}
            return
        question, *rest = left
        if Answers(catalog.questions, given).asked[question].verdict is not Verdict.YES:
            yield from go_on(given, rest)
            return
        for options in valid_answers(catalog.questions[question]):
            yield from go_on({**given, question: options}, rest)

    yield from go_on({}, list(catalog.questions))


def random_walk(catalog: Catalog, chance: random.Random) -> Profile:
    given: dict[str, frozenset[str]] = {}
    for id, question in catalog.questions.items():
        if Answers(catalog.questions, given).asked[id].verdict is Verdict.YES:
            given[id] = chance.choice(list(valid_answers(question)))
    return {id: sorted(options) for id, options in given.items()}
