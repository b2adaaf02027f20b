"""What can be wrong with a decision model, each told with the profiles for which it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from starterspad.content.condition_words import written
from starterspad.content.limits import MOST_AT_ONCE
from starterspad.content.models.condition import Clause, Condition
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.problems import Location, quoted
from starterspad.rules.proof.idle_questions import idle_options, idle_questions
from starterspad.rules.proof.invariants import broken_invariants
from starterspad.rules.proof.judgements import Fault, Judgements
from starterspad.rules.proof.profile_space import Judged, ProfileSet, ProfileSpace

# With more steps than this in a phase, counting them for everyone is slow: first look for a crowd.
MANY = 20


def faults(judgements: Judgements) -> Iterator[Fault]:
    """Yield every fault of the model."""
    for find_faults in (
        _conditions,
        _clauses,
        idle_questions,
        idle_options,
        _helpers,
        _phases,
        _order,
        _same,
        _crowds,
        _registration,
        broken_invariants,
    ):
        yield from find_faults(judgements)
        judgements.space.tidy()


def _conditions(judgements: Judgements) -> Iterator[Fault]:
    space, catalog = judgements.space, judgements.catalog
    rules = [("task", id, judged, catalog.tasks[id].condition) for id, judged in judgements.tasks.items()]
    rules += [
        ("service", f"{id}/{service.id}", judgements.services[f"{id}/{service.id}"], service.condition)
        for id, _, service in catalog.services()
    ]
    for kind, id, judged, condition in rules:
        place = catalog.location("task", id) if kind == "task" else judgements.place(id)
        name = f"the {kind} {quoted(id)}"
        if not space.exists(judged.yes):
            yield Fault("never", kind, id, f"no answers lead to {name} for certain", "mend its condition", place)
        elif (condition.when or condition.unless) and not space.exists(~space.judge(condition).yes):
            yield Fault("always", kind, id, f"the condition of {name} holds for everyone", "leave it out", place)


def _clauses(judgements: Judgements) -> Iterator[Fault]:
    """A clause is redundant when the condition judges everyone the same without it."""
    catalog = judgements.catalog
    rules: list[tuple[str, str, Condition, Location]] = [
        ("task", id, task.condition, catalog.location("task", id)) for id, task in catalog.tasks.items()
    ]
    for id, _, service in catalog.services():
        rules.append(("service", f"{id}/{service.id}", service.condition, judgements.place(f"{id}/{service.id}")))
    for kind, id, condition, place in rules:
        whole = judgements.space.judge(condition)
        for part in ("when", "unless"):
            clauses: tuple[Clause, ...] = getattr(condition, part)
            for index, clause in enumerate(clauses if part == "unless" or len(clauses) > 1 else ()):
                rest = (*clauses[:index], *clauses[index + 1 :])
                without = judgements.space.judge(condition.model_copy(update={part: rest}))
                if _equal(judgements.space, whole, without):
                    message = f"the {kind} {quoted(id)}: {part} {written(clause)} changes nothing"
                    yield Fault("redundant", kind, id, message, "take it out, or mend it", place)
                    break


def _helpers(judgements: Judgements) -> Iterator[Fault]:
    space, catalog = judgements.space, judgements.catalog
    helping: dict[str, list[Judged]] = {id: [] for id in catalog.tasks}
    for id, _, service in catalog.services():
        for helped in service.helps_with:
            helping[helped].append(judgements.services[f"{id}/{service.id}"])
    for id, task in catalog.tasks.items():
        place = catalog.location("task", id)
        if task.alone:
            continue
        remedy = "find a service, widen one, or say alone: with the reason"
        if not helping[id] and task.sought:
            continue  # looked for and not found: a gap in the town, and no fault of the content
        if not helping[id]:
            yield Fault("unhelped", "task", id, f"no service helps with the task {quoted(id)}", remedy, place)
        elif task.kind == "required":
            without = _in_all(space, [judgements.tasks[id].yes, *(judged.no for judged in helping[id])])
            if space.exists(without):
                message = f"the required task {quoted(id)} has no service that fits for some people"
                yield Fault("helpless", "task", id, message, remedy, place, without)


def _phases(judgements: Judgements) -> Iterator[Fault]:
    space, catalog = judgements.space, judgements.catalog
    for id in catalog.phases:
        empty = _in_all(space, [judgements.tasks[task].no for task in catalog.tasks if catalog.tasks[task].phase == id])
        if space.exists(empty):
            message = f"the phase {quoted(id)} has no step for some people"
            remedy = "add a step that holds for them, or widen one"
            yield Fault("empty-phase", "phase", id, message, remedy, catalog.location("phase", id), empty)
    first = next(iter(catalog.phases))
    place = catalog.location("phase", first)
    unsure = _in_all(space, [~judged.yes for judged in judgements.tasks.values()])
    nothing = _in_all(space, [unsure, *(judged.no for judged in judgements.tasks.values())])
    if space.exists(nothing):
        remedy = "add a step that holds for everyone"
        yield Fault("empty-plan", "phase", first, "the plan is empty for some people", remedy, place, nothing)
    if space.exists(unsure & ~nothing):
        message = "for some people no step is certain: they come to a dead end"
        remedy = "add a step that holds for them without knowing more"
        yield Fault("dead-end", "phase", first, message, remedy, place, unsure & ~nothing)


def _in_all(space: ProfileSpace, sets: list[ProfileSet]) -> ProfileSet:
    """Return who is in every set; the smallest sets first, so that few people are left early."""
    left = space.reachable
    for people in sorted(sets, key=space.count_all):
        left &= people
        if left == space.nobody:
            break
    return left


def _order(judgements: Judgements) -> Iterator[Fault]:
    catalog = judgements.catalog
    for id, task in catalog.tasks.items():
        for index, other in enumerate(task.after):
            later, earlier = judgements.tasks[id], judgements.tasks[other]
            if not judgements.space.exists(~later.no & ~earlier.no):
                message = f"the task {quoted(id)} comes after {quoted(other)}, and no one gets both"
                place = catalog.location("task", id, "after", index)
                yield Fault("apart", "task", id, message, "take it out of after, or mend a condition", place)


def _same(judgements: Judgements) -> Iterator[Fault]:
    tasks = list(judgements.catalog.tasks.items())
    for index, (id, task) in enumerate(tasks):
        for other_id, other in tasks[:index]:
            titles = task.title.items() & other.title.items()
            links = {link.url for link in task.links} & {link.url for link in other.links}
            if (titles or links) and _equal(judgements.space, judgements.tasks[id], judgements.tasks[other_id]):
                what = "title" if titles else "link"
                message = f"the tasks {quoted(other_id)} and {quoted(id)} hold for the same people and share a {what}"
                yield Fault("same", "task", id, message, "make them one, or tell them apart", _place(judgements, id))


def _crowds(judgements: Judgements) -> Iterator[Fault]:
    """Nobody has more to do for certain, in the phase where they stand, than one can take in."""
    space, catalog = judgements.space, judgements.catalog
    for id, phase in catalog.phases.items():
        standing = space.judge(Condition.model_construct(when=phase.stands, unless=())).yes & space.reachable
        certain = [judgements.tasks[task].yes & standing for task in catalog.tasks if catalog.tasks[task].phase == id]
        crowd = _some_crowd(space, certain) if len(certain) > MANY else space.nobody
        if crowd == space.nobody:
            crowd = _every_crowd(space, certain)
        if crowd != space.nobody:
            message = f"the phase {quoted(id)} has more than {MOST_AT_ONCE} certain steps for some people"
            remedy = "spread the steps over phases, or make some depend on an answer"
            yield Fault("crowded", "phase", id, message, remedy, catalog.location("phase", id), crowd)


def _every_crowd(space: ProfileSpace, sets: list[ProfileSet]) -> ProfileSet:
    """Return who is in more sets than one can take in."""
    # at_least[n]: who is in n or more of the sets so far.
    at_least = [space.everyone, *[space.nobody] * (MOST_AT_ONCE + 1)]
    for people in sets:
        at_least[1:] = [now | (people & before) for before, now in pairwise(at_least)]
    return at_least[-1]


def _some_crowd(space: ProfileSpace, sets: list[ProfileSet]) -> ProfileSet:
    """Look for people in more sets than one can take in: quick among many, and no proof that there are none."""
    for start in range(len(sets)):
        crowd, size = space.everyone, 0
        for people in (*sets[start:], *sets[:start]):
            if crowd & people != space.nobody:
                crowd, size = crowd & people, size + 1
            if size > MOST_AT_ONCE:
                return crowd
    return space.nobody


def _registration(judgements: Judgements) -> Iterator[Fault]:
    """Who does not know how to start is never told for certain to register."""
    space, catalog = judgements.space, judgements.catalog
    unsure = space.nobody
    for id, question in catalog.questions.items():
        if question.registers and question.dont_know:
            unsure |= space.option(id, DONT_KNOW)
    for id, task in catalog.tasks.items():
        certain = judgements.tasks[id].yes & unsure
        if task.registration and space.exists(certain):
            message = f"the registration step {quoted(id)} is certain for people who do not know how they will start"
            remedy = "make its condition depend on the question about how to start"
            yield Fault("unsure", "task", id, message, remedy, _place(judgements, id), certain, safety=True)


def _place(judgements: Judgements, task: str) -> Location:
    return judgements.catalog.location("task", task)


def _equal(space: ProfileSpace, judged: Judged, other: Judged) -> bool:
    return not space.exists(space.differ(judged.yes, other.yes) | space.differ(judged.no, other.no))
