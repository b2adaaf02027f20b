"""Partners that paused or left: what is said of their services on plans where they were chosen."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.content.messages import Messages
from starterspad.content.models.partner import Partner


def former_services(catalog: Catalog, language: str) -> dict[str, str]:
    """Say of the services that nobody is sent to any more why: on some plans they were chosen."""
    return {
        f"service/{id}/{service.id}": _why_not(catalog.messages[language], partner)
        for id, partner, service in catalog.all_services()
        if not partner.helps
    }


def _why_not(messages: Messages, partner: Partner) -> str:
    if partner.left:
        return messages.format("partner.left_short", name=partner.name, date=messages.date(partner.left))
    return messages.format("partner.paused_short", name=partner.name)
