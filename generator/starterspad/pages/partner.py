"""The page of one partner: how to reach it, what it offers, where it appears, and how sure we are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.logos import Logo
from starterspad.content.models.notice import Notice
from starterspad.content.models.partner import Partner, Service
from starterspad.content.models.source import Seen, SourceKind
from starterspad.pages.appearances import Appearance, appearances, for_whom
from starterspad.pages.page import Page, record_page, root_of
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Checked, Contact, DatedFact, PartnerLink, Step, Text, contact_of


@dataclass(frozen=True)
class ContactOrigin:
    """Where a way to reach a partner was found, and how; `label` is the key of its message."""

    label: str
    url: str
    kind: SourceKind
    date: str | None
    seen: Seen


@dataclass(frozen=True)
class ServiceDetails:
    """A service with its steps and its area."""

    service: Service
    steps: tuple[Step, ...]
    area: Text


@dataclass(frozen=True)
class StepNeighbours:
    """A step, and the other partners that help with it."""

    step: Step
    others: tuple[PartnerLink, ...]


@dataclass(frozen=True)
class ServiceAppearance:
    """Where a service appears, for whom, in sentences, and beside whom."""

    title: Text
    people: tuple[str, ...]
    area: Text
    steps: tuple[StepNeighbours, ...]


@dataclass(frozen=True)
class PartnerPage:
    """The partner with what other records say of it; `tell` is where to tell the city of a mistake, or empty."""

    id: str
    partner: Partner
    logo: Logo | None
    notices: tuple[Notice, ...]
    contact: Contact
    origins: tuple[ContactOrigin, ...]
    services: tuple[ServiceDetails, ...]
    appearances: tuple[ServiceAppearance, ...]
    facts: tuple[DatedFact, ...]
    checked: Checked
    tell: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each partner."""
    for id, partner in inputs.catalog.partners.items():
        path = f"partners/{id}/"
        appearing = appearances(inputs.catalog, id) if partner.helps else ()
        context = PartnerPage(
            id=id,
            partner=partner,
            logo=inputs.catalog.logos.get(id),
            notices=inputs.notices("partner", id),
            contact=contact_of(partner),
            origins=tuple(_origins(partner)),
            services=tuple(_service(inputs, partner, service) for service in partner.services),
            appearances=tuple(_appearance(inputs, partner, appearance) for appearance in appearing),
            facts=inputs.facts("partner", [id]),
            checked=inputs.checked(partner.last_checked),
            tell=inputs.address_about(partner.name, root_of(path)),
        )
        yield record_page(inputs, context, path, {inputs.language: partner.name}, partner.summary)


def _origins(partner: Partner) -> Iterator[ContactOrigin]:
    sources = partner.contact.sources
    by_name = {"phone": sources.phone, "email": sources.email, "address": sources.address, "page": sources.page}
    for name, source in by_name.items():
        if source:
            yield ContactOrigin(f"contact.{name}", source.url, source.kind, source.date, source.seen)


def _service(inputs: PageInputs, partner: Partner, service: Service) -> ServiceDetails:
    return ServiceDetails(service, inputs.step_links(service.helps_with), _area(inputs, partner, service))


def _appearance(inputs: PageInputs, partner: Partner, appearance: Appearance) -> ServiceAppearance:
    service = appearance.service
    return ServiceAppearance(
        title=service.title,
        people=tuple(for_whom(inputs.catalog, inputs.localizer, service)),
        area=_area(inputs, partner, service),
        steps=tuple(
            StepNeighbours(inputs.steps[task], tuple(inputs.partners[other] for other in others))
            for task, others in appearance.neighbours.items()
        ),
    )


def _area(inputs: PageInputs, partner: Partner, service: Service) -> Text:
    return inputs.area_titles[inputs.catalog.service_area(partner, service)]
