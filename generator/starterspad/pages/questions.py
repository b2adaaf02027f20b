"""The questionnaire; without script, every task with who it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.models.question import Question
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PhaseSteps


@dataclass(frozen=True)
class QuestionsPage:
    """What the questionnaire shows; `dont_know` is the reserved option of who does not know."""

    model: str
    questions: tuple[Question, ...]
    dont_know: str
    phases: tuple[PhaseSteps, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the questionnaire."""
    questions = tuple(inputs.catalog.asked.values())
    context = QuestionsPage(inputs.model, questions, DONT_KNOW, inputs.phases, inputs.talk)
    yield single_page(inputs, context, "questions/", "questions", "focus")
