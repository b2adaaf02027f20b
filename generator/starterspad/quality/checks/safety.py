"""Not knowing never shows a registration step as certain."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.problems import Problem
from starterspad.quality.checks.questions import check_questions
from starterspad.quality.checks.references import check_conditions, check_references
from starterspad.quality.gone import gone
from starterspad.rules.evaluate import Answers, Verdict, evaluate


def check_registration(catalog: Catalog) -> Iterator[Problem]:
    """Not knowing never shows a registration step as certain."""
    # No answer depends on a picture: what is wrong with one leaves every condition whole.
    broken = any(problem.check != "logo" for problem in catalog.problems)
    if (
        broken
        or gone(catalog)
        or any(True for part in (check_questions, check_references, check_conditions) for _ in part(catalog))
    ):
        return
    unsure = {id: frozenset((DONT_KNOW,)) for id, question in catalog.questions.items() if question.dont_know}
    knows = {
        id: frozenset((question.options[0].id,)) for id, question in catalog.questions.items() if not question.dont_know
    }
    for by_question in ({}, unsure, knows | unsure):
        answers = Answers(catalog.questions, by_question)
        for id, task in catalog.tasks.items():
            if task.registration and evaluate(task.condition, answers).verdict is Verdict.YES:
                message = f'the registration step "{id}" is certain for a person who does not know'
                remedy = "make its condition depend on a question about how to start"
                yield Problem(catalog.location("task", id), message, remedy, "registration")
                break
