"""What conditions may name besides the questions.

What the self-assessment says, what she decided at the gates, and what a calculator came to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from starterspad.content.localised_text import localised
from starterspad.content.messages import Messages
from starterspad.content.models.calculator import Calculator
from starterspad.content.models.condition import conditionals
from starterspad.content.models.gate import Decision
from starterspad.content.models.phase import Phase
from starterspad.content.models.question import DerivedQuestion, Option
from starterspad.content.models.self_assessment import SelfAssessment
from starterspad.content.record_memory import InPlace

# Before the name of a bucket, where a condition names it.
MONEY = "money."


def derived_questions(
    assessment: SelfAssessment | None,
    phases: Mapping[str, Phase],
    calculators: Mapping[str, Calculator],
    messages: Mapping[str, Messages],
) -> dict[str, DerivedQuestion]:
    """Return everything that conditions may name, by id: `competence.planning`, `gate.plan`, `money.runway`."""

    def say(key: str) -> dict[str, str]:
        return {language: in_language.format(key) for language, in_language in messages.items()}

    def answer_about(title: dict[str, str], key: str) -> dict[str, str]:
        """Say an answer with what it is about: it stands in reasons, far from its page."""
        fallback = next(iter(messages))
        return {language: f"{localised(title, language, fallback)[0]} ({text})" for language, text in say(key).items()}

    def derived(
        id: str, page: str, title: dict[str, str], options: Iterable[tuple[str, dict[str, str]]]
    ) -> DerivedQuestion:
        return DerivedQuestion.model_construct(
            id=id,
            page=page,
            title=title,
            because=title,
            why=title,
            options=tuple(Option.model_construct(id=option, title=text) for option, text in options),
            dont_know=say("decide.unknown"),
        )

    questions: dict[str, DerivedQuestion] = {}
    for id, competence in (assessment.competences() if assessment else {}).items():
        options = [
            (key.partition(".")[2], answer_about(competence.title, key)) for key in ("mirror.grow", "mirror.fine")
        ]
        questions[f"competence.{id}"] = derived(f"competence.{id}", "mirror/", competence.title, options)
    for id, phase in phases.items():
        if phase.gate:
            options = [(name, answer_about(phase.gate.question, f"decide.{name}")) for name in get_args(Decision)]
            questions[f"gate.{id}"] = derived(f"gate.{id}", f"decide/{id}/", phase.gate.question, options)
    for id, calculator in calculators.items():
        for bucket in calculator.buckets:
            name = f"{MONEY}{bucket.id}"
            cuts = [(cut.id, cut.title) for cut in bucket.cuts]
            questions[name] = derived(name, f"calculators/{id}/", bucket.title, cuts)
    return questions


def questions_named(at: InPlace) -> Iterator[str]:
    """Yield every question that the conditions of a record name."""
    for _, part in conditionals(at.record) if at.record else ():
        yield from {question for clause in (*part.when, *part.unless) for question in clause}
    if isinstance(at.record, Phase) and at.record.gate:
        yield from (bucket for criterion in at.record.gate.criteria for clause in criterion.money for bucket in clause)
