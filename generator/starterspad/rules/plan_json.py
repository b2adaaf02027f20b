"""The plan, declared key by key: both engines make it, `portal plan` prints it, the conformance cases compare it."""

from __future__ import annotations

from typing import Literal, TypedDict

AnswersJson = dict[str, list[str]]
"""Question id -> option ids; a question without an answer is absent."""

VerdictJson = Literal["yes", "no", "unknown"]
"""Unknown means that the answers so far do not decide."""


class ReasonJson(TypedDict):
    """A question and the given answers that made a clause hold."""

    question: str
    options: list[str]


class JudgementJson(TypedDict):
    """A verdict with why."""

    verdict: VerdictJson
    reasons: list[ReasonJson]
    missing: list[str]
    """the questions that would decide"""


class PlannedServiceJson(JudgementJson):
    """A service that fits, or perhaps fits."""

    partner: str
    service: str


class PlannedTaskJson(JudgementJson):
    """A task that applies, or perhaps applies."""

    id: str
    phase: str
    services: list[PlannedServiceJson]


class PlanJson(TypedDict):
    """What there is to do, in the order in which to do it; what is ruled out is left out."""

    schema: int
    tasks: list[PlannedTaskJson]
