"""JSON Schemas for editors know the ids that exist, and speak the draft that editors know."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS, PAGE, Kind
from starterspad.content.models.field_types import Record
from starterspad.upkeep.generated_files import files_of_editor, generated_files
from starterspad.upkeep.json_schemas import IDS, model_schemas, whole_schemas

from tests.conftest import TOWN
from tests.support.yaml_editor import Core, Editor

# Pages are Markdown, which has no such first line.
FILES = [(kind, path) for kind in KINDS if kind != PAGE for path in sorted(TOWN.glob(kind.files))]


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    editor = Editor()
    yield editor
    editor.close()


def test_every_content_file_has_a_schema_that_forbids_unknown_keys(tiny: Catalog) -> None:
    schemas = whole_schemas(tiny)
    assert list(schemas) == [kind.schema for kind in KINDS]
    for schema in schemas.values():
        assert (schema.get("items") or schema)["additionalProperties"] is False


def test_ids_and_languages_of_the_instance_are_offered(tiny: Catalog) -> None:
    schemas = whole_schemas(tiny)
    service = schemas["partner"]["definitions"]["Service"]["properties"]
    assert service["helps_with"]["items"]["enum"] == ["register", "study", "talk-first"]
    assert service["area"]["enum"] == ["country", "elsewhere", "quarter", "town"]
    assert service["title"]["properties"] == {"en": {"type": "string"}}
    clause = service["when"]["anyOf"][0]
    assert clause["properties"]["stage"]["anyOf"][0]["enum"] == ["idea", "started"]
    assert schemas["task"]["properties"]["facts"]["items"] == {"not": {}}
    assert schemas["task"]["properties"]["phase"]["enum"] == ["first", "second"]
    assert schemas["phases"]["type"] == schemas["questions"]["type"] == "array"


def test_what_stands_in_git_is_the_same_for_every_instance(tiny: Catalog, town: Catalog) -> None:
    """What an instance has of its own stands apart: two branches that add to it would meet on a line."""
    schemas = [
        {name: text for name, text in generated_files(one).items() if "schemas/" in name} for one in (tiny, town)
    ]
    assert schemas[0] == schemas[1]
    assert f"schemas/{IDS}" not in schemas[0]
    service = model_schemas()["partner"]["definitions"]["Service"]["properties"]
    assert service["helps_with"]["items"] == {"$ref": f"{IDS}#/definitions/task"}
    assert service["helps_with"]["description"]


def keywords(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            yield from keywords(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from keywords(item)


def test_no_word_of_a_later_draft_is_used(town: Catalog) -> None:
    for schema in whole_schemas(town).values():
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        jsonschema.Draft7Validator.check_schema(schema)
        later = {"$defs", "prefixItems", "dependentRequired", "dependentSchemas", "unevaluatedProperties", "$anchor"}
        assert not later & set(keywords(schema))


@pytest.fixture(scope="module")
def validators(town: Catalog) -> dict[str, jsonschema.Draft7Validator]:
    """What judges a file of each schema, made once: that takes longer than judging all files."""
    return {name: jsonschema.Draft7Validator(schema) for name, schema in whole_schemas(town).items()}


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[f"{kind.schema}-{path.stem}" for kind, path in FILES])
def test_every_content_file_fits_its_schema(
    kind: Kind[Record], path: Path, validators: dict[str, jsonschema.Draft7Validator]
) -> None:
    loaded = yaml.load(path.read_text("utf-8"), Loader=Core)
    assert list(validators[kind.schema].iter_errors(loaded)) == []


@pytest.fixture(scope="module")
def desk(town: Catalog, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the town as a maintainer has it before her: the schemas are there, and each file names its own."""
    root = tmp_path_factory.mktemp("desk") / "town"
    shutil.copytree(TOWN, root)
    for name, text in (generated_files(town) | files_of_editor(town)).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    for kind, path in FILES:
        text = path.read_text("utf-8")
        (root / path.relative_to(TOWN)).write_text(kind.modeline + text.removeprefix(kind.modeline), "utf-8")
    return root


@pytest.mark.parametrize("name", sorted({kind.schema for kind, _ in FILES}))
def test_an_editor_finds_nothing_wrong_with_a_good_file(name: str, desk: Path, editor: Editor) -> None:
    path = desk / next(path for kind, path in FILES if kind.schema == name).relative_to(TOWN)
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
def test_an_editor_shows_what_is_wrong_while_one_types(
    old: str, new: str, said: str, desk: Path, editor: Editor
) -> None:
    path = desk / "partners/starterslabo.yml"
    text = path.read_text("utf-8")
    assert old in text
    found = editor.faults(path, text.replace(old, new, 1))
    assert any(re.search(said, fault) for fault in found), found
