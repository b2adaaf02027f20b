"""Prove a catalog: every fault with a witness, what is accepted, and exact counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.models.phase import Phase
from starterspad.content.models.question import Question
from starterspad.content.models.task import Task
from starterspad.content.problems import Location, Problem, quoted
from starterspad.rules.personas import check_plans
from starterspad.rules.proof.faults import faults
from starterspad.rules.proof.judgements import Fault, Judgements
from starterspad.rules.proof.profile_space import Judged, Profile, ProfileSpace
from starterspad.rules.proof.witness import smallest_witness
from starterspad.rules.proof.witness_link import link_to


@dataclass(frozen=True)
class Share:
    """How many answer combinations see something for certain, and how many see it as open: never a share of people."""

    certain: int
    open: int


@dataclass(frozen=True)
class Proof:
    """What holds for every reachable profile; `profiles` is their exact number.

    `problems` are sorted by place; `witnesses` gives those that are about people a profile: question id -> option ids.
    `tasks` are shares by id, `services` by partner/service.
    """

    problems: tuple[Problem, ...]
    witnesses: Mapping[Problem, Profile]
    profiles: int
    tasks: Mapping[str, Share]
    services: Mapping[str, Share]


def prove(catalog: Catalog) -> Proof:
    """Prove a catalog that has no errors, and return every fault that no record accepts.

    A fault of safety is returned all the same. What is said of a catalog with errors means nothing: check it first.
    """
    judgements = Judgements(catalog)
    try:
        return _proof(catalog, judgements)
    finally:
        judgements.close()


def _proof(catalog: Catalog, judgements: Judgements) -> Proof:
    problems: list[Problem] = []
    witnesses: dict[Problem, Profile] = {}
    occurred: set[tuple[str, str, str]] = set()
    for fault in faults(judgements):
        occurred.add((fault.kind, fault.id, fault.check))
        if not fault.safety and fault.check in _accepted(catalog, fault.kind, fault.id):
            continue
        profile = smallest_witness(judgements.space, fault.people) if fault.people is not None else None
        problem = _problem(catalog, fault, profile)
        problems.append(problem)
        if profile:
            witnesses[problem] = profile
    problems += _no_longer(catalog, occurred)
    problems += check_plans(catalog)
    return Proof(
        tuple(sorted(problems)),
        witnesses,
        judgements.space.count(judgements.space.everyone),
        {id: share_of(judgements.space, judged) for id, judged in judgements.tasks.items()},
        {id: share_of(judgements.space, judged) for id, judged in judgements.services.items()},
    )


def share_of(space: ProfileSpace, judged: Judged) -> Share:
    """Count for how many reachable profiles something is certain, and for how many open; both exact."""
    return Share(space.count(judged.yes), space.count(judged.open))


def _problem(catalog: Catalog, fault: Fault, profile: Profile | None) -> Problem:
    remedy = fault.remedy
    if profile:
        answers = ", ".join(f"{question}: {'+'.join(options)}" for question, options in profile.items())
        remedy = f"{remedy}\nfor example {{{answers}}}\n{link_to(catalog, profile)}"
    return Problem(fault.location, fault.message, remedy, fault.check, "error" if fault.safety else "warning")


def _accepted(catalog: Catalog, kind: str, id: str) -> Mapping[str, str]:
    if kind == "service":
        partner, _, service = id.partition("/")
        return next(offer.accepted for offer in catalog.partners[partner].services if offer.id == service)
    records: dict[str, Mapping[str, Task | Question | Phase]] = {
        "task": catalog.tasks,
        "question": catalog.questions,
        "phase": catalog.phases,
    }
    return records[kind][id].accepted


def _no_longer(catalog: Catalog, occurred: set[tuple[str, str, str]]) -> list[Problem]:
    """An accepted warning that does not occur any more would hide the next one of its kind."""
    problems: list[Problem] = []
    records = [("task", id) for id in catalog.tasks] + [("question", id) for id in catalog.asked]
    records += [("phase", id) for id in catalog.phases]
    records += [("service", f"{id}/{service.id}") for id, _, service in catalog.services()]
    for kind, id in records:
        for check in _accepted(catalog, kind, id):
            if (kind, id, check) not in occurred:
                message = f"the {kind} {quoted(id)} accepts {quoted(check)}, which does not occur"
                problems.append(Problem(_at(catalog, kind, id), message, "take it out of accepted", "accepted"))
    return problems


def _at(catalog: Catalog, kind: str, id: str) -> Location:
    if kind == "service":
        partner, _, service = id.partition("/")
        index = next(n for n, offer in enumerate(catalog.partners[partner].services) if offer.id == service)
        return catalog.location("partner", partner, "services", index, "accepted")
    return catalog.location(kind, id, "accepted")
