"""The questionnaire; without script, every task with who it is for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.models.question import Question
from starterspad.pages.localizer import Localizer
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PhaseSteps

# What is no longer than this takes two lines on a phone; a longer hint would push the answers down, and is folded.
_SHORT_HINT = 64
# From here on the answers fill more than a phone, and stand closer.
_MANY = 9


@dataclass(frozen=True)
class AskedQuestion:
    """A question, and how it stands on its page.

    `short` tells that its hint stands above the answers, `helped` that something does; `many` that the answers are.
    """

    question: Question
    short: bool
    helped: bool
    many: bool


@dataclass(frozen=True)
class QuestionsPage:
    """What the questionnaire shows; `dont_know` is the reserved option of who does not know."""

    model: str
    asked: tuple[AskedQuestion, ...]
    dont_know: str
    phases: tuple[PhaseSteps, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the questionnaire."""
    asked = tuple(_asked(inputs.localizer, question) for question in inputs.catalog.asked.values())
    context = QuestionsPage(inputs.model, asked, DONT_KNOW, inputs.phases, inputs.talk)
    yield single_page(inputs, context, "questions/", "questions", "focus")


def _asked(localizer: Localizer, question: Question) -> AskedQuestion:
    short = question.hint is not None and len(localizer.plain(question.hint)) <= _SHORT_HINT
    helped = short or question.several or question.sensitive
    return AskedQuestion(question, short, helped, len(question.option_ids()) >= _MANY)
