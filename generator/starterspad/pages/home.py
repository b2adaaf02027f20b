"""The first page of a language: what the portal promises, where to begin, and the path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.content.kinds import CALCULATOR
from starterspad.pages.changes import changed_steps
from starterspad.pages.event_rows import ComingDates, coming_for_starters
from starterspad.pages.news_rows import NewsRow, news
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import ChangedStep, Link, Stone, Text, Worry

_LATEST = 3


@dataclass(frozen=True)
class HomePage:
    """What the first page shows; `plan_after` counts questions, `helping_count` partners."""

    tagline: Text
    promise: Text
    model: str
    talk: str
    plan_after: int
    worry: Worry | None
    stones: tuple[Stone, ...]
    groups: tuple[Link, ...]
    coming: ComingDates
    news: tuple[NewsRow, ...]
    changes: tuple[ChangedStep, ...]
    sums: bool
    helping_count: int


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the first page."""
    site = inputs.catalog.site
    context = HomePage(
        tagline=site.tagline,
        promise=site.promise,
        model=inputs.model,
        talk=inputs.talk,
        plan_after=site.plan_after,
        worry=inputs.worry,
        stones=inputs.stones(),
        groups=inputs.guides("group"),
        coming=coming_for_starters(inputs),
        news=news(inputs)[:_LATEST],
        changes=changed_steps(inputs)[:_LATEST],
        sums=bool(inputs.catalog.of(CALCULATOR)),
        helping_count=inputs.helping_count,
    )
    yield single_page(inputs, context, "", "home", "home")
