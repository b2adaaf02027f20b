"""The page of one partner: how to reach it, what it offers, where it appears, and how sure we are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from starterspad.content.logos import Logo
from starterspad.content.models.notice import Notice
from starterspad.content.models.partner import Partner, Service
from starterspad.content.models.source import Seen, SourceKind
from starterspad.pages.event_rows import ComingDates, coming_of_partner
from starterspad.pages.page import Page, record_page, root_of
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Checked, Contact, DatedFact, PartnerLink, Step, Text, contact_of
from starterspad.rules.event_dates import written_moment
from starterspad.rules.open_desks import OpenDesk, open_desks

# So many of the next open desks stand on the page.
_OPEN = 3


@dataclass(frozen=True)
class ContactOrigin:
    """Where a way to reach a partner was found, and how; `label` is the key of its message."""

    label: str
    url: str
    kind: SourceKind
    date: str | None
    seen: Seen


@dataclass(frozen=True)
class OpenTime:
    """A time at which one may come without an appointment; `over` is the moment at which it is over."""

    desk: OpenDesk
    over: str


@dataclass(frozen=True)
class ServiceDetails:
    """A service with its steps, its area, and the next times at which its desk is open."""

    service: Service
    steps: tuple[Step, ...]
    area: Text
    open: tuple[OpenTime, ...]


@dataclass(frozen=True)
class StepNeighbours:
    """A step, the nearest others that help with it, and how many more there are."""

    step: Step
    others: tuple[PartnerLink, ...]
    more: int


@dataclass(frozen=True)
class ServiceAppearance:
    """Where a service appears, for whom, and beside whom."""

    service: Service
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
    coming: ComingDates
    tell: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of each partner."""
    for id, partner in inputs.catalog.partners.items():
        context = partial(inputs.of_record, "partner", id, partial(_context, inputs, id, partner))
        yield record_page(inputs, context, f"partners/{id}/", {inputs.language: partner.name}, partner.summary)


def _context(inputs: PageInputs, id: str, partner: Partner) -> PartnerPage:
    return PartnerPage(
        id=id,
        partner=partner,
        logo=inputs.catalog.logos.get(id),
        notices=inputs.notices("partner", id),
        contact=contact_of(partner),
        origins=tuple(_origins(partner)),
        services=tuple(_service(inputs, partner, service) for service in partner.services),
        appearances=tuple(_appearance(inputs, id, partner, service) for service in partner.services)
        if partner.helps
        else (),
        facts=inputs.facts("partner", [id]),
        checked=inputs.checked(partner.last_checked),
        coming=coming_of_partner(inputs, id),
        tell=inputs.address_about(partner.name, root_of(f"partners/{id}/")),
    )


def _origins(partner: Partner) -> Iterator[ContactOrigin]:
    sources = partner.contact.sources
    by_name = {"phone": sources.phone, "email": sources.email, "address": sources.address, "page": sources.page}
    for name, source in by_name.items():
        if source:
            yield ContactOrigin(f"contact.{name}", source.url, source.kind, source.date, source.seen)


def _service(inputs: PageInputs, partner: Partner, service: Service) -> ServiceDetails:
    desks = open_desks(inputs.catalog, partner, service, inputs.today)[:_OPEN]
    times = tuple(OpenTime(desk, written_moment(desk.over)) for desk in desks)
    return ServiceDetails(service, inputs.step_links(service.helps_with), _area(inputs, partner, service), times)


def _appearance(inputs: PageInputs, id: str, partner: Partner, service: Service) -> ServiceAppearance:
    area = inputs.catalog.service_area(partner, service)
    steps = []
    for task in service.helps_with:
        others = inputs.neighbours.nearest(task, id, area)
        links = tuple(inputs.partners[other] for other in others)
        steps.append(StepNeighbours(inputs.steps[task], links, inputs.neighbours.count(task) - len(links)))
    return ServiceAppearance(service, inputs.area_titles[area], tuple(steps))


def _area(inputs: PageInputs, partner: Partner, service: Service) -> Text:
    return inputs.area_titles[inputs.catalog.service_area(partner, service)]
