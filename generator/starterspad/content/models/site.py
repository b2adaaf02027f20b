"""The instance: its name, languages, areas and colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from starterspad.content.models.field_types import (
    Colour,
    Date,
    Email,
    Id,
    Language,
    Line,
    Record,
    ShortText,
    Title,
    Url,
    WholeNumber,
    YesNo,
)
from starterspad.content.models.languages import LanguageReader, Languages
from starterspad.content.models.time_zone import TimeZone
from starterspad.content.models.wrong import wrong
from starterspad.content.problems import quoted


class Area(Record):
    """A place, with the places inside it."""

    id: Id = Field(examples=["town"])
    """What partners and services name it by."""
    title: Title = Field(examples=["{en: The town}"])
    """The name of the place."""
    where: Title | None = Field(default=None, examples=["{en: in the town}"])
    """How it stands in a sentence: "in the north"."""
    default_languages: tuple[Language, ...] = Field(default=(), examples=["[en]"])
    """Languages in which organisations from here are taken to help where their files name none. The page of gaps says
    that this is assumed. Places inside it follow it, unless they name their own.
    """
    sought: YesNo = True
    """Help was looked for here. Where it was not, nothing is called missing."""
    areas: tuple[Area, ...] = ()
    """The places inside it."""

    def walk(self) -> Iterator[Area]:
        """Yield this area and every area inside it."""
        yield self
        for area in self.areas:
            yield from area.walk()


class Palette(Record):
    """The colours of one scheme."""

    ground: Colour
    """The page."""
    raised: Colour
    """What lies on the page, such as a card."""
    text: Colour
    """Words."""
    quiet: Colour
    """Words that matter less."""
    path: Colour
    """The main colour."""
    on_path: Colour
    """Words on the main colour."""
    spark: Colour
    """Marks."""
    link: Colour
    """Links under the pointer, and warnings."""
    good: Colour
    """What is done."""
    stop: Colour
    """What is wrong."""
    line: Colour
    """Borders."""


class Colours(Record):
    """Both schemes: daylight and night."""

    light: Palette
    """The colours of the day."""
    dark: Palette
    """The colours of the night."""


def _base_url(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"https?://[a-z0-9.:-]+(/[A-Za-z0-9._~-]+)*/", value):
        raise wrong(
            "base-url",
            f"{quoted(value)} is not a base address",
            "write https://, the host and the path, with / at the end",
        )
    return value


def _folder(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"/([A-Za-z0-9._~-]+/)*", value):
        raise wrong("moved-from", f"{quoted(value)} is not a folder of a host", "write its path, with / at both ends")
    return value


def _branch(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._/-]{0,99}", value):
        raise wrong("branch", f"{quoted(value)} is not the name of a branch", "write it as main")
    return value


def _owner(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9_.-]+)?", value):
        raise wrong("owner", f"{quoted(value)} is not a person or a team", "write it as @name, or @organisation/team")
    return value


class Owners(Record):
    """Who may merge: content and partners, and everything else."""

    content: Annotated[
        tuple[Annotated[str, BeforeValidator(_owner)], ...], Field(min_length=1, examples=['["@organisation/words"]'])
    ]
    """Who may merge content and partners."""
    code: Annotated[
        tuple[Annotated[str, BeforeValidator(_owner)], ...], Field(min_length=1, examples=['["@organisation/code"]'])
    ]
    """Who may merge everything else."""


Region = Annotated[str, StringConstraints(pattern=r"^([A-Z]{2}|[0-9]{3})$")]


class SiteConfig(Record):
    """`site_config.yml`: everything about an instance that is not content."""

    content_schema: WholeNumber = Field(examples=["1"])
    """The version of these rules: 1."""
    name: Title = Field(examples=["{en: Start here}"])
    """The portal's name."""
    tagline: Title = Field(examples=["{en: Do you want to start a business?}"])
    """The question on the first page."""
    promise: ShortText
    """The promise on the first page."""
    languages: Languages = Field(examples=["[en, nl]"])
    """The languages of the portal; the first is the default."""
    partial_languages: tuple[Language, ...] = Field(default=(), examples=["[ar]"])
    """Those of them in which only questions, phases and titles of steps must stand; the rest may fall back."""
    readers: tuple[LanguageReader, ...] = ()
    """Who read all words of a language; what is no demonstration (`notice`) needs one for each but the first."""
    region: Region | None = Field(default=None, examples=["BE"])
    """The country, as ISO 3166 writes it: dates and numbers stand as people write them there, and its public holidays
    are kept.
    """
    time_zone: TimeZone | None = Field(default=None, examples=["Europe/Brussels"])
    """The time zone of the place, as IANA names it: an appointment at 14:30 is at 14:30 there, whatever zone a browser
    reports.
    """
    closed_days: tuple[Date, ...] = Field(default=(), examples=["[2026-12-24, 2027-07-22]"])
    """Days on which everything is closed: hours that come back leave them out, and the public holidays of `region`."""
    base_url: Annotated[str, BeforeValidator(_base_url), StringConstraints(max_length=300)] = Field(
        examples=["https://start.example/"]
    )
    """The address of the published site, `/` at its end."""
    moved_from: tuple[Annotated[str, BeforeValidator(_folder)], ...] = Field(default=(), examples=["[/start/]"])
    """Where on the same host the portal stood before, and nothing of another portal stands: what people kept there on
    their devices comes along.
    """
    areas: Area
    """The place that the portal is for, with the places inside it."""
    area_question: Id | None = Field(default=None, examples=["place"])
    """The question whose options are ids of areas."""
    for_whom_questions: tuple[Id, ...] = Field(default=(), examples=["[situation]"])
    """The questions whose answers say for whom a service is, in the directory's filters."""
    talk_task: Id = Field(examples=["first-talk"])
    """The step behind "I want to talk to someone first"."""
    trouble_guide: Id = Field(examples=["difficulty"])
    """The guide behind "Are things difficult?": its page begins with who helps with its first step, and what to say."""
    worry_page: Id | None = Field(default=None, examples=["worries"])
    """The page that answers what worries people most; the first page points to it."""
    contact_page: Id | None = Field(default=None, examples=["about"])
    """Where "Is something wrong? Tell us" leads when there is no `contact` and no `repository`."""
    foreign_names: tuple[Line, ...] = Field(default=(), examples=["[Other Town, othertown.example]"])
    """Names, addresses and owners of the city whose content was copied: `portal check` names each that is left."""
    forum: Url | None = Field(default=None, examples=["https://talk.example/"])
    """Where starters of the city write to each other: its own forum or chat, which the portal only leads to."""
    figure_marks: tuple[Line, ...] = Field(default=(), examples=['[€, "%"]'])
    """What makes a number a figure: `portal check` names figures in texts that no fact gives."""
    assume: dict[Id, Id] = Field(default_factory=dict, examples=["{place: town}"])
    """Answers that count until a starter gives her own, by question: said as assumed wherever they matter."""
    plan_after: WholeNumber = Field(default=5, examples=["5"])
    """After how many answers a plan is offered."""
    colours: Colours
    """The colours of both schemes; `portal check` looks at their contrast."""
    newsletter: Url | None = Field(default=None, examples=["https://start.example/newsletter"])
    """Where one subscribes to the city's own newsletter; the page of news points to it."""
    notice: ShortText | None = None
    """A line above every page."""
    repository: Url | None = Field(default=None, examples=["https://github.com/organisation/portal"])
    """The address where pull requests go."""
    forge: Literal["github", "gitlab"] = "github"
    """What kind of host that is."""
    branch: Annotated[str, BeforeValidator(_branch)] = Field(default="main", examples=["main"])
    """The branch that changes go into."""
    owners: Owners | None = None
    """Who may merge; `portal generate` makes `CODEOWNERS` of it, where the host looks."""
    contact: Email | None = None
    """The mailbox for partners, and for what is wrong."""

    @property
    def default_language(self) -> str:
        """The first language: what texts in the others fall back to."""
        return self.languages[0]

    @cached_property
    def area_parents(self) -> dict[str, str | None]:
        """The area directly around each area; None for the outermost."""
        parents: dict[str, str | None] = {self.areas.id: None}
        for area in self.areas.walk():
            parents.update({inner.id: area.id for inner in area.areas})
        return parents

    def area_and_around(self, area: str) -> tuple[str, ...]:
        """Return the ids of an area and of every area that contains it, smallest first; an unknown id stands alone."""
        parents = self.area_parents
        areas: list[str] = []
        current: str | None = area
        while current is not None:
            areas.append(current)
            current = parents.get(current)
        return tuple(areas)

    def assumed_languages(self, area: str) -> tuple[str, ...]:
        """Return the languages that an area, or else the nearest one around it, takes for granted."""
        known = {place.id: place.default_languages for place in self.areas.walk()}
        return next((known[id] for id in self.area_and_around(area) if known.get(id)), ())


def languages_of(tree: object) -> tuple[str, ...]:
    """Read the languages out of an unchecked site config, so that its own texts can be judged."""
    listed = tree.get("languages") if isinstance(tree, dict) else None
    return tuple(item for item in listed if isinstance(item, str)) if isinstance(listed, list) else ()
