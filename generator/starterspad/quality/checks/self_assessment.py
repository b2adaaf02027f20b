"""The self-assessment is whole: ids once, a comparison on the scale, a short version, and what develops each."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER, SELF_ASSESSMENT, TASK
from starterspad.content.models.inner_records import inner_records
from starterspad.content.models.self_assessment import SelfAssessment
from starterspad.content.problems import Location, Problem, did_you_mean, quoted


def check_self_assessment(catalog: Catalog) -> Iterator[Problem]:
    """Judge the self-assessment, and that what develops a competence names one that exists."""
    if catalog.lacks(SELF_ASSESSMENT):
        return
    yield from _developing(catalog)
    if catalog.self_assessment is None:
        return
    helpers_lack = catalog.lacks(TASK, PARTNER)
    yield from _each_once(catalog, catalog.self_assessment)
    for number, field in enumerate(catalog.self_assessment.fields):
        for index, competence in enumerate(field.competences):
            at = ("fields", number, "competences", index)
            if not 1 <= competence.profile <= len(catalog.self_assessment.scale):
                message = f"the profile of {quoted(competence.id)} is {competence.profile}"
                remedy = f"choose a place on the scale, 1 to {len(catalog.self_assessment.scale)}"
                yield Problem(catalog.location("mirror", "mirror", *at, "profile"), message, remedy, "mirror")
            if not any(statement.short for statement in competence.statements):
                message = f"the short version says nothing of {quoted(competence.id)}"
                remedy = "give one of its statements short: true"
                yield Problem(catalog.location("mirror", "mirror", *at, "id"), message, remedy, "mirror")
            if not helpers_lack and not _develops(catalog, competence.id):
                message = f"nothing develops {quoted(competence.id)}"
                remedy = "name it under develops of a task or a service"
                yield Problem(catalog.location("mirror", "mirror", *at, "id"), message, remedy, "mirror", "warning")


def _each_once(catalog: Catalog, mirror: SelfAssessment) -> Iterator[Problem]:
    """Fields, competences and statements share their ids: an answer is kept under one alone."""
    taken: set[str] = set()
    for path, part in inner_records(mirror):
        id = str(getattr(part, "id", ""))
        if id in taken:
            location = catalog.location("mirror", "mirror", *path, "id")
            yield Problem(location, f"the id {quoted(id)} stands twice", "give each its own", "id")
        taken |= {id} if id else set()


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
