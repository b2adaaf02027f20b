"""What stands on other people's sites: a card for a frame, a badge for a link, and the page to copy them from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from unicodedata import east_asian_width

from markupsafe import escape

from starterspad.content.catalog import Catalog
from starterspad.pages.badge import render_badge
from starterspad.pages.card import render_card
from starterspad.pages.localizer import Localizer
from starterspad.pages.page import Page, single_page
from starterspad.pages.page_inputs import PageInputs

SCHEMES = ("light", "dark")
# Wide enough for letters of a system font of this size; those of some scripts are twice as wide.
_LETTER, _MARGIN = 9, 36


@dataclass(frozen=True)
class Embed:
    """One colour of the card and the badge in one language: where they stand, and the code to copy."""

    # Pixels.
    BADGE_HEIGHT: ClassVar[int] = 56
    CARD_WIDTH: ClassVar[int] = 320
    CARD_HEIGHT: ClassVar[int] = 280

    scheme: str
    card: str
    badge: str
    width: int
    card_code: str
    badge_code: str


@dataclass(frozen=True)
class EmbedSample:
    """A card or a badge as the page shows it: where it stands below the site, its size in pixels, the code to copy."""

    address: str
    colour: str
    width: int
    height: int
    code: str


@dataclass(frozen=True)
class EmbedSection:
    """The cards, which stand in a frame, or the badges, which do not; and what they are good for."""

    title: str
    introduction: str
    framed: bool
    samples: tuple[EmbedSample, ...]


@dataclass(frozen=True)
class EmbedPage:
    """What can be copied, and the languages in which the page stands."""

    sections: tuple[EmbedSection, ...]
    languages: tuple[str, ...]


def pages(inputs: PageInputs) -> Iterator[Page]:
    """Yield the page to copy from."""
    context = EmbedPage(tuple(_sections(inputs)), inputs.catalog.site.languages)
    yield single_page(inputs, context, "embed/", "embed")


def embeds(catalog: Catalog, language: str) -> list[Embed]:
    """Return what can be copied in a language, one for each colour."""
    site, localizer = catalog.site, Localizer(catalog.messages[language], catalog.site.default_language)
    name, start = localizer.plain(site.name), localizer.messages.format("embed.start")
    width = _width(name, start)
    variants = []
    for scheme in SCHEMES:
        card, badge = f"embed/{language}-{scheme}.html", f"embed/{language}-{scheme}.svg"
        title = escape(f"{name}: {start}")
        card_code = (
            f'<iframe src="{site.base_url}{card}" title="{title}" width="{Embed.CARD_WIDTH}" '
            f'height="{Embed.CARD_HEIGHT}" style="border:0" loading="lazy"></iframe>'
        )
        badge_code = (
            f'<a href="{site.base_url}{language}/"><img src="{site.base_url}{badge}" alt="{title}" '
            f'width="{width}" height="{Embed.BADGE_HEIGHT}"></a>'
        )
        variants.append(Embed(scheme, card, badge, width, card_code, badge_code))
    return variants


def render_embeds(catalog: Catalog, language: str, assets: str, policy: str) -> Iterator[tuple[str, str]]:
    """Yield (path below the site, text) of the cards (HTML) and badges (SVG) of a language.

    `assets` is the folder of shared files below the site, `policy` the cards' content security policy.
    """
    site, messages = catalog.site, catalog.messages[language]
    localizer = Localizer(messages, site.default_language)
    for embed in embeds(catalog, language):
        colours = site.colours.light if embed.scheme == "light" else site.colours.dark
        name, start = localizer.plain(site.name), messages.format("embed.start")
        size = (embed.width, embed.BADGE_HEIGHT)
        yield embed.card, render_card(catalog, localizer, embed.scheme, assets, policy)
        yield embed.badge, render_badge(name, start, messages.direction, size, colours)


def _sections(inputs: PageInputs) -> Iterator[EmbedSection]:
    message = inputs.localizer.messages.format
    variants = embeds(inputs.catalog, inputs.language)
    colours = {"light": message("embed.light"), "dark": message("embed.dark")}
    cards = tuple(
        EmbedSample(embed.card, colours[embed.scheme], Embed.CARD_WIDTH, Embed.CARD_HEIGHT, embed.card_code)
        for embed in variants
    )
    badges = tuple(
        EmbedSample(embed.badge, colours[embed.scheme], embed.width, Embed.BADGE_HEIGHT, embed.badge_code)
        for embed in variants
    )
    yield EmbedSection(message("embed.card"), message("embed.card_text"), True, cards)
    yield EmbedSection(message("embed.badge"), message("embed.badge_text"), False, badges)


def _width(*lines: str) -> int:
    letters = (sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line) for line in lines)
    return max(160, _MARGIN + _LETTER * max(letters))
