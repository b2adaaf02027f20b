"""Who does what, and what is missing: the sentences and the map of one language, and the same as JSON."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.content.models.site import Area
from starterspad.pages.localizer import Voice
from starterspad.quality.checks import check_translations, to_check_again
from starterspad.quality.coverage import Gap, Supply, View

GAPS_SCHEMA = 1


@dataclass(frozen=True)
class Column:
    """A column of the map: the views it shows, and what stands above it."""

    view: View
    title: str


@dataclass(frozen=True)
class Cell:
    """What a reader sees of a view: the state gives the colour, the words say the same."""

    state: str
    words: str


class Report:
    """The report of one language, as its template asks for it."""

    def __init__(self, supply: Supply, voice: Voice, today: datetime.date) -> None:
        self._supply, self._voice = supply, voice
        self._say = voice.words.say
        catalog = self._catalog = supply.catalog
        self.missing = [(gap.task, self._sentence("gaps.nobody", gap)) for gap in supply.missing]
        self.single = [(gap.task, self._sentence("gaps.one", gap)) for gap in supply.single]
        self.unknown = [
            (tasks, self._say("gaps.unknown", count=len(tasks), where=self._where(view)))
            for view, tasks in supply.unknown.items()
        ]
        self.aged = to_check_again(catalog, today)
        self.untranslated = list(check_translations(catalog))
        self.unconfirmed = {id: catalog.partners[id] for id in _unconfirmed(catalog)}
        single = [View(**{name: value}) for name in ("area", "language", "cost") for value in supply.axes[name][1:]]
        self.columns = [Column(view, self._title(view)) for view in (View(), *single)]
        groups = [View(group=group) for group in supply.axes["group"][1:]]
        self.groups = [Column(view, self._title(view)) for view in groups]

    def cell(self, task: str, view: View) -> Cell:
        """Return what a view shows of a task."""
        help = self._supply.help.get((task, view))
        if help is None:
            return Cell("none", self._say("supply.none"))
        return Cell(help.state, self._say(f"supply.{help.state}", count=len(help.partners)))

    def has(self, task: str) -> bool:
        """Tell whether a step needs help at all: who can do it alone needs none."""
        return (task, View()) in self._supply.help

    def _sentence(self, key: str, gap: Gap) -> str:
        names = ", ".join(self._catalog.partners[id].name for id in gap.help.partners)
        title = self._voice.plain(self._catalog.tasks[gap.task].title)
        return self._say(key, task=title, partner=names, where=self._where(gap.view))

    def _where(self, view: View) -> str:
        """Say what a view asks for, to stand behind the rest of a sentence."""
        parts = []
        if view.group:
            parts.append(self._say("gaps.group", answer=self._answer(view.group)))
        if view.cost:
            parts.append(self._say("gaps.free"))
        if view.language:
            parts.append(self._say("gaps.in_language", language=self._voice.words.language_name(view.language)))
        if view.area:
            area = self._area(view.area)
            parts.append(self._voice.plain(area.where) if area.where else f"({self._voice.plain(area.title)})")
        return "".join(f" {part}" for part in parts)

    def _title(self, view: View) -> str:
        if view.group:
            return self._answer(view.group)
        if view.area:
            return self._voice.plain(self._area(view.area).title)
        if view.language:
            return self._voice.words.language_name(view.language)
        return self._say(f"cost.{view.cost}") if view.cost else self._say("gaps.anywhere")

    def _area(self, id: str) -> Area:
        return next(area for area in self._catalog.site.areas.walk() if area.id == id)

    def _answer(self, group: str) -> str:
        question, _, option = group.partition(".")
        options = self._catalog.questions[question].options
        return self._voice.plain(next(one.title for one in options if one.id == option))


def gaps_json(supply: Supply, today: datetime.date) -> dict[str, Any]:
    """Return the report for programs: every view of every step, and what the sentences are made of."""
    catalog = supply.catalog
    return {
        "schema": GAPS_SCHEMA,
        "date": today.isoformat(),
        "axes": {name: list(values) for name, values in supply.axes.items()},
        "columns": ["task", *View._fields, "state", "partners", "perhaps"],
        "rows": [
            [task, *view, help.state, len(help.partners), len(help.perhaps)]
            for (task, view), help in supply.help.items()
        ],
        "missing": [_gap_json(gap) for gap in supply.missing],
        "one_partner": [_gap_json(gap) for gap in supply.single],
        "not_known": [{**view._asdict(), "tasks": tasks} for view, tasks in supply.unknown.items()],
        "aged": [
            {"kind": one.kind, "id": one.id, "checked": one.checked.isoformat(), "uses": one.uses}
            for one in to_check_again(catalog, today)
        ],
        "untranslated": [str(problem.location) for problem in check_translations(catalog)],
        "unconfirmed": _unconfirmed(catalog),
    }


def _unconfirmed(catalog: Catalog) -> list[str]:
    return [id for id, partner in catalog.partners.items() if not partner.confirmed and not partner.left]


def _gap_json(gap: Gap) -> Mapping[str, Any]:
    return {"task": gap.task, **gap.view._asdict(), "partners": list(gap.help.partners)}
