"""What a persona answers can be answered, and the steps and services that it names exist."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import CALCULATOR, PARTNER, PERSONA, QUESTION, SELF_ASSESSMENT, TASK
from starterspad.content.models.persona import Persona
from starterspad.content.problems import Problem
from starterspad.quality.checks.references import At, must_exist
from starterspad.quality.gone import gone
from starterspad.rules.answers_file import wrong_answer


def check_personas(catalog: Catalog) -> Iterator[Problem]:
    """Every answer, step and service of a persona is one that there is."""
    for id, persona in catalog.personas.items():
        at = catalog.places[PERSONA.name, id].location
        if not catalog.lacks(QUESTION):
            yield from _check_answers(catalog, persona, at)
        yield from _check_named(catalog, persona, at)


def _check_answers(catalog: Catalog, persona: Persona, at: At) -> Iterator[Problem]:
    lost = gone(catalog).keys()
    derived_lack = catalog.lacks(CALCULATOR, SELF_ASSESSMENT)
    for question, options in persona.choices.items():
        names = {("question", question), *(("option", f"{question}/{option}") for option in options)}
        if lost & names or ("." in question and derived_lack):
            continue
        message, remedy = wrong_answer(catalog, question, options)
        if message:
            yield Problem(at("answers", question), message, remedy, "reference")


def _check_named(catalog: Catalog, persona: Persona, at: At) -> Iterator[Problem]:
    lost, tasks = gone(catalog), catalog.ids(TASK.name)
    helpers = [f"{id}/{service.id}" for id, partner in catalog.partners.items() for service in partner.services]
    lists = {"yes": persona.yes, "unknown": persona.unknown, "never": persona.never}
    steps = [(at("first"), persona.first)] if persona.first else []
    steps += [(at(key, index), step) for key, named in lists.items() for index, step in enumerate(named)]
    for key, by_step in (("with", persona.with_), ("without", persona.without)):
        steps += [(at(key, step), step) for step in by_step]
        for step, services in by_step.items() if not catalog.lacks(PARTNER) else ():
            for index, service in enumerate(services):
                if ("service", service) not in lost and ("partner", service.split("/")[0]) not in lost:
                    yield from must_exist(at(key, step, index), "service", service, helpers, f" in {key}")
    for location, step in steps:
        if (TASK.name, step) not in lost:
            yield from must_exist(location, TASK.name, step, tasks)
