"""The boxes that narrow a list, as its page shows them: of the directory, and of the calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starterspad.pages.directory import EVERYONE, Choice
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Text

# Groups whose choices have words of the interface; the others bear names of records, or of languages.
_WORDED: Mapping[str, str] = {"cost": "cost", "format": "format", "kind": "event_kind", "audience": "audience"}


@dataclass(frozen=True)
class FilterChoice:
    """A box to tick: its number among all, its value, and what it is called, as plain text.

    `count` says how many of the list it shows; it is empty where the script finds all on the page, and counts.
    """

    number: int
    value: str
    name: str
    count: str


@dataclass(frozen=True)
class FilterGroup:
    """The choices of one kind: two or more."""

    name: str
    choices: tuple[FilterChoice, ...]


def filter_groups(
    inputs: PageInputs, groups: Mapping[str, tuple[Choice, ...]], counts: Mapping[int, int] | None = None
) -> tuple[FilterGroup, ...]:
    """Return the groups in which there is something to choose, with their names."""
    return tuple(
        FilterGroup(group, tuple(_choice(inputs, choice, counts) for choice in choices))
        for group, choices in groups.items()
        if len(choices) > 1
    )


def _choice(inputs: PageInputs, choice: Choice, counts: Mapping[int, int] | None) -> FilterChoice:
    count = str(counts[choice.number]) if counts else ""
    return FilterChoice(choice.number, choice.value, _name(inputs, choice), count)


def _name(inputs: PageInputs, choice: Choice) -> str:
    """Say what a filter's choice means: in a record's own words where it has some."""
    messages, value = inputs.localizer.messages, choice.value
    if choice.group in _WORDED:
        return messages.format(f"{_WORDED[choice.group]}.{value}")
    if choice.group == "attend":
        return messages.format(f"attend.{value}")
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
