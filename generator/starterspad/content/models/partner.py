"""Partners and what they offer. A partner file is written by a stranger: every text here is plain."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field

from starterspad.content.limits import MOST_SERVICES
from starterspad.content.models.condition import Accepted, Conditional
from starterspad.content.models.field_types import (
    Date,
    Email,
    Id,
    Language,
    Line,
    Phone,
    Record,
    ShortText,
    SourceUrl,
    Title,
    Url,
)

Cost = Literal["free", "paid", "mixed", "loan", "equity", "membership"]
Format = Literal["desk", "phone", "online", "group", "visit"]


class ContactSource(Record):
    """Where a value was found, and what date that page bears."""

    url: SourceUrl
    date: Line | None = None


class ContactSources(Record):
    """Where each way to reach an organisation was found."""

    email: ContactSource | None = None
    phone: ContactSource | None = None
    page: ContactSource | None = None
    address: ContactSource | None = None


class Contact(Record):
    """How to reach an organisation, and where that was found; `hours` are when the phone is answered."""

    email: Email | None = None
    phone: Phone | None = None
    hours: Title | None = None
    page: Url | None = None
    address: Line | None = None
    sources: ContactSources = ContactSources()


class Booking(Record):
    """How to make an appointment: the page where one is made, or the steps to take."""

    url: Url | None = None
    how: ShortText | None = None


class Service(Conditional):
    """One thing a partner does for a starter. What is not known is left out, and shown as not known."""

    id: Id
    title: Title
    helps_with: Annotated[tuple[Id, ...], Field(min_length=1)]
    source: SourceUrl
    for_whom: ShortText | None = None
    area: Id | None = None
    format: Annotated[tuple[Format, ...], Field(min_length=1)] | None = None
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] | None = None
    cost: Cost | None = None
    cost_note: ShortText | None = None
    booking: Booking | None = None
    bring: ShortText | None = None
    develops: tuple[Id, ...] = ()
    accepted: Accepted = Field(default_factory=dict)
    aliases: tuple[Id, ...] = ()


class Confirmed(Record):
    """That the organisation itself said that all of this holds: when, and who said so there."""

    on: Date
    by: Line


class Partner(Record):
    """An organisation that helps starters, and how sure we are of what stands here.

    `paused` and `left` are the days since which it takes nobody new, or helps no longer: nobody is sent to
    it any more, and who chose it still sees what it was.
    """

    name: Line
    kind: Title
    summary: ShortText
    website: Url | None = None
    contact: Contact = Contact()
    area: Id | None = None
    services: Annotated[tuple[Service, ...], Field(min_length=1, max_length=MOST_SERVICES)]
    sources: Annotated[tuple[SourceUrl, ...], Field(min_length=1)]
    sources_date: Line
    checked: Date
    confirmed: Confirmed | None = None
    paused: Date | None = None
    left: Date | None = None
    caveat: ShortText | None = None
    aliases: tuple[Id, ...] = ()

    @property
    def helps(self) -> bool:
        """Tell whether people are sent there now."""
        return self.paused is None and self.left is None

    @property
    def last_checked(self) -> datetime.date:
        """The day on which we, or the organisation itself, last saw that this holds."""
        return max(self.checked, self.confirmed.on) if self.confirmed else self.checked


class LeftOut(Record):
    """An organisation that is not published, and why: what maintainers would otherwise look for again."""

    id: Id
    name: Line
    reason: Line
    sources: tuple[SourceUrl, ...] = ()
