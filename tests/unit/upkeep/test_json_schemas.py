"""JSON Schemas for editors know the ids that exist, and speak the draft that editors know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS, PAGE, SCHEMA_LINE, Kind
from starterspad.content.models.field_types import Record
from starterspad.upkeep.json_schemas import json_schemas

from tests.conftest import REPOSITORY
from tests.support.yaml_editor import Editor

# Pages are Markdown, which has no such first line.
FILES = [(kind, path) for kind in KINDS if kind != PAGE for path in sorted(REPOSITORY.glob(kind.files))]


class Core(yaml.CSafeLoader):  # type: ignore[misc]  # PyYAML has no types
    """YAML 1.2's core types, as editors read them: only true, false and numbers are more than text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?[0-9]+$"), list("-0123456789"))
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^-?[0-9]+\.[0-9]+$"), list("-0123456789"))


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    editor = Editor()
    yield editor
    editor.close()


def test_every_content_file_has_a_schema_that_forbids_unknown_keys(tiny: Catalog) -> None:
    schemas = json_schemas(tiny)
    assert list(schemas) == [kind.schema for kind in KINDS]
    for schema in schemas.values():
        assert (schema.get("items") or schema)["additionalProperties"] is False


def test_ids_and_languages_of_the_instance_are_offered(tiny: Catalog) -> None:
    schemas = json_schemas(tiny)
    service = schemas["partner"]["definitions"]["Service"]["properties"]
    assert service["helps_with"]["items"]["enum"] == ["register", "study", "talk-first"]
    assert service["area"]["enum"] == ["country", "elsewhere", "quarter", "town"]
    assert service["title"]["properties"] == {"en": {"type": "string"}}
    clause = service["when"]["anyOf"][0]
    assert clause["properties"]["stage"]["anyOf"][0]["enum"] == ["idea", "started"]
    assert schemas["task"]["properties"]["facts"]["items"] is False
    assert schemas["task"]["properties"]["phase"]["enum"] == ["first", "second"]
    assert schemas["phases"]["type"] == schemas["questions"]["type"] == "array"


def keywords(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            yield from keywords(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from keywords(item)


def test_no_word_of_a_later_draft_is_used(ghent: Catalog) -> None:
    for schema in json_schemas(ghent).values():
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        jsonschema.Draft7Validator.check_schema(schema)
        later = {"$defs", "prefixItems", "dependentRequired", "dependentSchemas", "unevaluatedProperties", "$anchor"}
        assert not later & set(keywords(schema))


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[f"{kind.schema}-{path.stem}" for kind, path in FILES])
def test_every_content_file_fits_its_schema_and_names_it(kind: Kind[Record], path: Path, ghent: Catalog) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(kind.modeline)
    assert (
        path.parent.joinpath(kind.modeline.strip().removeprefix(SCHEMA_LINE))
        .resolve()
        .is_relative_to(REPOSITORY / "schemas")
    )
    loaded = yaml.load(text, Loader=Core)
    assert list(jsonschema.Draft7Validator(json_schemas(ghent)[kind.schema]).iter_errors(loaded)) == []


@pytest.mark.parametrize("name", sorted({kind.schema for kind, _ in FILES}))
def test_an_editor_finds_nothing_wrong_with_a_good_file(name: str, editor: Editor) -> None:
    path = next(path for kind, path in FILES if kind.schema == name)
    assert editor.faults(path, path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("helps_with: [", "helps_with: [no-such-task, ", "no-such-task|Value is not accepted"),
        ("name: ", "nmae: ", "nmae|name"),
        ("area: ", "area: nowhere # ", "Value is not accepted"),
        ("\n  nl: ", "\n  xx: ", "xx"),
        ("website: ", "website: [a, b] # ", "Incorrect type"),
    ],
)
def test_an_editor_shows_what_is_wrong_while_one_types(old: str, new: str, said: str, editor: Editor) -> None:
    path = REPOSITORY / "partners/starterslabo.yml"
    text = path.read_text("utf-8")
    assert old in text
    found = editor.faults(path, text.replace(old, new, 1))
    assert any(re.search(said, fault) for fault in found), found
