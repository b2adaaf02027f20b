"""The address that opens a witness in the built site: what it carries stands after the #."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.derived_questions import MONEY
from starterspad.content.models.field_types import DONT_KNOW
from starterspad.content.plan_names import PLAN_KIND, PLAN_LINK
from starterspad.content.schema_numbers import JOURNAL_SCHEMA
from starterspad.rules.proof.money_witness import money_fields
from starterspad.rules.proof.profile_space import Profile

# What a person fills in or decides has a day; for a witness any will do.
_DAY = "2000-01-01"


def link_to(catalog: Catalog, profile: Profile) -> str:
    """Return the address that opens exactly this profile: its answers, and what the browser derives the rest from.

    A plan as JSON, packed with DEFLATE (RFC 1951) and base64url (RFC 4648).
    """
    values = dict(_fields(catalog, profile))
    fields = {path: {"value": value, "at": [1, number, "proof"]} for number, (path, value) in enumerate(values.items())}
    plan = {"kind": PLAN_KIND, "journal_schema": JOURNAL_SCHEMA, "fields": fields}
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    text = json.dumps(plan, separators=(",", ":")).encode()
    packed = base64.urlsafe_b64encode(press.compress(text) + press.flush()).decode().rstrip("=")
    return f"{catalog.site.base_url}{catalog.site.default_language}/plan/{PLAN_LINK}1{packed}"


def _fields(catalog: Catalog, profile: Profile) -> Iterator[tuple[str, object]]:
    """Yield the journal's fields, path and value, from which the browser makes this profile."""
    cuts = {id: options[0] for id, options in profile.items() if id.startswith(MONEY) and DONT_KNOW not in options}
    yield from money_fields(catalog, cuts)
    for question, options in profile.items():
        kind, _, name = question.rpartition(".")
        if question in cuts or (kind and DONT_KNOW in options):
            continue  # written above; or not looked into, or not decided: there is nothing to write
        if not kind:
            yield f"answers/{question}", options
        elif kind == "gate":
            yield f"gates/{name}/decision", options[0]
            yield f"gates/{name}/day", _DAY
        else:
            yield "mirror/proof/day", _DAY
            yield from _statements(catalog, name, least=options[0] == "grow")


def _statements(catalog: Catalog, competence: str, *, least: bool) -> Iterator[tuple[str, int]]:
    """Answer every statement of a competence with the place that says least of it, or most."""
    assert catalog.self_assessment
    top = len(catalog.self_assessment.scale)
    for statement in catalog.competences[competence].statements:
        yield f"mirror/proof/given/{statement.id}", 1 if least != statement.reverse else top
