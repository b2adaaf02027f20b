"""Services gathered by partner, in the order in which pages without answers list them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.folding import name_order
from starterspad.content.models.partner import Partner, Service
from starterspad.pages.parts import HelperCard, PartnerLink, contact_of, partner_link, service_link


@dataclass(frozen=True)
class Helper:
    """A partner with the services that matter on one page."""

    id: str
    partner: Partner
    services: tuple[Service, ...]


def helpers(catalog: Catalog, services: Iterable[tuple[str, Partner, Service]]) -> list[Helper]:
    """Gather services by partner, in alphabetical order: nobody pays for a place."""
    by_partner: dict[str, list[Service]] = {}
    for id, _, service in services:
        by_partner.setdefault(id, []).append(service)
    together = [Helper(id, catalog.partners[id], tuple(mine)) for id, mine in by_partner.items()]
    return sorted(together, key=lambda helper: (name_order(helper.partner.name), helper.id))


def helper_links(partners: Iterable[Helper]) -> tuple[PartnerLink, ...]:
    """Return helpers by name alone, in the order in which they come."""
    return tuple(partner_link(helper.id, helper.partner) for helper in partners)


def helper_cards(partners: Iterable[Helper]) -> tuple[HelperCard, ...]:
    """Return helpers with their services and how to reach them, in the order in which they come."""
    return tuple(
        HelperCard(
            partner_link(helper.id, helper.partner),
            tuple(service_link(helper.id, service) for service in helper.services),
            contact_of(helper.partner),
        )
        for helper in partners
    )
