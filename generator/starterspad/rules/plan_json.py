"""The plan, declared key by key: both engines make it, `portal plan` prints it, the conformance cases compare it."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

AnswersJson = dict[str, list[str]]
"""Question id -> option ids; a question without an answer is absent."""

VerdictJson = Literal["yes", "no", "unknown"]
"""Unknown means that the answers so far do not decide."""


class ReasonJson(TypedDict):
    """A question and the answers that made a clause hold."""

    question: str
    options: list[str]
    assumed: NotRequired[Literal[True]]
    """the city answers so until she does"""


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
    """as they are suggested, the first one first"""
    order: Literal["now", "later", "waits"]
    """now: among the first things to do; waits: another step comes before it, or an answer decides about it"""
    helper: str | None
    """who is suggested first, as partner/service; none where nobody helps"""
    ways: list[Literal["phone", "booking", "desk", "mail", "web"]]
    """how that one is reached, the quickest way first"""
    why_first: list[Literal["only", "certain", "yours", "near", "reachable"]]
    """what put that one before the others"""


class PlanJson(TypedDict):
    """What there is to do, in the order in which to do it; what is ruled out is left out."""

    schema: int
    tasks: list[PlannedTaskJson]
