"""Partners and what they offer. A partner file is written by a stranger: every text here is plain."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field

from starterspad.content.limits import MOST_OPENINGS, MOST_SERVICES
from starterspad.content.models.condition import Accepted, Conditional
from starterspad.content.models.field_types import (
    Aliases,
    Date,
    Email,
    Id,
    Language,
    Line,
    Phone,
    Record,
    Said,
    ShortText,
    SourceUrl,
    Title,
    Url,
    WholeNumber,
)
from starterspad.content.models.opening import Opening
from starterspad.content.models.source import Seen, SourceDate, SourceKind

Cost = Literal["free", "paid", "mixed", "loan", "equity", "membership"]
Format = Literal["desk", "phone", "online", "group", "visit"]
# Where many keep their files, each below a name of their own.
_CODE_HOSTS = ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org")


class ContactSource(Record):
    """Where a value was found, and what date that page bears."""

    url: SourceUrl
    """The page where it was found."""
    kind: SourceKind = "other"
    """Whose page it is."""
    date: SourceDate | None = None
    """What date that page bears: none where it bears none."""
    seen: Seen
    """How it was seen. Only who called, wrote or opened it may write `live`."""


class ContactSources(Record):
    """Where each way to reach an organisation was found."""

    email: ContactSource | None = None
    """Where the e-mail address was found."""
    phone: ContactSource | None = None
    """Where the number was found."""
    page: ContactSource | None = None
    """Where the contact page was found."""
    address: ContactSource | None = None
    """Where the address was found."""


class Contact(Record):
    """How to reach an organisation, and where that was found."""

    email: Email | None = None
    """The organisation's own mailbox, never a private person's."""
    phone: Phone | None = None
    """The organisation's own number, never a private person's."""
    hours: Title | None = Field(default=None, examples=["{en: On working days from 9 to 12}"])
    """When the phone is answered."""
    page: Url | None = None
    """Its page with ways to reach it."""
    address: Line | None = Field(default=None, examples=['"1 Market Square, Town"'])
    """Where its desk is."""
    sources: ContactSources = ContactSources()
    """Where each of these was found."""


class Booking(Record):
    """How to make an appointment."""

    url: Url | None = None
    """A page that books an appointment, and only that."""
    how: ShortText | None = None
    """The steps to take, in words."""


class Service(Conditional):
    """One thing a partner does for a starter. What is not known is left out, and shown as not known."""

    id: Id = Field(examples=["talk"])
    """What plans remember it by, below the id of its partner."""
    title: Title = Field(examples=["{en: A talk about your plan}"])
    """What the partner does for a starter."""
    helps_with: Annotated[tuple[Id, ...], Field(min_length=1, examples=["[first-talk]"])]
    """The steps that it helps with."""
    source: SourceUrl
    """The page that says so."""
    for_whom: ShortText | None = None
    """For whom it is, in words, for who reads without answering."""
    area: Id | None = Field(default=None, examples=["town"])
    """The place where it is offered; without it, the partner's."""
    format: Annotated[tuple[Format, ...], Field(min_length=1)] | None = None
    """How one meets."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] | None = Field(default=None, examples=["[en, nl]"])
    """The languages in which one is helped."""
    cost: Cost | None = None
    """What one pays, or takes on."""
    cost_note: ShortText | None = None
    """What there is to say about the cost."""
    booking: Booking | None = None
    """How to make an appointment."""
    say: Said = ()
    """What to say or write to them, sentence by sentence; without it, what the step says."""
    answers_within: WholeNumber | None = None
    """After how many days without an answer one may ask again; ten where nobody says."""
    walk_in: Annotated[tuple[Opening, ...], Field(max_length=MOST_OPENINGS)] = Field(
        default=(), examples=['[{rule: FREQ=WEEKLY;BYDAY=TH, opens: "14:00", closes: "16:30", from: 2026-09-03}]']
    )
    """When one may come without an appointment: the card says the next time, and among equals it is suggested first."""
    bring: ShortText | None = None
    """What to bring, or to have ready."""
    develops: tuple[Id, ...] = Field(default=(), examples=["[planning]"])
    """The competences of the mirror that it helps to grow."""
    accepted: Accepted = Field(default_factory=dict)
    aliases: Aliases = ()


class Confirmed(Record):
    """That the organisation itself said that all of this holds."""

    on: Date
    """The day on which it said so."""
    by: Line = Field(examples=['"A. Person, director"'])
    """Who said so there: a name, a role, or both."""


class Partner(Record):
    """An organisation that helps starters, and how sure we are of what stands here."""

    name: Line = Field(examples=["Town desk"])
    """The name of the organisation."""
    kind: Title = Field(examples=["{en: City office}"])
    """What sort of organisation it is."""
    summary: ShortText = Field(examples=["{en: Answers questions at the desk.}"])
    """What it does for starters."""
    website: Url | None = None
    """Its first page."""
    calendar: Url | None = Field(default=None, examples=["https://desk.example/events.ics"])
    """Its own calendar, as .ics: `portal events pull` reads it and proposes events, which somebody looks at first."""
    contact: Contact = Contact()
    """How to reach it."""
    area: Id | None = Field(default=None, examples=["town"])
    """The place that it works for; without it, all of the portal's."""
    services: Annotated[tuple[Service, ...], Field(min_length=1, max_length=MOST_SERVICES)]
    """What it does for a starter."""
    sources: Annotated[tuple[SourceUrl, ...], Field(min_length=1)]
    """The pages where all of this was found."""
    sources_date: SourceDate | None = None
    """The date of the newest: none where they bear none."""
    seen: Seen = "told"
    """How they were seen. Only who looked at the pages themselves may write `live`."""
    checked: Date
    """When somebody last looked, in the way that `seen` says."""
    confirmed: Confirmed | None = None
    """That the organisation itself said that all of this holds."""
    paused: Date | None = None
    """The day since which it takes nobody new: its page stays, and nobody is sent there."""
    left: Date | None = None
    """The day since which it helps no longer: its page stays, and who chose it sees why."""
    caveat: ShortText | None = None
    """What a reader must know before going there."""
    aliases: Aliases = ()

    @property
    def helps(self) -> bool:
        """Tell whether people are sent there now."""
        return self.paused is None and self.left is None

    @property
    def number_from(self) -> str:
        """Whose page the phone number stands on, while nobody is known to have called it; empty otherwise."""
        source = self.contact.sources.phone
        if not self.contact.phone or not source or source.seen == "live":
            return ""
        address = urlsplit(source.url)
        host = (address.hostname or "").removeprefix("www.")
        owner = address.path.split("/")[1:2] if host in _CODE_HOSTS else []
        return f"{owner[0]} ({host})" if any(owner) else host

    @property
    def last_checked(self) -> datetime.date:
        """The day on which we, or the organisation itself, last saw that this holds."""
        return max(self.checked, self.confirmed.on) if self.confirmed else self.checked


class LeftOut(Record):
    """An organisation that is not published, and why: what maintainers would otherwise look for again."""

    id: Id = Field(examples=["old-desk"])
    """What its file would be called."""
    name: Line = Field(examples=["Old desk"])
    """The name of the organisation."""
    reason: Line = Field(examples=["Ended in 2020; nobody took its place."])
    """Why it is not published."""
    sources: tuple[SourceUrl, ...] = ()
    """Where that was found."""
