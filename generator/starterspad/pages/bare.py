"""What the two pages outside every language have in common: the root, and the one for a wrong address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.pages.localizer import Localizer


@dataclass(frozen=True)
class BareLanguage:
    """A language of the site: its code, the direction of its script, and where its first page stands."""

    code: str
    direction: str
    address: str


@dataclass(frozen=True)
class BarePage:
    """The frame, in the default language; `assets` is where the shared files stand, `policy` the page's own."""

    language: str
    direction: str
    name: str
    assets: str
    policy: str


def localizers(catalog: Catalog) -> Mapping[str, Localizer]:
    """Return what says texts in each language, the default one first."""
    default = catalog.site.default_language
    return {language: Localizer(messages, default) for language, messages in catalog.messages.items()}
