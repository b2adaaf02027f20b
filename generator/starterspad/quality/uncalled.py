"""What nobody called, wrote to or opened yet: what a city does before it lets people rely on it."""

from __future__ import annotations

from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.models.partner import Partner


@dataclass(frozen=True)
class Uncalled:
    """An organisation with ways to reach it that nobody tried: `ways` by their names, `steps` that it helps with.

    `required` counts those of the steps that are required of somebody.
    """

    partner: str
    name: str
    ways: dict[str, str]
    steps: int
    required: int


def uncalled(catalog: Catalog) -> list[Uncalled]:
    """List organisations that neither confirmed their file nor were called: those that most required steps need first.

    Who has left or takes nobody is not listed; an organisation without any way to reach it is, with no ways.
    """
    waiting = []
    for id, partner in catalog.partners.items():
        if partner.helps and not partner.confirmed:
            ways = _untried(partner)
            steps = {step for service in partner.services for step in service.helps_with}
            required = sum(catalog.tasks[step].kind == "required" for step in steps)
            if ways or not _ways(partner):
                waiting.append(Uncalled(id, partner.name, ways, len(steps), required))
    return sorted(waiting, key=lambda entry: (-entry.required, -entry.steps, entry.partner))


def _untried(partner: Partner) -> dict[str, str]:
    sources = partner.contact.sources
    tried = {
        name for name in type(sources).model_fields if (source := getattr(sources, name)) and source.seen == "live"
    }
    return {name: value for name, value in _ways(partner).items() if name not in tried}


def _ways(partner: Partner) -> dict[str, str]:
    """Return the ways to reach a partner, its website among them."""
    contact = partner.contact
    bookings = (service.booking for service in partner.services)
    booking = next((booking.url for booking in bookings if booking and booking.url), None)
    ways = {
        "phone": contact.phone,
        "email": contact.email,
        "address": contact.address,
        "page": contact.page,
        "booking": booking,
        "website": partner.website,
    }
    return {name: value for name, value in ways.items() if value}
