"""Which pages a site has, by their paths below a language: what a link may lead to, and which names are taken."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS
from starterspad.content.models.site import SiteConfig

# Pages that every portal has, besides the first one and the lists of records.
PORTAL_PAGES = (
    *("questions", "plan", "coach", "changes", "paper", "search", "ask", "talk", "embed", "join", "gaps"),
    *(
        "meeting",
        "partners-meet",
        "propose-fact",
        "propose-notice",
        "propose-event",
        "propose-task",
        "propose-question",
    ),
)
# Where a site has several languages: the sheet in two of them.
_BILINGUAL = "bilingual"
# Below it, a page for each gate.
DECISIONS = "decide"
# Below it, pages of long lists of partners, which only instances with many have. No kind has a folder of that name.
PARTNER_LISTS = "partners-by"


def taken_names() -> frozenset[str]:
    """Return the names that no hand-written page may have."""
    of_kinds = {name for kind in KINDS for name in (kind.page, kind.listing) if name}
    return frozenset({*PORTAL_PAGES, _BILINGUAL, DECISIONS, PARTNER_LISTS, *of_kinds})


def site_paths(catalog: Catalog) -> frozenset[str]:
    """Return the path of every page below a language, without the last slash; the first page is a dot.

    A record with problems has its page too: it is there once they are mended.
    """
    lists = {kind.listing for kind in KINDS if kind.listing and (kind.always or catalog.ids(kind.name))}
    records = {f"{kind.page}/{id}" for kind in KINDS if kind.page for id in catalog.ids(kind.name)}
    gates = {f"{DECISIONS}/{id}" for id in catalog.gates}
    bilingual = filter(None, [bilingual_path(catalog.site).rstrip("/")])
    return frozenset({".", *PORTAL_PAGES, *bilingual, *lists, *records, *gates, *catalog.languages_of_pages})


def bilingual_path(site: SiteConfig) -> str:
    """Return the path of the sheet in two languages, for a desk; empty where a site has one language."""
    return f"{_BILINGUAL}/" if len(site.languages) > 1 else ""
