"""The letter that asks an organisation whether all of its file still holds."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starterspad.content.catalog import Catalog
from starterspad.content.localised_text import localised


@dataclass(frozen=True)
class ConfirmationLetter:
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


def confirmation_letter(catalog: Catalog, id: str) -> ConfirmationLetter:
    """Write to a partner, in the instance's first language: what was last checked when, and how to answer."""
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
    return ConfirmationLetter(
        id,
        partner.name,
        partner.contact.email or "",
        messages.format("confirm.subject", name=partner.name, site=name),
        text,
    )
