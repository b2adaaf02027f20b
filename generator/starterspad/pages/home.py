"""The first page of a language: what the portal promises, where to begin, and the path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starterspad.pages.changes import changed_steps
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
    changes: tuple[ChangedStep, ...]
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
        changes=changed_steps(inputs)[:_LATEST],
        helping_count=inputs.helping_count,
    )
    yield single_page(inputs, context, "", "home", "home")
