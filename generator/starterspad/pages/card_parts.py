"""The parts of a step's card, for pages that load them where somebody asks for the card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from starterspad.content.catalog import Catalog
from starterspad.pages.localizer import Localizer
from starterspad.pages.page import fill, vocabulary


class CardPartsJson(TypedDict):
    """`card-parts.json` of a language."""

    html: str
    """templates and sentences, to be copied"""


@dataclass(frozen=True)
class CardPartsPage:
    """A card is filled in by the browser: its parts hold the interface's words alone."""


def card_parts(catalog: Catalog, language: str) -> CardPartsJson:
    """Return the templates and sentences of the card."""
    localizer = Localizer(catalog.messages[language], catalog.site.default_language)
    return {"html": fill(CardPartsPage(), vocabulary(localizer, "./"))}
