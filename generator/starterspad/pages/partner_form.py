"""The partners' intake: what the form in the browser needs to know, as JSON, and each partner file as it is."""

from __future__ import annotations

from typing import Any

from babel import Locale
from babel.localedata import locale_identifiers

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import PARTNER
from starterspad.content.localised_text import localised
from starterspad.content.models.field_types import PATTERNS, RESERVED_IDS
from starterspad.content.models.partner import MOST_SERVICES
from starterspad.content.yaml import MAX_BYTES
from starterspad.intake.form_fields import LICENCE, NEEDED, Field, date_keys, key_order, partner_fields
from starterspad.quality.checks.facts import figure_pattern
from starterspad.quality.readability import formula_of

_FORGES = {"github": "GitHub", "gitlab": "GitLab"}


def partner_form(catalog: Catalog, language: str) -> dict[str, Any]:
    """Return the form as data: fields and limits of the models, the ids that exist, and where files go.

    `limit` counts characters, `longest` words of a sentence by language, `bytes` the largest file; `patterns` and
    `figure` are regular expressions that JavaScript reads, `codes` two-letter languages (ISO 639-1).
    """
    site, words = catalog.site, catalog.messages[language]
    codes = sorted(_language_codes(), key=lambda code: words.language_name(code).casefold())
    return {
        "fields": [
            {
                "path": field.path,
                "kind": field.kind,
                "required": field.required,
                "limit": field.limit,
                "choices": list(field.choices),
            }
            for field in partner_fields()
        ],
        "order": key_order(),
        "days": list(date_keys()),
        "patterns": PATTERNS,
        "reserved": sorted(RESERVED_IDS),
        "languages": list(site.languages),
        "codes": codes,
        "language_names": {code: words.language_name(code) for code in codes},
        "tasks": list(catalog.tasks),
        "areas": [area.id for area in site.areas.walk()],
        "partners": list(catalog.partners),
        "facts": {
            id: localised(fact.value, language, site.default_language)[0]
            for id, fact in catalog.facts.items()
            if fact.value
        },
        # The checks that need no syllables: how long a sentence may be, and what an amount looks like.
        "longest": {code: formula.longest for code in site.languages if (formula := formula_of(code))},
        "figure": figure_pattern(catalog),
        "services": MOST_SERVICES,
        "bytes": MAX_BYTES,
        "modeline": PARTNER.modeline,
        "repository": {"url": site.repository, "forge": site.forge, "branch": site.branch} if site.repository else None,
        "contact": site.contact,
    }


def form_page(catalog: Catalog) -> dict[str, Any]:
    """Return what the page of the form shows besides the words: its fields in groups, and what may be wrong."""
    groups: dict[str, list[Field]] = {"who": [], "reach": [], "service": [], "sure": [], "state": []}
    for field in partner_fields():
        head = field.path.partition(".")[0]
        group = {"contact": "reach", "services": "service", "confirmed": "sure", "paused": "state", "left": "state"}
        groups[group.get(head, "who")].append(field)
    words = catalog.messages[catalog.site.default_language].sentences
    return {
        "groups": groups,
        "needed": NEEDED,
        "licence": LICENCE,
        "forge": _FORGES[catalog.site.forge],
        "field_words": [field.word.removeprefix("field.") for field in partner_fields()],
        "wrong_words": [key.removeprefix("wrong.") for key in words if key.startswith("wrong.")],
    }


def partner_json(catalog: Catalog, partner: str) -> Any:
    """Return the file of a partner as it is, dicts, lists and texts, for who proposes a change to it.

    `partner` is an id; raises `KeyError` where there is none.
    """
    return catalog.places["partner", partner].tree


def _language_codes() -> set[str]:
    """Return the two-letter codes of languages whose name is known."""
    return {code for code in locale_identifiers() if len(code) == 2 and Locale(code).language_name}
