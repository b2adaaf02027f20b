"""The page of the form for partners: its fields in groups, and what may be wrong."""

from __future__ import annotations

from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.intake.form_fields import LICENCE, NEEDED, Field, partner_fields

_FORGES = {"github": "GitHub", "gitlab": "GitLab"}


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
