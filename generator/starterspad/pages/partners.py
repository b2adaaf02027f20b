"""The directory of partners, with the filters that narrow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.logos import Logo
from starterspad.pages.directory import EVERYONE, Choice, Directory, directory_of
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Link, PartnerLink, Stone, Text


@dataclass(frozen=True)
class FilterChoice:
    """A box to tick: its number among all, its value, and what it is called, as plain text."""

    number: int
    value: str
    name: str


@dataclass(frozen=True)
class FilterGroup:
    """The choices of one kind: two or more."""

    name: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True)
class DirectoryCard:
    """A partner of the directory.

    `answers` holds for the script what each service answers to: its id and numbers of choices, `|` between services.
    """

    partner: PartnerLink
    kind: Text
    summary: Text
    logo: Logo | None
    answers: str


@dataclass(frozen=True)
class PartnersPage:
    """The directory; `mine` is the number of the box "on my plan", the one behind all choices."""

    model: str
    helping_count: int
    groups: tuple[FilterGroup, ...]
    mine: int
    cards: tuple[DirectoryCard, ...]
    themes: tuple[Link, ...]
    stones: tuple[Stone, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the directory."""
    directory = directory_of(inputs.catalog)
    context = PartnersPage(
        model=inputs.model,
        helping_count=inputs.helping_count,
        groups=tuple(
            FilterGroup(group, tuple(FilterChoice(item.number, item.value, _name(inputs, item)) for item in choices))
            for group, choices in directory.groups.items()
            if len(choices) > 1
        ),
        mine=sum(len(choices) for choices in directory.groups.values()),
        cards=tuple(_cards(inputs, directory)),
        themes=inputs.guides("theme"),
        stones=inputs.stones(),
    )
    yield single_page(inputs, context, "partners/", "partners")


def _cards(inputs: PageInputs, directory: Directory) -> Iterator[DirectoryCard]:
    for id, link in inputs.partners.items():
        partner = inputs.catalog.partners[id]
        if partner.helps:
            answers = "|".join(
                f"{service.id} {' '.join(map(str, numbers))}"
                for service, numbers in zip(partner.services, directory.services[id], strict=True)
            )
            yield DirectoryCard(link, partner.kind, partner.summary, inputs.catalog.logos.get(id), answers)


def _name(inputs: PageInputs, choice: Choice) -> str:
    """Say what a filter's choice means: in a record's own words where it has some."""
    messages, value = inputs.localizer.messages, choice.value
    if choice.group in ("cost", "format"):
        return messages.format(f"{choice.group}.{value}")
    if choice.group == "language":
        return messages.language_name(value)
    if value == EVERYONE:
        return messages.format("partners.everyone")
    return inputs.localizer.plain(_title(inputs, choice))


def _title(inputs: PageInputs, choice: Choice) -> Text:
    catalog, value = inputs.catalog, choice.value
    if choice.group == "phase":
        return catalog.phases[value].title
    if choice.group == "help":
        return catalog.guides[value].title
    if choice.group == "area":
        return inputs.area_titles[value]
    question, _, option = value.partition(".")
    return next(answer.title for answer in catalog.questions[question].options if answer.id == option)
