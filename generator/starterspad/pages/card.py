"""The card that stands in a frame on other people's sites, a whole HTML page."""

from __future__ import annotations

from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.pages.localizer import Localizer
from starterspad.pages.page import fill


@dataclass(frozen=True)
class CardPage:
    """What the card shows, as plain text, and the shared files and the policy that it needs."""

    language: str
    direction: str
    scheme: str
    name: str
    tagline: str
    promise: str
    start: str
    notice: str
    assets: str
    policy: str


def render_card(catalog: Catalog, localizer: Localizer, scheme: str, assets: str, policy: str) -> str:
    """Render the card in one language and one colour scheme.

    `assets` is the folder of shared files below the site, `policy` the card's content security policy.
    """
    site = catalog.site
    context = CardPage(
        language=localizer.language,
        direction=localizer.messages.direction,
        scheme=scheme,
        name=localizer.plain(site.name),
        tagline=localizer.plain(site.tagline),
        promise=localizer.plain(site.promise),
        start=localizer.messages.format("embed.start"),
        notice=localizer.plain(site.notice) if site.notice else "",
        assets=assets,
        policy=policy,
    )
    return fill(context, {})
