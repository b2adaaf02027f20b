"""Who does what, and what is missing, in the sentences of one language: for the page, and for the command line."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starterspad.content.models.question import Option
from starterspad.content.models.site import Area
from starterspad.pages.localizer import Localizer
from starterspad.quality.checks import to_check_again
from starterspad.quality.coverage import Coverage, Gap, Segment
from starterspad.quality.to_check_again import unconfirmed


@dataclass(frozen=True)
class Column:
    """A column of the map: the segments it shows, and what stands above it."""

    segment: Segment
    title: str


@dataclass(frozen=True)
class Cell:
    """What a reader sees of a segment: the state gives the colour, the words say the same."""

    state: str
    wording: str


class Report:
    """The report of one language, as its page and the command line ask for it.

    `missing`, `unsought` and `single` hold (task id, sentence), `unknown` (task ids, sentence), `unconfirmed`
    partners by id; `columns` and `groups` are those of the map, `assumed` names areas and the languages that are taken
    for granted there.
    """

    def __init__(self, coverage: Coverage, localizer: Localizer, today: datetime.date) -> None:
        self._coverage, self._localizer = coverage, localizer
        self._say = localizer.messages.format
        catalog = self._catalog = coverage.catalog
        self.missing = [(gap.task, self._nobody(gap, "gaps.nobody", "gaps.nobody_for")) for gap in coverage.missing]
        self.unsought = [
            (gap.task, self._nobody(gap, "gaps.unsought", "gaps.unsought_for")) for gap in coverage.unsought
        ]
        self.single = [(gap.task, self._one(gap)) for gap in coverage.single]
        self.unknown = [
            (tasks, self._say("gaps.unknown", count=len(tasks), where=self._where(segment)))
            for segment, tasks in coverage.unknown.items()
        ]
        self.aged = to_check_again(catalog, today)
        self.untranslated = coverage.untranslated
        self.assumed = [
            (
                self._localizer.plain(area.title),
                [localizer.messages.language_name(code) for code in area.default_languages],
            )
            for area in catalog.site.areas.walk()
            if area.default_languages
        ]
        self.unconfirmed = {id: catalog.partners[id] for id in unconfirmed(catalog)}
        single = [
            Segment(**{name: value}) for name in ("area", "language", "cost") for value in coverage.axes[name][1:]
        ]
        self.columns = [Column(segment, self._title(segment)) for segment in (Segment(), *single)]
        groups = [Segment(group=group) for group in coverage.axes["group"][1:]]
        self.groups = [Column(segment, self._title(segment)) for segment in groups]

    def cell(self, task: str, segment: Segment) -> Cell:
        """Return what a segment shows of a task."""
        help = self._coverage.help.get((task, segment))
        if help is None:
            return Cell("none", self._say("supply.none"))
        return Cell(help.state, self._say(f"supply.{help.state}", count=help.count))

    def has(self, task: str) -> bool:
        """Tell whether a step needs help at all: who can do it alone needs none."""
        return (task, Segment()) in self._coverage.help

    def title(self, task: str) -> str:
        """Return the title of a step."""
        return self._localizer.plain(self._catalog.tasks[task].title)

    def people(self, group: str) -> str:
        """Say who gives an answer, to stand inside a sentence: "people on a benefit"."""
        option = self._option(group)
        if option.those:
            return self._localizer.plain(option.those)
        return self._say("gaps.group", answer=self._localizer.plain(option.title))

    def _nobody(self, gap: Gap, key: str, key_for: str) -> str:
        segment = gap.segment
        help = self._say("gaps.free_help" if segment.cost else "gaps.help")
        where = self._where(segment._replace(group=None, cost=None))
        if segment.group:
            people = self.people(segment.group)
            return self._say(key_for, people=people, task=self.title(gap.task), help=help, where=where)
        return self._say(key, task=self.title(gap.task), help=help, where=where)

    def _one(self, gap: Gap) -> str:
        names = ", ".join(self._catalog.partners[id].name for id in gap.help.partners)
        return self._say("gaps.one", task=self.title(gap.task), partner=names, where=self._where(gap.segment))

    def _where(self, segment: Segment) -> str:
        """Say what a segment asks for, to stand behind the rest of a sentence."""
        parts = []
        if segment.group:
            parts.append(self.people(segment.group))
        if segment.cost:
            parts.append(self._say("gaps.free"))
        if segment.language:
            parts.append(
                self._say("gaps.in_language", language=self._localizer.messages.language_name(segment.language))
            )
        if segment.area:
            area = self._area(segment.area)
            parts.append(self._localizer.plain(area.where) if area.where else f"({self._localizer.plain(area.title)})")
        return "".join(f" {part}" for part in parts)

    def _title(self, segment: Segment) -> str:
        if segment.group:
            return self._localizer.plain(self._option(segment.group).title)
        if segment.area:
            return self._localizer.plain(self._area(segment.area).title)
        if segment.language:
            return self._localizer.messages.language_name(segment.language)
        return self._say(f"cost.{segment.cost}") if segment.cost else self._say("gaps.anywhere")

    def _area(self, id: str) -> Area:
        return next(area for area in self._catalog.site.areas.walk() if area.id == id)

    def _option(self, group: str) -> Option:
        question, _, option = group.partition(".")
        return next(choice for choice in self._catalog.questions[question].options if choice.id == option)
