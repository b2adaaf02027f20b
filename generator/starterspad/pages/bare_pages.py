"""The two pages outside every language: the root, and the one for a wrong address."""

from __future__ import annotations

from urllib.parse import urlsplit

from starterspad.content.catalog import Catalog
from starterspad.pages.localizer import Localizer, environment


def render_root(catalog: Catalog, assets: str, policy: str) -> str:
    """Render the page at the site's root, which offers the languages, as whole HTML.

    `assets` is the folder of shared files below the site, `policy` the page's content security policy.
    """
    return _render_bare(catalog, "root.html", "", assets, policy)


def render_not_found(catalog: Catalog, assets: str, policy: str) -> str:
    """Render the page for a wrong address, like `render_root`; it is shown at any depth, so its links are absolute."""
    return _render_bare(catalog, "not_found.html", urlsplit(catalog.site.base_url).path, assets, policy)


def _render_bare(catalog: Catalog, template: str, base: str, assets: str, policy: str) -> str:
    default = catalog.site.default_language
    localizers = {language: Localizer(messages, default) for language, messages in catalog.messages.items()}
    return (
        environment()
        .get_template(template)
        .render(
            site=catalog.site,
            localizers=localizers,
            default=localizers[default],
            base=base,
            assets=f"{base}{assets}/",
            policy=policy,
        )
    )
