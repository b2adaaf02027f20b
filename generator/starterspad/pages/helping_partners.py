"""Services gathered by partner, in the order in which pages without answers list them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.folding import name_order
from starterspad.content.limits import LISTED_AT_ONCE
from starterspad.content.models.partner import Partner, Service
from starterspad.content.site_paths import PARTNER_LISTS
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import HelperCard, PartnerLink, WholeList, contact_of, partner_link, service_link


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
    return [Helper(id, catalog.partners[id], tuple(by_partner[id])) for id in in_order(catalog, by_partner)]


def in_order(catalog: Catalog, ids: Iterable[str]) -> tuple[str, ...]:
    """Return partners by their ids in alphabetical order of their names."""
    return tuple(id for _, id in sorted((name_order(catalog.partners[id].name), id) for id in ids))


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


def links_to(inputs: PageInputs, ids: Iterable[str]) -> tuple[PartnerLink, ...]:
    """Return partners by name alone, from their ids."""
    return tuple(inputs.partners[id] for id in ids)


def list_path(kind: str, id: str, number: int = 1) -> str:
    """Return the path of a page of the list of everybody who helps with a record, or whose names begin alike.

    All stand equally deep, as their layout does; no id holds the sign before the number.
    """
    return f"{PARTNER_LISTS}/{kind}-{id}{f'_{number}' if number > 1 else ''}/"


def whole_list(kind: str, id: str, everyone: Sequence[str]) -> WholeList | None:
    """Return the way to all who help with a record, where they are more than a page shows."""
    return WholeList(list_path(kind, id), len(everyone)) if len(everyone) > LISTED_AT_ONCE else None


def everyone_with(inputs: PageInputs, task: str) -> WholeList | None:
    """Return the way to all who help with a task, where it has more services than its page shows."""
    helping = inputs.helping[task]
    if len(helping) <= LISTED_AT_ONCE:
        return None
    return WholeList(list_path("task", task), len({id for id, _, _ in helping}))
