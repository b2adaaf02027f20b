"""The self-assessment is whole: ids once, a comparison on the scale, a short version, and what develops each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Location, Problem, did_you_mean, quoted


def check_self_assessment(catalog: Catalog) -> Iterator[Problem]:
    """Judge the self-assessment, and that what develops a competence names one that exists."""
    yield from _developing(catalog)
    if catalog.self_assessment is None:
        return
    ids = Counter(field.id for field in catalog.self_assessment.fields)
    for number, field in enumerate(catalog.self_assessment.fields):
        for index, competence in enumerate(field.competences):
            ids.update((competence.id, *(statement.id for statement in competence.statements)))
            at = ("fields", number, "competences", index)
            if not 1 <= competence.profile <= len(catalog.self_assessment.scale):
                message = f"the profile of {quoted(competence.id)} is {competence.profile}"
                remedy = f"choose a place on the scale, 1 to {len(catalog.self_assessment.scale)}"
                yield Problem(catalog.location("mirror", "mirror", *at, "profile"), message, remedy, "mirror")
            if not any(statement.short for statement in competence.statements):
                message = f"the short version says nothing of {quoted(competence.id)}"
                remedy = "give one of its statements short: true"
                yield Problem(catalog.location("mirror", "mirror", *at, "id"), message, remedy, "mirror")
            if not _develops(catalog, competence.id):
                message = f"nothing develops {quoted(competence.id)}"
                remedy = "name it under develops of a task or a service"
                yield Problem(catalog.location("mirror", "mirror", *at, "id"), message, remedy, "mirror", "warning")
    for id, count in ids.items():
        if count > 1:
            at_top = catalog.location("mirror", "mirror")
            yield Problem(at_top, f"the id {quoted(id)} stands {count} times", "give each its own", "id")


def _develops(catalog: Catalog, competence: str) -> bool:
    services = (service.develops for _, _, service in catalog.services())
    return any(competence in develops for develops in (*(task.develops for task in catalog.tasks.values()), *services))


def _developing(catalog: Catalog) -> Iterator[Problem]:
    named: list[tuple[Location, str]] = [
        (catalog.location("task", id, "develops", index), competence)
        for id, task in catalog.tasks.items()
        for index, competence in enumerate(task.develops)
    ]
    for id, partner in catalog.partners.items():
        for number, service in enumerate(partner.services):
            for index, competence in enumerate(service.develops):
                named.append((catalog.location("partner", id, "services", number, "develops", index), competence))
    for location, competence in named:
        if competence not in catalog.competences:
            message = f"unknown competence {quoted(competence)} in develops"
            yield Problem(location, message, did_you_mean(competence, list(catalog.competences)), "reference")
