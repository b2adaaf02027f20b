"""What the forms need to know, such as that for partners as `partner-form.json`, and each partner file as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypedDict

from babel.localedata import locale_identifiers

from starterspad.content.catalog import Catalog
from starterspad.content.folding import name_order
from starterspad.content.kinds import FACT, PARTNER
from starterspad.content.kinds import Kind as RecordKind
from starterspad.content.limits import MADE_ID_LENGTH, MOST_MARKS, MOST_SERVICES
from starterspad.content.localised_text import language_order, localised
from starterspad.content.models.amount import FIGURE
from starterspad.content.models.field_types import PATTERNS, RESERVED_IDS, Record
from starterspad.content.schema_numbers import FORM_SCHEMA
from starterspad.content.yaml import MAX_BYTES, Tree
from starterspad.intake.form_fields import Field, Kind, bare_keys, key_order, partner_fields
from starterspad.quality.checks.facts import figure_pattern
from starterspad.quality.readability import formula_of


class FieldJson(TypedDict):
    """One thing that the form asks."""

    path: str
    """keys from the top of the file, such as services.cost"""
    kind: Kind
    required: bool
    limit: int
    """characters; 0 where the kind itself limits"""
    choices: list[str]


class RepositoryJson(TypedDict):
    """Where a proposal may go as a pull request."""

    url: str
    forge: Literal["github", "gitlab"]
    branch: str


class FormJson(TypedDict):
    """The form as data: fields and limits of the models, the ids that exist, and where files go."""

    form_schema: int
    record: str
    """the kind of record that it is about; empty for partners"""
    fields: list[FieldJson]
    order: dict[str, list[str]]
    """path -> its keys, as a file is written"""
    bare: list[str]
    """keys that hold a day, days, or yes or no"""
    patterns: dict[str, str]
    """regular expressions that JavaScript reads too; each matches the whole of a value"""
    reserved: list[str]
    """ids that nobody may have"""
    languages: list[str]
    language_order: list[str]
    """in which order the languages of a text are tried; what is in none stands in the first there is"""
    codes: list[str]
    """two-letter languages (ISO 639-1), by name"""
    language_names: dict[str, str]
    tasks: list[str]
    areas: list[str]
    partners: list[str]
    facts: dict[str, dict[str, str]]
    """fact -> language -> its value in a text of that language"""
    longest: dict[str, int]
    """language -> words of a sentence"""
    figure: str
    """what an amount looks like, as a regular expression; empty where nothing is one"""
    services: int
    """the most offers"""
    marks: int
    """the most accents on one letter"""
    made_id: int
    """the most characters of an id that is made of a name"""
    bytes: int
    """the largest file"""
    modeline: str
    """the first line of a file"""
    repository: RepositoryJson | None
    contact: str | None


def partner_form(catalog: Catalog, language: str) -> FormJson:
    """Return the form for partners as data, in one language of the site."""
    return form_json(catalog, language, PARTNER, partner_fields())


def form_json(catalog: Catalog, language: str, kind: RecordKind[Record], fields: Sequence[Field]) -> FormJson:
    """Return a form about the records of a kind as data, in one language of the site."""
    site, words = catalog.site, catalog.messages[language]
    codes = sorted(_language_codes(), key=lambda code: name_order(words.language_name(code)))
    return {
        "form_schema": FORM_SCHEMA,
        "record": "" if kind == PARTNER else kind.name,
        "fields": [
            {
                "path": field.path,
                "kind": field.kind,
                "required": field.required,
                "limit": field.limit,
                "choices": list(field.choices),
            }
            for field in fields
        ],
        "order": key_order(kind.model),
        "bare": list(bare_keys(kind.model)),
        "patterns": {**PATTERNS, "figure": FIGURE},
        "reserved": sorted(RESERVED_IDS),
        "languages": list(site.languages),
        "language_order": list(language_order(language, site.default_language)),
        "codes": codes,
        "language_names": {code: words.language_name(code) for code in codes},
        "tasks": list(catalog.tasks),
        "areas": [area.id for area in site.areas.walk()],
        "partners": list(catalog.partners),
        "facts": {
            id: {code: localised(fact.value, code, site.default_language)[0] for code in site.languages}
            for id, fact in catalog.facts.items()
            if fact.value
        },
        # The checks that need no syllables: how long a sentence may be, and what an amount looks like.
        "longest": {code: formula.longest for code in site.languages if (formula := formula_of(code))},
        "figure": "" if kind == FACT else figure_pattern(catalog),
        "services": MOST_SERVICES,
        "marks": MOST_MARKS,
        "made_id": MADE_ID_LENGTH,
        "bytes": MAX_BYTES,
        "modeline": kind.modeline,
        "repository": {"url": site.repository, "forge": site.forge, "branch": site.branch} if site.repository else None,
        "contact": site.contact,
    }


def partner_json(catalog: Catalog, partner: str) -> Tree:
    """Return the file of a partner as it is, maps, lists and texts, for who proposes a change to it.

    `partner` is an id; raises `KeyError` where there is none.
    """
    return catalog.places["partner", partner].tree


def _language_codes() -> set[str]:
    """Return the two-letter codes of languages whose name is known; nothing else is loaded of all these languages."""
    return {code for code in locale_identifiers() if len(code) == 2}
