"""What several pages show in the same form: a link, a step, a stone of the path, a helper, a fact with its age."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.logos import Logo
from starterspad.content.models.fact import Fact
from starterspad.content.models.partner import Confirmed, Partner, Service
from starterspad.content.models.source import Seen
from starterspad.content.phone_numbers import dialled

Text = dict[str, str]
"""A text by language, as records hold it; the template says it in its own."""


@dataclass(frozen=True)
class Link:
    """A record that a page leads to: its id, the path of its page below the language, and its title."""

    id: str
    path: str
    title: Text


@dataclass(frozen=True)
class Row(Link):
    """A link in a list, with the sentence below it."""

    summary: Text


@dataclass(frozen=True)
class Step(Link):
    """A task in a list: why it is there, and for whom."""

    why: Text
    for_whom: Text


@dataclass(frozen=True)
class Stone(Row):
    """A phase of the path; `here` marks the one whose page the reader is on."""

    here: bool = False


@dataclass(frozen=True)
class PhaseSteps(Link):
    """A phase with its tasks, in the order in which a reader without answers meets them."""

    steps: tuple[Step, ...]


@dataclass(frozen=True)
class PartnerLink:
    """An organisation that a page leads to: a name is the same in every language."""

    id: str
    path: str
    name: str


@dataclass(frozen=True)
class DirectoryCard:
    """A partner among the others, with what it is and does."""

    partner: PartnerLink
    kind: Text
    summary: Text
    logo: Logo | None


@dataclass(frozen=True)
class Letter:
    """The way to the partners whose names begin with a letter; `here` marks the one whose page is read."""

    path: str
    letter: str
    here: bool


@dataclass(frozen=True)
class WholeList:
    """Where all stand of whom a page shows only the first: the path of a page, and how many they are."""

    path: str
    count: int


@dataclass(frozen=True)
class Worry:
    """The page that answers what worries people most, in the words of its front matter: plain text."""

    path: str
    title: str
    description: str


@dataclass(frozen=True)
class Checked:
    """The day on which somebody last looked; `old` when nobody should rely on it any more."""

    on: datetime.date
    old: bool


@dataclass(frozen=True)
class DatedFact:
    """A fact with how far to trust it; `ended` when it held until a day that is over."""

    fact: Fact
    checked: Checked
    ended: bool


@dataclass(frozen=True)
class Labelled:
    """A text below a label; `label` is the key of a message."""

    label: str
    text: Text


@dataclass(frozen=True)
class ChangedStep:
    """One change of one task, and the day of it."""

    step: Link
    on: datetime.date
    note: Text


@dataclass(frozen=True)
class Contact:
    """The ways to reach a partner, each empty where there is none.

    `dial` is the number without spaces, `number_from` whose page it stands on while nobody has called it.
    """

    name: str
    booking: str
    phone: str
    dial: str
    number_from: str
    email: str
    page: str
    website: str
    hours: Text | None

    @property
    def reachable(self) -> bool:
        """Tell whether there is any way at all."""
        return bool(self.booking or self.phone or self.email or self.page or self.website)


@dataclass(frozen=True)
class HelperCard:
    """A partner with the services that matter on a page, and how to reach it."""

    partner: PartnerLink
    services: tuple[Link, ...]
    contact: Contact


@dataclass(frozen=True)
class GuideHelp:
    """The steps of a guide, who helps its readers, and the facts that it names.

    `aimed` are made for the people of the guide; the others stand as names or as cards, never as both. Of many only the
    first stand here: `everyone` leads to all.
    """

    steps: tuple[Step, ...]
    aimed: tuple[HelperCard, ...]
    other_names: tuple[PartnerLink, ...]
    other_cards: tuple[HelperCard, ...]
    everyone: WholeList | None
    facts: tuple[DatedFact, ...]


@dataclass(frozen=True)
class ServiceCard:
    """One service on the page of a task, with what the reader must know of its partner."""

    partner: PartnerLink
    service: Service
    contact: Contact
    seen: Seen
    last_checked: datetime.date
    confirmed: Confirmed | None


@dataclass(frozen=True)
class Sheet:
    """What the printed plan says of the site: its name, and the address of the plan."""

    name: Text
    address: str


def partner_link(id: str, partner: Partner) -> PartnerLink:
    """Return the link to a partner's page."""
    return PartnerLink(id, f"partners/{id}/", partner.name)


def directory_card(catalog: Catalog, id: str) -> DirectoryCard:
    """Return the card of the partner with this id."""
    partner = catalog.partners[id]
    return DirectoryCard(partner_link(id, partner), partner.kind, partner.summary, catalog.logos.get(id))


def service_link(id: str, service: Service) -> Link:
    """Return the link to a service, on the page of the partner with this id."""
    return Link(service.id, f"partners/{id}/#service-{service.id}", service.title)


def contact_of(partner: Partner, service: Service | None = None) -> Contact:
    """Return the ways to reach a partner; with a service, also the page where one makes an appointment for it."""
    contact = partner.contact
    return Contact(
        name=partner.name,
        booking=(service and service.booking and service.booking.url) or "",
        phone=contact.phone or "",
        dial=dialled(contact.phone or ""),
        number_from=partner.number_from,
        email=contact.email or "",
        page=contact.page or "",
        website=partner.website or "",
        hours=contact.hours,
    )
