"""The proof and what it counts, for programs: answer combinations, which are no people."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from starterspad.cli.formats.problems import ProblemJson, problem_json

if TYPE_CHECKING:
    from starterspad.rules.proof import Proof
    from starterspad.rules.proof.prove import Share


class ShareJson(TypedDict):
    """How many answer combinations see something for certain, and how many as open."""

    certain: int
    open: int


class WitnessJson(ProblemJson):
    """A fault with the smallest profile that shows it: question id -> option ids."""

    profile: dict[str, list[str]]


class ProofJson(TypedDict):
    """What holds for every profile; `tasks` by id, `services` by partner/service."""

    profiles: int
    tasks: dict[str, ShareJson]
    services: dict[str, ShareJson]
    witnesses: list[WitnessJson]


def proof_json(proof: Proof) -> ProofJson:
    """Write the proof's figures."""
    return {
        "profiles": proof.profiles,
        "tasks": {id: share_json(share) for id, share in proof.tasks.items()},
        "services": {id: share_json(share) for id, share in proof.services.items()},
        "witnesses": [{**problem_json(problem), "profile": profile} for problem, profile in proof.witnesses.items()],
    }


def share_json(share: Share) -> ShareJson:
    """Write a share."""
    return {"certain": share.certain, "open": share.open}
