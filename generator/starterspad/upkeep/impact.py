"""What a change to the content does to people: exact, over every profile of the changed questionnaire."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Problem
from starterspad.quality.checks import check_days
from starterspad.quality.coverage import Gap, coverage_of
from starterspad.rules.evaluate import Verdict
from starterspad.rules.personas import plan_of
from starterspad.rules.plan import Plan
from starterspad.rules.proof.judgements import Judgements
from starterspad.rules.proof.profile_space import Judged, ProfileSet, ProfileSpace
from starterspad.rules.proof.prove import Share, prove, share_of


@dataclass(frozen=True)
class PersonaChange:
    """What comes to a persona's list, and what goes."""

    come: tuple[str, ...]
    go: tuple[str, ...]


@dataclass(frozen=True)
class Impact:
    """What differs between two contents; `profiles` and `affected` count answer combinations, not people.

    `tasks` (by id) and `services` (by partner/service) hold what differs: (before, after), None where there is none.
    `opened` and `closed` are faults that came and went, the gaps are what nobody helps with any more, or somebody
    does now.
    """

    profiles: int
    affected: int
    questions: tuple[str, ...]
    tasks: Mapping[str, tuple[Share | None, Share | None]]
    services: Mapping[str, tuple[Share | None, Share | None]]
    personas: Mapping[str, PersonaChange]
    opened: tuple[Problem, ...]
    closed: tuple[Problem, ...]
    gaps_opened: tuple[Gap, ...]
    gaps_closed: tuple[Gap, ...]


def impact(base: Catalog, head: Catalog, today: datetime.date) -> Impact:
    """Compare two catalogs without errors, for every profile of the questionnaire of `head`, both as of `today`.

    The personas are those of `head`.
    """
    space = ProfileSpace(head)
    before, after = Judgements(base, space.through(base)), Judgements(head, space)
    try:
        tasks, in_tasks = _differences(space, before.tasks, after.tasks)
        services, in_services = _differences(space, before.services, after.services)
        profiles, affected = space.count(space.everyone), space.count(in_tasks | in_services)
        del in_tasks, in_services
    finally:
        before.space.close()
        after.close()
    then, now = ((*prove(side).problems, *check_days(side, today)) for side in (base, head))
    missing, missed = (coverage_of(catalog).unhelped for catalog in (base, head))
    names_before, names_now = {_name(problem) for problem in then}, {_name(problem) for problem in now}
    return Impact(
        profiles,
        affected,
        _questions(base, head),
        tasks,
        services,
        _personas(base, head),
        tuple(problem for problem in now if _name(problem) not in names_before),
        tuple(problem for problem in then if _name(problem) not in names_now),
        tuple(gap for gap in missed if not _inside(gap, missing)),
        tuple(gap for gap in missing if not _inside(gap, missed)),
    )


def _differences(
    space: ProfileSpace, before: Mapping[str, Judged], after: Mapping[str, Judged]
) -> tuple[dict[str, tuple[Share | None, Share | None]], ProfileSet]:
    """Return what differs by id, and for whom anything does."""
    none = Judged(space.nobody, space.everyone)
    shares: dict[str, tuple[Share | None, Share | None]] = {}
    affected = space.nobody
    for id in (*after, *(id for id in before if id not in after)):
        old, new = before.get(id, none), after.get(id, none)
        people = space.differ(old.yes, new.yes) | space.differ(old.no, new.no)
        if space.exists(people) or (id in before) != (id in after):
            affected |= people
            shares[id] = tuple(share_of(space, side[id]) if id in side else None for side in (before, after))  # type: ignore[assignment]  # two of them
    return shares, affected


def _inside(gap: Gap, others: Collection[Gap]) -> bool:
    """Tell whether others say it already: of the same step, for whoever is meant here, and perhaps for more."""
    return any(
        other.task == gap.task
        and all(wide in (None, own) for wide, own in zip(other.segment, gap.segment, strict=True))
        for other in others
    )


def _questions(base: Catalog, head: Catalog) -> tuple[str, ...]:
    """Return the questions that came, went, or are asked or answered otherwise."""

    def asked(catalog: Catalog) -> dict[str, tuple[object, ...]]:
        return {
            id: (question.option_ids(), question.ask_when, question.several, question.exclusive_ids())
            for id, question in catalog.questions.items()
        }

    old, new = asked(base), asked(head)
    return tuple(id for id in (*new, *(id for id in old if id not in new)) if old.get(id) != new.get(id))


def _personas(base: Catalog, head: Catalog) -> dict[str, PersonaChange]:
    changes = {}
    for name, persona in head.personas.items():
        old, new = (_certain(plan_of(persona, catalog)) for catalog in (base, head))
        if old != new:
            come, go = (tuple(id for id in steps if id not in others) for steps, others in ((new, old), (old, new)))
            changes[name] = PersonaChange(come, go)
    return changes


def _certain(plan: Plan) -> list[str]:
    """Return the certain steps of a plan, and who certainly helps with each, as task and as task: service."""
    steps = []
    for task in plan.tasks:
        if task.judgement.verdict is Verdict.YES:
            steps.append(task.id)
            sure = (service for service in task.services if service.judgement.verdict is Verdict.YES)
            steps += [f"{task.id}: {service.partner}/{service.service}" for service in sure]
    return steps


def _name(problem: Problem) -> tuple[str, str, str]:
    """Return what makes a problem the same one on another line."""
    return problem.check, problem.location.path, problem.message
