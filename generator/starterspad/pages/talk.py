"""Who wants to talk to someone first: who is there for that, how to reach them, and what to say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.limits import LISTED_AT_ONCE
from starterspad.content.site_paths import bilingual_path
from starterspad.pages.helping_partners import everyone_with, helper_cards, helpers
from starterspad.pages.page import Page, root_of, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import HelperCard, Step, Text, WholeList

_PATH = "talk/"


@dataclass(frozen=True)
class TalkPage:
    """The step that is the talk, the sentences to say in it, and who helps with it, `count` of them.

    `forum` is where starters write to each other, `offer` where to say that one wants to help others: each may be
    empty, and so may `bilingual`, the path of the sheet in two languages. Of many only the first stand here:
    `everyone` leads to all. Which of them fit a reader best is decided in the browser, by the decision model with this
    file name.
    """

    model: str
    step: Step
    say: tuple[Text, ...]
    helpers: tuple[HelperCard, ...]
    count: int
    everyone: WholeList | None
    forum: str
    offer: str
    bilingual: str


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page of who wants to talk to someone first."""
    id = inputs.catalog.site.talk_task
    helping = helpers(inputs.catalog, inputs.helping[id])
    context = TalkPage(
        model=inputs.model,
        step=inputs.steps[id],
        say=inputs.catalog.tasks[id].say,
        helpers=helper_cards(helping[:LISTED_AT_ONCE]),
        count=len(helping),
        everyone=everyone_with(inputs, id),
        forum=inputs.catalog.site.forum or "",
        offer=inputs.address_about(inputs.localizer.messages.format("talk.offer_subject"), root_of(_PATH)),
        bilingual=bilingual_path(inputs.catalog.site),
    )
    yield single_page(inputs, context, _PATH, "talk")
