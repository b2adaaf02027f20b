"""The self-assessment is whole: ids once, a comparison on the scale, a short version, and what develops each."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER, SELF_ASSESSMENT, TASK
from starterspad.content.models.inner_records import inner_records
from starterspad.content.models.self_assessment import SelfAssessment
from starterspad.content.problems import Problem, did_you_mean, quoted


def check_self_assessment(catalog: Catalog) -> Iterator[Problem]:
    """Judge the self-assessment, and that what develops a competence names one that exists."""
    if catalog.lacks(SELF_ASSESSMENT):
        return
    yield from _developing(catalog)
    if catalog.self_assessment is None:
        return
    helpers_lack, developed = catalog.lacks(TASK, PARTNER), _developed(catalog)
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
            if not helpers_lack and competence.id not in developed:
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


def _developed(catalog: Catalog) -> set[str]:
    """Return every competence that a step or a service develops."""
    by_service = (competence for _, _, service in catalog.services() for competence in service.develops)
    return {*(competence for task in catalog.tasks.values() for competence in task.develops), *by_service}


def _developing(catalog: Catalog) -> Iterator[Problem]:
    known = catalog.competences
    for kind, id, path, competence in _named(catalog):
        if competence not in known:
            message = f"unknown competence {quoted(competence)} in develops"
            location = catalog.location(kind, id, *path)
            yield Problem(location, message, did_you_mean(competence, list(known)), "reference")


def _named(catalog: Catalog) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    """Yield the competences that steps and services develop: of which record, where in it, and their ids."""
    for id, task in catalog.tasks.items():
        for index, competence in enumerate(task.develops):
            yield TASK.name, id, ("develops", index), competence
    for id, partner in catalog.partners.items():
        for number, service in enumerate(partner.services):
            for index, competence in enumerate(service.develops):
                yield PARTNER.name, id, ("services", number, "develops", index), competence
