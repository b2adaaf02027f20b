"""The page for a wrong address."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from starterspad.content.catalog import Catalog
from starterspad.pages.bare import BareLanguage, BarePage, localizers
from starterspad.pages.page import fill


@dataclass(frozen=True)
class NotFoundLanguage(BareLanguage):
    """What is said in a language: that there is no such page, and where to go."""

    not_found: str
    go_home: str


@dataclass(frozen=True)
class NotFoundPage(BarePage):
    """What is said in every language, the default one in the title: all of it plain text."""

    not_found: str
    languages: tuple[NotFoundLanguage, ...]


def render_not_found(catalog: Catalog, assets: str, policy: str) -> str:
    """Render the page for a wrong address as whole HTML, like `render_root`.

    It is shown at any depth, so its links are absolute.
    """
    site, by_language = catalog.site, localizers(catalog)
    default, base = by_language[site.default_language], urlsplit(site.base_url).path
    context = NotFoundPage(
        language=default.language,
        direction=default.messages.direction,
        name=default.plain(site.name),
        assets=f"{base}{assets}/",
        policy=policy,
        not_found=default.messages.format("site.not_found"),
        languages=tuple(
            NotFoundLanguage(
                code=code,
                direction=localizer.messages.direction,
                address=f"{base}{code}/",
                not_found=localizer.messages.format("site.not_found"),
                go_home=localizer.messages.format("site.go_home"),
            )
            for code, localizer in by_language.items()
        ),
    )
    return fill(context, {})
