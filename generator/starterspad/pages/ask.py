"""What people ask, by theme: each question leads to the step that answers it, and to who helps with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.limits import MOST_NEIGHBOURS
from starterspad.pages.helping_partners import in_order, links_to
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Link, PartnerLink, Step, Text, WholeList


@dataclass(frozen=True)
class AskedQuestion:
    """A question in people's own words, the step that answers it, and who helps with that.

    Of many helpers only the first stand here: `everyone` leads to the page of the step.
    """

    question: Text
    step: Step
    helpers: tuple[PartnerLink, ...]
    everyone: WholeList | None


@dataclass(frozen=True)
class ThemeQuestions:
    """A theme with the questions that are asked about it: one or more."""

    theme: Link
    questions: tuple[AskedQuestion, ...]


@dataclass(frozen=True)
class AskPage:
    """The file of the decision model, and the themes about which something is asked, in reading order."""

    model: str
    themes: tuple[ThemeQuestions, ...]
    talk: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of what people ask."""
    theme_by_task = theme_of(inputs.catalog)
    themes = []
    for theme in inputs.guides("theme"):
        ids = [id for id in inputs.catalog.guides[theme.id].tasks if theme_by_task[id] == theme.id]
        questions = tuple(_questions(inputs, ids))
        if questions:
            themes.append(ThemeQuestions(theme, questions))
    yield single_page(inputs, AskPage(inputs.model, tuple(themes), inputs.talk), "ask/", "ask")


def theme_of(catalog: Catalog) -> dict[str, str]:
    """Return for each task the first theme, by order, that lists it."""
    theme_by_task: dict[str, str] = {}
    for id, guide in catalog.guides_in_order("theme"):
        for task in guide.tasks:
            theme_by_task.setdefault(task, id)
    return theme_by_task


def _questions(inputs: PageInputs, ids: list[str]) -> Iterator[AskedQuestion]:
    for id in ids:
        question = inputs.catalog.tasks[id].asked
        if question:
            step, helping = inputs.steps[id], in_order(inputs.catalog, {item[0] for item in inputs.helping[id]})
            first = links_to(inputs, helping[:MOST_NEIGHBOURS])
            more = WholeList(step.path, len(helping)) if len(helping) > MOST_NEIGHBOURS else None
            yield AskedQuestion(question, step, first, more)
