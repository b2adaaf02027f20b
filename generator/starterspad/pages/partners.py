"""The directory of partners, with the filters that narrow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from starterspad.content.limits import LISTED_AT_ONCE
from starterspad.pages import partner_list
from starterspad.pages.filters import FilterGroup, filter_groups
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DirectoryCard, Letter, Link, Stone, directory_card


@dataclass(frozen=True)
class ListedCard(DirectoryCard):
    """A partner of the directory.

    `answers` holds for the script what each service answers to: its id and numbers of choices, `|` between services. It
    is empty where the script loads it for all.
    """

    answers: str


@dataclass(frozen=True)
class PartnersPage:
    """The directory; `mine` is the number of the box "on my plan", the one behind all choices.

    Of many partners only the first have a card here: then `data` is the folder of what the script loads of all, and
    `letters` lead to all without it.
    """

    model: str
    data: str
    helping_count: int
    groups: tuple[FilterGroup, ...]
    mine: int
    cards: tuple[ListedCard, ...]
    letters: tuple[Letter, ...]
    themes: tuple[Link, ...]
    stones: tuple[Stone, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of the directory, and where it does not show all, the pages of the others."""
    directory = inputs.directory
    context = PartnersPage(
        model=inputs.model,
        data=f"{directory.folder}/" if directory.apart else "",
        helping_count=inputs.helping_count,
        groups=filter_groups(inputs, directory.groups, directory.counts if directory.apart else None),
        mine=sum(len(choices) for choices in directory.groups.values()),
        cards=tuple(_card(inputs, id) for id in islice(directory.services, LISTED_AT_ONCE)),
        letters=partner_list.letters(inputs),
        themes=inputs.guides("theme"),
        stones=inputs.stones(),
    )
    yield single_page(inputs, context, "partners/", "partners")
    yield from partner_list.pages(inputs)


def _card(inputs: PageInputs, id: str) -> ListedCard:
    directory, card = inputs.directory, directory_card(inputs.catalog, id)
    services = zip(inputs.catalog.partners[id].services, directory.services[id], strict=True)
    answers = "|".join(f"{service.id} {' '.join(map(str, numbers))}" for service, numbers in services)
    return ListedCard(card.partner, card.kind, card.summary, card.logo, "" if directory.apart else answers)
