"""Hand-written pages: a title and a description above Markdown."""

from __future__ import annotations

from starterspad.content.models.field_types import Line, Record, WholeNumber


class ContentPage(Record):
    """The front matter of one page in one language; `footer` places it in the footer, in that order."""

    title: Line
    description: Line
    footer: WholeNumber | None = None
