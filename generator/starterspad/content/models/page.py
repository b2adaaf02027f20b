"""Hand-written pages: a title and a description above Markdown."""

from __future__ import annotations

from pydantic import Field

from starterspad.content.models.field_types import Line, Record, WholeNumber


class ContentPage(Record):
    """The front matter of one page in one language."""

    title: Line = Field(examples=["About this site"])
    """The title in the browser's tab and in the menu."""
    description: Line = Field(examples=['"Who makes this site, and why"'])
    """One line for search engines."""
    footer: WholeNumber | None = None
    """Its place in the footer, the lowest first; without it, it stands in no footer."""
