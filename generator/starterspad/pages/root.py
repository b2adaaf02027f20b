"""The page at the site's root, which offers the languages."""

from __future__ import annotations

from dataclasses import dataclass

from starterspad.content.catalog import Catalog
from starterspad.pages.bare import BareLanguage, BarePage, localizers
from starterspad.pages.page import fill


@dataclass(frozen=True)
class RootLanguage(BareLanguage):
    """A language to choose: its own name for itself, and the site's promise in it."""

    own_name: str
    tagline: str
    promise: str


@dataclass(frozen=True)
class RootPage(BarePage):
    """The languages, and what search engines read: all of it plain text."""

    tagline: str
    promise: str
    base_url: str
    languages: tuple[RootLanguage, ...]


def render_root(catalog: Catalog, assets: str, policy: str) -> str:
    """Render the page at the site's root as whole HTML.

    `assets` is the folder of shared files below the site, `policy` the page's content security policy.
    """
    site, by_language = catalog.site, localizers(catalog)
    default = by_language[site.default_language]
    context = RootPage(
        language=default.language,
        direction=default.messages.direction,
        name=default.plain(site.name),
        assets=f"{assets}/",
        policy=policy,
        tagline=default.plain(site.tagline),
        promise=default.plain(site.promise),
        base_url=site.base_url,
        languages=tuple(
            RootLanguage(
                code=code,
                direction=localizer.messages.direction,
                address=f"{code}/",
                own_name=localizer.messages.language_name(code).capitalize(),
                tagline=localizer.plain(site.tagline),
                promise=localizer.plain(site.promise),
            )
            for code, localizer in by_language.items()
        ),
    )
    return fill(context, {})
