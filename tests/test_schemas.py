"""JSON Schemas for editors know the ids that exist."""

from __future__ import annotations

from generator.catalog import Catalog
from generator.cli import main
from generator.schemas import json_schemas


def test_every_content_file_has_a_schema_that_forbids_unknown_keys(tiny: Catalog) -> None:
    schemas = json_schemas(tiny)
    (name,) = [option for option in main.commands["schema"].params if option.name == "name"]
    assert list(schemas) == list(name.to_info_dict()["type"]["choices"])
    for schema in schemas.values():
        assert (schema.get("items") or schema)["additionalProperties"] is False


def test_ids_and_languages_of_the_instance_are_offered(tiny: Catalog) -> None:
    schemas = json_schemas(tiny)
    service = schemas["partner"]["$defs"]["Service"]["properties"]
    assert service["helps_with"]["items"]["enum"] == ["register", "study", "talk-first"]
    assert service["area"]["enum"] == ["country", "elsewhere", "quarter", "town"]
    assert service["title"]["properties"] == {"en": {"type": "string"}}
    clause = service["when"]["anyOf"][0]
    assert clause["properties"]["stage"]["anyOf"][0]["enum"] == ["idea", "started"]
    assert schemas["task"]["properties"]["facts"]["items"] is False
    assert schemas["task"]["properties"]["phase"]["enum"] == ["first", "second"]
    assert schemas["phases"]["type"] == schemas["questions"]["type"] == "array"
