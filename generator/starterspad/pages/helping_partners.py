"""Services gathered by partner, in the order in which pages without answers list them."""

from __future__ import annotations

from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.models.partner import Partner, Service


@dataclass(frozen=True)
class Helper:
    """A partner with the services that matter on one page."""

    id: str
    partner: Partner
    services: tuple[Service, ...]


def helpers(catalog: Catalog, services: list[tuple[str, Partner, Service]]) -> list[Helper]:
    """Gather services by partner, in alphabetical order: nobody pays for a place."""
    by_partner: dict[str, list[Service]] = {}
    for id, _, service in services:
        by_partner.setdefault(id, []).append(service)
    together = [Helper(id, catalog.partners[id], tuple(mine)) for id, mine in by_partner.items()]
    return sorted(together, key=lambda helper: (helper.partner.name.casefold(), helper.id))
