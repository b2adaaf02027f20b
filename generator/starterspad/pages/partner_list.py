"""Long lists of partners, page by page, for who has no script: by letter, and by what they help with.

Only what is longer than a page of its own shows has such pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from starterspad.content.folding import name_order
from starterspad.content.limits import LISTED_AT_ONCE, NAMED_AT_ONCE
from starterspad.pages.guide import guide_list
from starterspad.pages.helping_partners import everyone_with, in_order, links_to, list_path, whole_list
from starterspad.pages.page import Page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import DirectoryCard, Letter, Link, PartnerLink, directory_card
from starterspad.pages.phase import phase_helpers
from starterspad.pages.shared import once

# Where names stand that begin with a digit or in another script than a to z.
_OTHER = "other"


@dataclass(frozen=True)
class PageNumber:
    """A page of the list; `here` marks the one that is read."""

    number: int
    path: str
    here: bool


@dataclass(frozen=True)
class PartnerListPage:
    """One page of a list: what it lists, the page that it belongs to, and its partners as cards or as names.

    `filtered` leads to the directory, narrowed to the same partners. `letters` are empty where names are listed by what
    they help with, `numbers` where there is one page.
    """

    heading: str
    origin: str
    origin_title: str
    filtered: str
    count: int
    letters: tuple[Letter, ...]
    cards: tuple[DirectoryCard, ...]
    names: tuple[PartnerLink, ...]
    numbers: tuple[PageNumber, ...]


@dataclass(frozen=True)
class _List:
    """A list before it is cut into pages: which it is, its title, where it belongs, and who stands in it."""

    kind: str
    id: str
    title: str
    origin: str
    origin_title: str
    filtered: str
    partners: tuple[str, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the pages of every long list; none where the directory shows all partners at once."""
    for listed in (*_by_letter(inputs), *_by_help(inputs)):
        at_once = LISTED_AT_ONCE if listed.kind == "letter" else NAMED_AT_ONCE
        starts = range(0, len(listed.partners), at_once)
        for number, start in enumerate(starts, start=1):
            yield _page(inputs, listed, number, len(starts), listed.partners[start : start + at_once])


def letters(inputs: PageInputs, here: str = "") -> tuple[Letter, ...]:
    """Return the ways to the partners by letter; `here` is the letter whose page is read."""
    words = inputs.localizer.messages.format("lists.other_letters")
    return tuple(
        Letter(list_path("letter", letter), words if letter == _OTHER else letter.upper(), letter == here)
        for letter in _letters(inputs)
    )


def _letters(inputs: PageInputs) -> Mapping[str, tuple[str, ...]]:
    """Return the partners by the first letter of their names, in order; nothing where the directory shows them all."""

    def gather() -> dict[str, tuple[str, ...]]:
        gathered: dict[str, list[str]] = {}
        for id in inputs.directory.services if inputs.directory.apart else ():
            gathered.setdefault(_letter(inputs.catalog.partners[id].name), []).append(id)
        return {letter: tuple(gathered[letter]) for letter in sorted(gathered, key=lambda it: (it == _OTHER, it))}

    return once(inputs.shared, "letters", gather)


def _letter(name: str) -> str:
    words, _ = name_order(name)
    first = words[0][0] if words else ""
    return first if "a" <= first <= "z" else _OTHER


def _by_letter(inputs: PageInputs) -> Iterator[_List]:
    say = inputs.localizer.messages.format
    for letter, partners in _letters(inputs).items():
        title = say("lists.other") if letter == _OTHER else say("lists.letter", letter=letter.upper())
        yield _List("letter", letter, title, "partners/", say("partners.title"), "partners/", partners)


def _by_help(inputs: PageInputs) -> Iterator[_List]:
    """Yield the lists of everybody who helps with a guide, a phase or a task, where its own page does not name all."""
    for kind, filtered in (("theme", "#help={}"), ("group", "")):
        for guide in inputs.guides(kind):
            everyone = guide_list(inputs, guide.id).everyone
            if whole_list("guide", guide.id, everyone):
                yield _helping(inputs, "guide", guide, f"partners/{filtered.format(guide.id)}", everyone)
    for phase in inputs.phases:
        helping = phase_helpers(inputs)[phase.id]
        if whole_list("phase", phase.id, helping):
            yield _helping(inputs, "phase", phase, f"partners/#phase={phase.id}", helping)
    for id, step in inputs.steps.items():
        if everyone_with(inputs, id):
            helping = in_order(inputs.catalog, {item[0] for item in inputs.helping[id]})
            yield _helping(inputs, "task", step, "partners/", helping)


def _helping(inputs: PageInputs, kind: str, origin: Link, filtered: str, partners: tuple[str, ...]) -> _List:
    title = inputs.localizer.plain(origin.title)
    heading = inputs.localizer.messages.format("lists.helping", title=title)
    return _List(kind, origin.id, heading, origin.path, title, filtered, partners)


def _page(inputs: PageInputs, listed: _List, number: int, count: int, partners: Sequence[str]) -> Page:
    say = inputs.localizer.messages.format
    title = say("lists.page", title=listed.title, number=number, count=count) if count > 1 else listed.title

    def shown() -> PartnerListPage:
        by_letter = listed.kind == "letter"
        return PartnerListPage(
            heading=title,
            origin=listed.origin,
            origin_title=listed.origin_title,
            filtered=listed.filtered,
            count=len(listed.partners),
            letters=letters(inputs, listed.id) if by_letter else (),
            cards=tuple(directory_card(inputs.catalog, id) for id in partners) if by_letter else (),
            names=() if by_letter else links_to(inputs, partners),
            numbers=tuple(
                PageNumber(other, list_path(listed.kind, listed.id, other), other == number)
                for other in range(1, count + 1)
                if count > 1
            ),
        )

    description = say("lists.summary", count=len(listed.partners))
    return Page(list_path(listed.kind, listed.id, number), title, description, "list", shown, inputs)
