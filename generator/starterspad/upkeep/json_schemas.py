"""JSON Schemas (draft 7, which editors know) of the content files, to complete and check while one types.

What holds for every instance and what only one has are kept apart. The schemas of kinds follow from the models alone,
and stand in git. The ids that exist follow from all records, so that two branches which each add one would meet on a
line of them: they stand in one more file, which the others refer to, and which git passes over.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from starterspad.content.catalog import Catalog
from starterspad.content.id_registry import REGISTERED_KINDS
from starterspad.content.kinds import KINDS, RETIRED, Kind
from starterspad.content.models.field_types import Record
from starterspad.content.record_references import CONDITIONS, REFERENCES

Schema = dict[str, Any]
_DRAFT = "http://json-schema.org/draft-07/schema#"


IDS = "ids.json"
_TO_IDS = f"{IDS}#/definitions/"
_TEXT, _CONDITION, _ANSWERS, _ASKED = "text", "condition", "answers", "asked-question"
# What holds names of records without being a list of references that conditions and checks follow.
_FIELDS = {
    "area": "area",
    "area_question": _ASKED,
    "for_whom_questions": _ASKED,
    "develops": "competence",
    "facts": "fact",
    **dict.fromkeys(CONDITIONS, _CONDITION),
    **{name: kind.name for name, kind in REFERENCES.items()},
}


@cache
def model_schemas() -> Mapping[str, Schema]:
    """Return the schema of every kind of content file by its name in `schemas/`; what exists is referred to in `IDS`.

    JSON Schema draft 7. A list of records is an array; descriptions are the docstrings of models and fields.
    They follow from the models alone, so they are made once: nobody changes what is returned.
    """
    return {kind.schema: _schema(kind) for kind in KINDS}


def known_ids(catalog: Catalog) -> Schema:
    """Return the schema that the others refer to: the ids and languages of this instance."""
    ids = {
        "area": sorted(area.id for area in catalog.site.areas.walk()),
        _ASKED: list(catalog.asked),
        "competence": list(catalog.competences),
        "fact": sorted(catalog.facts),
        **{kind.name: _in_order(kind, catalog) for kind in REFERENCES.values()},
    }
    text: Schema = {"type": "object", "additionalProperties": False, "minProperties": 1}
    definitions: Schema = {
        _TEXT: text | {"properties": {language: {"type": "string"} for language in catalog.site.languages}},
        _CONDITION: _condition(catalog),
        _ANSWERS: _answers(catalog),
        # Of what there is none of, nothing can be named.
        **{name: {"enum": known} if known else {"not": {}} for name, known in ids.items()},
    }
    return {"$schema": _DRAFT, "definitions": definitions}


def whole_schemas(catalog: Catalog) -> dict[str, Schema]:
    """Return the schemas with the ids that exist here in them, for who has but one file."""
    definitions = known_ids(catalog)["definitions"]
    return {name: _filled(schema, definitions) for name, schema in model_schemas().items()}


def _filled(part: Any, definitions: Schema) -> Any:
    if isinstance(part, dict):
        filled = {key: _filled(value, definitions) for key, value in part.items()}
        reference = filled.get("$ref")
        if isinstance(reference, str) and reference.startswith(_TO_IDS):
            del filled["$ref"]
            return {**definitions[reference.removeprefix(_TO_IDS)], **filled}
        return filled
    return [_filled(item, definitions) for item in part] if isinstance(part, list) else part


def _schema(kind: Kind[Record]) -> Schema:
    schema = kind.model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        for name, field in part.get("properties", {}).items():
            described = {"description": " ".join(field["description"].split())} if "description" in field else {}
            part["properties"][name] = {**_narrowed(name, field), **described}
    if kind == RETIRED:
        schema["properties"]["kind"]["enum"] = list(REGISTERED_KINDS)
    definitions = schema.pop("$defs", {})
    if kind.form in ("list", "numbered"):
        schema = {"type": "array", "items": schema}
    whole = {"$schema": _DRAFT, **schema, "definitions": definitions}
    return {key: value for key, value in _in_draft_7(whole).items() if value != {}}


def _in_draft_7(part: Any) -> Any:
    """Write what pydantic says in a later draft as editors know it.

    Examples are left out, because an editor would offer them as if this instance had such ids and languages.
    """
    if isinstance(part, dict):
        if isinstance(part.get("names"), str):
            return {"$ref": _TO_IDS + part["names"], **{key: part[key] for key in part.keys() & {"description"}}}
        converted = {key: _in_draft_7(value) for key, value in part.items() if key != "examples"}
        if isinstance(converted.get("$ref"), str):
            converted["$ref"] = converted["$ref"].replace("#/$defs/", "#/definitions/")
        return converted
    return [_in_draft_7(item) for item in part] if isinstance(part, list) else part


def _narrowed(name: str, field: Schema) -> Schema:
    """Narrow a field that names records, or the items of its list, to the ids that exist; and a text to languages."""
    if "names" in field:
        return field
    known = _FIELDS.get(name) or (_TEXT if _is_localised(field) else "")
    if not known:
        return field
    reference = {"$ref": _TO_IDS + known}
    if field.get("type") != "array" or known == _CONDITION:
        return reference
    least = {key: value for key, value in field.items() if key == "minItems"}
    return {"type": "array", "items": reference, **least}


def _in_order(kind: Kind[Record], catalog: Catalog) -> list[str]:
    """Return the ids of a kind as an editor offers them: sorted where each has its own file, else as they stand."""
    return sorted(catalog.of(kind)) if kind.form == "each" else list(catalog.of(kind))


def _is_localised(field: Schema) -> bool:
    kinds = [field, *field.get("anyOf", ())]
    return any(kind.get("additionalProperties") == {"type": "string"} for kind in kinds)


def _answers(catalog: Catalog) -> Schema:
    """Write what somebody may answer: not knowing too, and nothing at all."""
    questions: dict[str, Schema] = {}
    for id, question in catalog.questions.items():
        option = {"enum": list(question.option_ids())}
        questions[id] = {"anyOf": [option, {"type": "array", "minItems": 1, "items": option}]}
    return {"type": "object", "additionalProperties": False, "properties": questions}


def _condition(catalog: Catalog) -> Schema:
    clause: Schema = {"type": "object", "minProperties": 1, "additionalProperties": False, "properties": {}}
    for id, question in catalog.questions.items():
        option = {"enum": [option.id for option in question.options]}
        clause["properties"][id] = {"anyOf": [option, {"type": "array", "minItems": 1, "items": option}]}
    return {"anyOf": [clause, {"type": "array", "minItems": 1, "items": clause}]}
