"""The monthly digest: what aged while many read it, and the letters that ask organisations whether all still holds."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from urllib.parse import quote

from starterspad.content.catalog import Catalog
from starterspad.content.models.field_types import localised
from starterspad.quality.checks.completeness import Aged, to_check_again
from starterspad.quality.freshness import freshness

# What one person can look at in a month.
MOST_FACTS, MOST_LETTERS = 20, 10


@dataclass(frozen=True)
class Letter:
    """A letter to one organisation, ready to be sent; `address` is empty where none is known."""

    partner: str
    name: str
    address: str
    subject: str
    text: str

    @property
    def mailto(self) -> str:
        """The letter as an address that a mail program opens."""
        body = quote(self.text.replace("\n", "\r\n"), safe="")
        return f"mailto:{self.address}?subject={quote(self.subject, safe='')}&body={body}"


@dataclass(frozen=True)
class Digest:
    """What aged, what readers meet most first, and whom to ask: who was checked longest ago first."""

    aged: tuple[Aged, ...]
    letters: tuple[Letter, ...]
    waiting: int


def digest_of(catalog: Catalog, today: datetime.date) -> Digest:
    """Gather a month's work; `waiting` counts the organisations that come another month."""
    aged = [one for one in to_check_again(catalog, today) if one.kind != "partner"]
    aged.sort(key=lambda one: (-one.uses, one.checked))
    asked = [
        id
        for id, partner in catalog.partners.items()
        if not partner.left and (not partner.confirmed or freshness(partner.last_checked, today) != "fresh")
    ]
    asked.sort(key=lambda one: (catalog.partners[one].last_checked, -len(catalog.partners[one].services), one))
    letters = tuple(_letter(catalog, id) for id in asked[:MOST_LETTERS])
    return Digest(tuple(aged[:MOST_FACTS]), letters, max(0, len(asked) - MOST_LETTERS))


def _letter(catalog: Catalog, id: str) -> Letter:
    site, partner = catalog.site, catalog.partners[id]
    language = site.default_language
    messages = catalog.messages[language]
    name, _ = localised(site.name, language, language)
    address = f"{site.base_url}{language}/join/#change={id}"
    text = "\n\n".join(
        (
            messages.format("confirm.text", site=name, date=messages.date(partner.last_checked)),
            messages.format("confirm.link", address=address),
            messages.format("confirm.yes"),
            messages.format("confirm.thanks"),
        )
    )
    return Letter(
        id,
        partner.name,
        partner.contact.email or "",
        messages.format("confirm.subject", name=partner.name, site=name),
        text,
    )
