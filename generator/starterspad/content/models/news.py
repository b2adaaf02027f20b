"""News of the city and of partners: dated, and gone by itself."""

from __future__ import annotations

import datetime

from pydantic import Field, model_validator

from starterspad.content.models.field_types import Date, Id, LongText, Record, ShortText, SourceUrl, Title
from starterspad.content.models.wrong import wrong

# Where nobody says until when something is news, it is for so many days.
NEWS_DAYS = 183


class NewsItem(Record):
    """Something new that starters should know."""

    title: Title = Field(examples=["{en: A new desk in the library}"])
    """What is new, in a few words."""
    summary: ShortText
    """What stands below it in lists and in the feed."""
    text: LongText | None = None
    """What else its page says, in Markdown."""
    on: Date
    """The day on which it was told."""
    until: Date | None = Field(default=None, examples=["2026-03-31"])
    """The last day on which lists show it; without it, half a year. Its page stays."""
    partner: Id | None = Field(default=None, examples=["town-desk"])
    """Who tells it; without it, the city."""
    area: Id | None = Field(default=None, examples=["town"])
    """The place that it is about; without it, all of the portal's."""
    guides: tuple[Id, ...] = Field(default=(), examples=["[money]"])
    """The guides on whose pages it stands."""
    source: SourceUrl | None = None
    """The page that says so."""

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> NewsItem:
        if self.until and self.until < self.on:
            raise wrong("news", f"it is news until {self.until}, before {self.on}", "look at the days", "until")
        return self

    @property
    def last_day(self) -> datetime.date:
        """The last day on which lists show it."""
        return self.until or self.on + datetime.timedelta(NEWS_DAYS)
