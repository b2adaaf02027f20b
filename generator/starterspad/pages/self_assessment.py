"""The page of the self-assessment, where an instance has one: its statements, and what helps each competence grow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.self_assessment import Competence, SelfAssessment
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Link, PartnerLink, Step, Text, service_link


@dataclass(frozen=True)
class TeachingService:
    """A service that helps a competence grow, and who offers it."""

    partner: PartnerLink
    service: Link


@dataclass(frozen=True)
class CompetenceHelp:
    """A competence with its number among all, from 1, and the steps and services that help it grow."""

    number: int
    competence: Competence
    steps: tuple[Step, ...]
    services: tuple[TeachingService, ...]


@dataclass(frozen=True)
class CompetenceField:
    """Competences that belong together."""

    id: str
    title: Text
    competences: tuple[CompetenceHelp, ...]


@dataclass(frozen=True)
class SelfAssessmentPage:
    """The self-assessment, field by field."""

    assessment: SelfAssessment
    fields: tuple[CompetenceField, ...]
    model: str
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the self-assessment; none where the instance has no such thing."""
    assessment = inputs.catalog.self_assessment
    if assessment:
        numbers = {id: number for number, id in enumerate(assessment.competences(), start=1)}
        fields = tuple(
            CompetenceField(
                field.id,
                field.title,
                tuple(_help(inputs, competence, numbers[competence.id]) for competence in field.competences),
            )
            for field in assessment.fields
        )
        context = SelfAssessmentPage(assessment, fields, inputs.model, inputs.talk)
        yield single_page(inputs, context, "mirror/", "mirror")


def _help(inputs: PageInputs, competence: Competence, number: int) -> CompetenceHelp:
    id = competence.id
    steps = tuple(inputs.steps[task] for task, record in inputs.catalog.tasks.items() if id in record.develops)
    services = tuple(
        TeachingService(inputs.partners[partner], service_link(partner, service))
        for partner, _, service in inputs.services
        if id in service.develops
    )
    return CompetenceHelp(number, competence, steps, services)
