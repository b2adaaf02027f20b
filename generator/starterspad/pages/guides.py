"""The list of guides: for groups of people, by theme and by trade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import Row, Worry


@dataclass(frozen=True)
class GuideList:
    """The guides of one kind; `title` is the key of the message above them, `place` where they stand on the page."""

    title: str
    place: str
    guides: tuple[Row, ...]


@dataclass(frozen=True)
class GuidesPage:
    """The lists that are not empty; `routes` says whether the instance tells of routes."""

    worry: Worry | None
    routes: bool
    lists: tuple[GuideList, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page that lists the guides."""
    lists = (
        GuideList("guides.groups", "groups", _rows(inputs, "group")),
        GuideList("guides.themes", "themes", _rows(inputs, "theme")),
        GuideList("guides.trades", "trades", _rows(inputs, "trade")),
    )
    context = GuidesPage(inputs.worry, bool(inputs.catalog.routes), tuple(item for item in lists if item.guides))
    yield single_page(inputs, context, "guides/", "guides")


def _rows(inputs: PageInputs, kind: Literal["group", "theme", "trade"]) -> tuple[Row, ...]:
    return tuple(
        Row(id, f"guides/{id}/", guide.title, guide.summary) for id, guide in inputs.catalog.guides_in_order(kind)
    )
