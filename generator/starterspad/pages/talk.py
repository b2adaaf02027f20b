"""Who wants to talk to someone first: who is there for that, how to reach them, and what to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.helping_partners import helper_cards, helpers
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import HelperCard, Step, Text


@dataclass(frozen=True)
class TalkPage:
    """The step that is the talk, the sentences to say in it, and everybody who helps with it.

    Which of them fit a reader best is decided in the browser, by the decision model with this file name.
    """

    model: str
    step: Step
    say: tuple[Text, ...]
    helpers: tuple[HelperCard, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of who wants to talk to someone first."""
    id = inputs.catalog.site.talk_task
    cards = helper_cards(helpers(inputs.catalog, inputs.helping[id]))
    context = TalkPage(inputs.model, inputs.steps[id], inputs.catalog.tasks[id].say, cards)
    yield single_page(inputs, context, "talk/", "talk")
