"""JSON Schemas (draft 7, which editors know) of the content files, to complete and check while one types."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import REGISTERED_KINDS
from starterspad.content.kinds import KINDS, RETIRED, Kind
from starterspad.content.models.field_types import Record
from starterspad.content.record_references import CONDITIONS, REFERENCES

Schema = dict[str, Any]


def json_schemas(catalog: Catalog) -> dict[str, Schema]:
    """Return the schema of every kind of content file by its name in `schemas/`, with the ids that exist here.

    JSON Schema draft 7. A list of records is an array; descriptions are the docstrings of models and fields.
    """
    return {kind.schema: _schema(kind, catalog) for kind in KINDS}


def _schema(kind: Kind[Record], catalog: Catalog) -> Schema:
    schema = kind.model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            described = {"description": " ".join(field["description"].split())} if "description" in field else {}
            part["properties"][name] = {**_known_ids(name, field, catalog), **described}
    if kind == RETIRED:
        schema["properties"]["kind"]["enum"] = list(REGISTERED_KINDS)
    definitions = schema.pop("$defs", {})
    if kind.form in ("list", "numbered"):
        schema = {"type": "array", "items": schema}
    whole = {"$schema": "http://json-schema.org/draft-07/schema#", **schema, "definitions": definitions}
    return {key: value for key, value in _in_draft_7(whole).items() if value != {}}


def _in_draft_7(part: Any) -> Any:
    """Write what pydantic says in a later draft as editors know it.

    Examples are left out, because an editor would offer them as if this instance had such ids and languages.
    """
    if isinstance(part, dict):
        converted = {key: _in_draft_7(value) for key, value in part.items() if key != "examples"}
        if isinstance(converted.get("$ref"), str):
            converted["$ref"] = converted["$ref"].replace("#/$defs/", "#/definitions/")
        return converted
    return [_in_draft_7(item) for item in part] if isinstance(part, list) else part


def _known_ids(name: str, field: Schema, catalog: Catalog) -> Schema:
    """Narrow a field that names other records to the ids that exist."""
    areas = sorted(area.id for area in catalog.site.areas.walk())
    fields: dict[str, Callable[[], Schema]] = {
        "area": lambda: {"enum": areas},
        "area_question": lambda: {"enum": list(catalog.asked)},
        "for_whom_questions": lambda: _ids(field, list(catalog.asked)),
        "develops": lambda: _ids(field, list(catalog.competences)),
        "facts": lambda: _ids(field, sorted(catalog.facts)),
        **{condition: lambda: _condition(catalog) for condition in CONDITIONS},
    }
    if name in REFERENCES:
        return _ids(field, _in_order(REFERENCES[name], catalog))
    if name in fields:
        return fields[name]()
    if _is_localised(field):
        return {"type": "object", "additionalProperties": False, "minProperties": 1} | {
            "properties": {language: {"type": "string"} for language in catalog.site.languages}
        }
    return field


def _ids(field: Schema, known: list[str]) -> Schema:
    """Narrow a field, or the items of its list, to known ids; a list of what there is none of stays empty."""
    if field.get("type") != "array":
        return {"enum": known}
    least = {key: value for key, value in field.items() if key == "minItems"}
    return {"type": "array", "items": {"enum": known} if known else False, **least}


def _in_order(kind: Kind[Record], catalog: Catalog) -> list[str]:
    """Return the ids of a kind as an editor offers them: sorted where each has its own file, else as they stand."""
    return sorted(catalog.of(kind)) if kind.form == "each" else list(catalog.of(kind))


def _is_localised(field: Schema) -> bool:
    kinds = [field, *field.get("anyOf", ())]
    return any(kind.get("additionalProperties") == {"type": "string"} for kind in kinds)


def _condition(catalog: Catalog) -> Schema:
    clause: Schema = {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": {}}
    for id, question in catalog.questions.items():
        option = {"enum": [option.id for option in question.options]}
        clause["properties"][id] = {"anyOf": [option, {"type": "array", "minItems": 1, "items": option}]}
    return {"anyOf": [clause, {"type": "array", "minItems": 1, "items": clause}]}
