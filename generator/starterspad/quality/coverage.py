"""Where help is missing: each step by area, language, group and cost, as far as the partner files say.

A segment is one kind of starter: in an area, of a group, who wants help in a language, or for free. What a segment
leaves open stands for whoever. A service counts unless its conditions rule that starter out; whether she gets it may
depend on her other answers. A language or cost that nobody wrote down makes a service one that perhaps helps; but
for the languages that its area takes for granted. Where no service is for a starter at all, that is a gap once somebody
looked for one and wrote it down (`sought`); before, it is only unsought, and places where nobody looked are left out.

The gaps worth telling are the widest: what nobody does anywhere is not told once more for each area. (Called maximal
uncovered patterns in "Assessing and remedying coverage for a given dataset", Asudeh, Jin and Jagadish, ICDE 2019.)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import Literal, NamedTuple

from starterspad.content.catalog import Catalog
from starterspad.content.limits import CROWDED
from starterspad.content.models.condition import Condition
from starterspad.content.models.partner import Service
from starterspad.content.models.task import Task
from starterspad.content.problems import Problem
from starterspad.quality.checks.translations import check_translations
from starterspad.quality.task_helpers import FREE, ServicesByCondition, TaskHelpers
from starterspad.rules.evaluate import Answers, Verdict, evaluate

_KINDS = ("required", "recommended", "optional")

State = Literal["nobody", "unsought", "unknown", "one", "several", "crowded"]


class Segment(NamedTuple):
    """One kind of starter: ids, or None for whoever; a group is written question.option."""

    area: str | None = None
    language: str | None = None
    group: str | None = None
    cost: str | None = None

    @property
    def size(self) -> int:
        """Return how much is asked for: 0 for whoever, 4 at most."""
        return sum(value is not None for value in self)

    def wider(self) -> Iterator[Segment]:
        """Yield the segments that ask for one thing less."""
        for name in self._fields:
            if getattr(self, name) is not None:
                yield self._replace(**{name: None})


@dataclass(frozen=True)
class Help:
    """Who helps with a step in a segment: as bits of an integer, bit n for the partner with that place in `helpers`.

    `certain` are those who do, `open` those whose files leave it open. `sought` tells, where nobody does, that this was
    looked up. A segment of ten thousand partners is so as small as one of ten, and there are many segments.
    """

    sought: bool
    helpers: tuple[str, ...] = ()
    certain: int = 0
    open: int = 0

    @property
    def partners(self) -> tuple[str, ...]:
        """The ids of those who help."""
        return tuple(id for place, id in enumerate(self.helpers) if self.certain >> place & 1)

    @property
    def count(self) -> int:
        """How many help."""
        return self.certain.bit_count()

    @property
    def perhaps(self) -> int:
        """How many perhaps do."""
        return self.open.bit_count()

    @property
    def state(self) -> State:
        """Say it in a word: a step that only perhaps gets help is not one that nobody helps with."""
        if not self.certain:
            return "unknown" if self.open else "nobody" if self.sought else "unsought"
        if self.count == 1:
            return "one"
        return "crowded" if self.count >= CROWDED else "several"


@dataclass(frozen=True)
class Gap:
    """A step, by its id, and the widest segment in which it has a state."""

    task: str
    segment: Segment
    help: Help


@dataclass(frozen=True)
class Coverage:
    """All segments: `help` by (task id, segment), where the task may be on such a starter's plan.

    `axes` lists the values of `area`, `language`, `group` and `cost`, None for whoever first. `widest` remembers the
    widest segments in which a step has one of some states.
    """

    axes: Mapping[str, tuple[str | None, ...]]
    help: Mapping[tuple[str, Segment], Help]
    catalog: Catalog
    widest: dict[tuple[State, ...], list[Gap]] = field(default_factory=dict, compare=False)

    @cached_property
    def missing(self) -> list[Gap]:
        """Return what was looked for and nobody does, what matters most first: what most meet, then what they must."""
        return self._widest("nobody")

    @cached_property
    def unsought(self) -> list[Gap]:
        """Return what nobody does as far as the files say, and nobody looked for, what matters most first."""
        return self._widest("unsought")

    @cached_property
    def unhelped(self) -> list[Gap]:
        """Return what nobody does, looked for or not, what matters most first."""
        return self._widest("nobody", "unsought")

    @cached_property
    def single(self) -> list[Gap]:
        """Return what one partner alone does, for whatever group: where it stops, there is nobody."""
        return [gap for gap in self._widest("one") if gap.segment.group is None and not gap.help.open]

    @cached_property
    def unknown(self) -> dict[Segment, list[str]]:
        """Return the ids of tasks of which nobody wrote down whether someone helps, by segment, the widest first."""
        by_segment: dict[Segment, list[str]] = defaultdict(list)
        for gap in self._widest("unknown"):
            by_segment[gap.segment].append(gap.task)
        return dict(sorted(by_segment.items(), key=lambda item: (item[0].size, -len(item[1]))))

    @cached_property
    def untranslated(self) -> list[Problem]:
        """Return what is not there in every language: every report of what is missing names it."""
        return list(check_translations(self.catalog))

    def _widest(self, *states: State) -> list[Gap]:
        if states not in self.widest:
            self.widest[states] = self._look_for_widest(states)
        return self.widest[states]

    def _look_for_widest(self, states: tuple[State, ...]) -> list[Gap]:
        gaps = [
            Gap(task, segment, help)
            for (task, segment), help in self.help.items()
            if help.state in states and not any(self._is(task, wider, states) for wider in segment.wider())
        ]
        return sorted(gaps, key=self._weight)

    def _is(self, task: str, segment: Segment, states: tuple[State, ...]) -> bool:
        help = self.help.get((task, segment))
        return help is not None and help.state in states

    def _weight(self, gap: Gap) -> tuple[int, ...]:
        task = self.catalog.tasks[gap.task]
        places = (self.axes[name].index(value) for name, value in gap.segment._asdict().items())
        return (gap.segment.size, _KINDS.index(task.kind), *places, task.order)


def coverage_of(catalog: Catalog) -> Coverage:
    """Look at every step in every segment; steps that are done alone need no help and are left out.

    The catalog has no errors. Raises `KeyError` where the site config names a question that does not exist.
    """
    site = catalog.site
    asked = catalog.questions[site.area_question].options if site.area_question else ()
    sought = {area.id for area in site.areas.walk() if area.sought}
    groups = [f"{id}.{option.id}" for id in site.for_whom_questions for option in catalog.questions[id].options]
    axes: dict[str, tuple[str | None, ...]] = {
        "area": (None, *(option.id for option in asked if option.id in sought)),
        "language": (None, *site.languages),
        "group": (None, *groups),
        "cost": (None, FREE),
    }
    helpers = {id: TaskHelpers() for id, task in catalog.tasks.items() if not task.alone}
    services = ServicesByCondition(catalog, helpers)
    help_by_segment: dict[tuple[str, Segment], Help] = {}
    for area, group in product(axes["area"], axes["group"]):
        answers = _answers(catalog, area, group)
        ruled_out = services.ruled_out(answers)
        for id, helping in helpers.items():
            task = catalog.tasks[id]
            if evaluate(task.condition, answers).verdict is Verdict.NO:
                continue
            fitting = helping.without(ruled_out[id])
            looked_up = any(fitting) or _is_sought(task, answers)
            for language, cost in product(axes["language"], axes["cost"]):
                help = Help(looked_up, helping.partners, *helping.split(fitting, language, free=cost == FREE))
                help_by_segment[id, Segment(area, language, group, cost)] = help
    return Coverage(axes, help_by_segment, catalog)


def coverage_follows_from(catalog: Catalog) -> tuple[object, ...]:
    """Return all that the help in a segment follows from."""
    site = catalog.site
    return (
        (site.languages, site.area_question, site.areas, site.for_whom_questions, catalog.questions),
        [
            (id, task.alone, task.when, task.unless, task.sought, task.kind, task.order)
            for id, task in catalog.tasks.items()
        ],
        [
            (id, catalog.service_area(partner, service), service.when, service.unless, _terms_of(service))
            for id, partner, service in catalog.services()
        ],
    )


def _terms_of(service: Service) -> tuple[object, ...]:
    return (service.languages, service.cost, service.helps_with)


def _answers(catalog: Catalog, area: str | None, group: str | None) -> Answers:
    """Answer what a segment says and nothing else; that it was asked goes without saying."""
    by_question: dict[str, frozenset[str]] = {}
    if area and catalog.site.area_question:
        by_question[catalog.site.area_question] = frozenset([area])
    if group:
        question, _, option = group.partition(".")
        by_question[question] = frozenset([option])
    questions = {
        id: question.model_copy(update={"ask_when": ()}) if id in by_question else question
        for id, question in catalog.questions.items()
    }
    return Answers(questions, by_question)


def _is_sought(task: Task, answers: Answers) -> bool:
    """Tell whether help with a step was looked for, for whoever answers so."""
    if task.sought is None:
        return False
    return evaluate(Condition.model_construct(when=task.sought.when), answers).verdict is Verdict.YES
