"""News as lists show it: on its own page, on the first one and on those of guides."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import NEWS
from starterspad.content.models.news import NewsItem
from starterspad.pages.page_inputs import PageInputs
from starterspad.pages.parts import PartnerLink
from starterspad.pages.shared import once
from starterspad.rules.event_dates import moment_of, written_moment, zone_of


@dataclass(frozen=True)
class NewsRow:
    """Something new, who tells it where that is a partner, and the moment from which it is no news any more."""

    path: str
    item: NewsItem
    by: PartnerLink | None
    over: str


def news(inputs: PageInputs, guide: str = "") -> tuple[NewsRow, ...]:
    """Return what is news on the day of the build, the newest first; with a guide, what stands on its page."""
    by_guide = once(inputs.shared, "news", lambda: _by_guide(_news(inputs)))
    return by_guide.get(guide, ())


def _by_guide(rows: tuple[NewsRow, ...]) -> dict[str, tuple[NewsRow, ...]]:
    """Return what is news, all of it under no name, and what stands on the page of each guide."""
    by_guide: dict[str, list[NewsRow]] = {"": list(rows)}
    for row in rows:
        for guide in dict.fromkeys(row.item.guides):
            by_guide.setdefault(guide, []).append(row)
    return {guide: tuple(own) for guide, own in by_guide.items()}


def news_on(catalog: Catalog, today: datetime.date) -> list[tuple[str, NewsItem]]:
    """Return what is news on a day, with its ids, the newest first."""
    items = [(id, item) for id, item in catalog.of(NEWS).items() if item.last_day >= today]
    return sorted(items, key=lambda entry: (-entry[1].on.toordinal(), entry[0]))


def _news(inputs: PageInputs) -> tuple[NewsRow, ...]:
    zone = zone_of(inputs.catalog)
    return tuple(
        NewsRow(
            path=f"news/{id}/",
            item=item,
            by=inputs.partners[item.partner] if item.partner else None,
            over=written_moment(moment_of(item.last_day + datetime.timedelta(1), datetime.time(), zone)),
        )
        for id, item in news_on(inputs.catalog, inputs.today)
    )
