"""The people whom a city described: the plan that each gets, and where it is not what the city says is right."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PERSONA
from starterspad.content.models.persona import Persona
from starterspad.content.problems import Problem, quoted
from starterspad.rules.evaluate import Answers
from starterspad.rules.plan import Plan, make_plan

_REMEDY = "mend the content; or, where the new plan is right, say so in this file"
_GETS = {"yes": "gets it for certain", "unknown": "gets it as open", "no": "does not get it"}
_MUST = {"yes": "for certain", "unknown": "as open"}


def plan_of(persona: Persona, catalog: Catalog) -> Plan:
    """Make the plan of a persona; answers to questions that the catalog does not have are left out."""
    answered = {id: frozenset(options) for id, options in persona.choices.items() if id in catalog.questions}
    return make_plan(catalog, Answers.complete(catalog.questions, answered, catalog.site.assume))


def check_plans(catalog: Catalog) -> Iterator[Problem]:
    """Name each step and service that a persona must get and does not, or must not get and does.

    The catalog has no errors.
    """
    for id, persona in catalog.personas.items():
        at = catalog.places[PERSONA.name, id].location
        for path, message in _differences(persona, plan_of(persona, catalog)):
            yield Problem(at(*path), f"{quoted(id)} {message}", _REMEDY, "persona")


def _differences(persona: Persona, plan: Plan) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield where in the file something is said that does not hold, and what."""
    verdicts = {task.id: task.judgement.verdict.value for task in plan.tasks}
    first = plan.tasks[0].id if plan.tasks else ""
    if persona.first and persona.first != first:
        yield ("first",), f"must begin with {quoted(persona.first)}, and begins with {quoted(first)}"
    for verdict, steps in (("yes", persona.yes), ("unknown", persona.unknown)):
        for index, step in enumerate(steps):
            gets = verdicts.get(step, "no")
            if gets != verdict:
                yield (verdict, index), f"must get {quoted(step)} {_MUST[verdict]}, and {_GETS[gets]}"
    for index, step in enumerate(persona.never):
        if step in verdicts:
            yield ("never", index), f"must never get {quoted(step)}, and {_GETS[verdicts[step]]}"
    certain = {
        (task.id, f"{service.partner}/{service.service}")
        for task in plan.tasks
        for service in task.services
        if service.judgement.verdict.value == "yes"
    }
    for step, services in persona.with_.items():
        for index, service in enumerate(services):
            if (step, service) not in certain:
                yield ("with", step, index), f"must find {quoted(service)} for certain at {quoted(step)}, and does not"
    for step, services in persona.without.items():
        for index, service in enumerate(services):
            if (step, service) in certain:
                yield ("without", step, index), f"must not find {quoted(service)} for certain at {quoted(step)}"
