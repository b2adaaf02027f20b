"""A text to show, as the browser reads it."""

from __future__ import annotations

from typing import TypedDict


class LocalisedTextJson(TypedDict):
    """A text that fell back to another language than the model's."""

    text: str
    lang: str
    """the language that it is in"""


TextJson = str | LocalisedTextJson
"""A text to show; one that fell back says its language."""
