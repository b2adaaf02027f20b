"""What stands beside the words of Ghent and follows from them: schemas, forms, the list of ids, the lines of a file."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest
import yaml
from starterspad.content.catalog import Catalog
from starterspad.content.kinds import KINDS, PAGE, SCHEMA_LINE, Kind
from starterspad.content.models.field_types import Record
from starterspad.content.registry_writer import registry_files
from starterspad.output.partner_form_data import partner_form
from starterspad.upkeep.generated_files import files_of_editor, generated_files
from starterspad.upkeep.json_schemas import whole_schemas

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine
from tests.support.yaml_editor import Core

# Pages are Markdown, which has no such first line.
FILES = [(kind, path) for kind in KINDS if kind != PAGE for path in sorted(REPOSITORY.glob(kind.files))]


def test_the_files_are_not_stale(ghent: Catalog) -> None:
    files = generated_files(ghent)
    assert len(files) > 20
    for name, text in files.items():
        assert (REPOSITORY / name).read_text("utf-8") == text, f"{name} is stale: portal generate"
    for folder in ("schemas", ".github/ISSUE_TEMPLATE"):
        here = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / folder).iterdir()}
        assert here - set(files_of_editor(ghent)) == {name for name in files if name.startswith(folder)}


def test_the_committed_registry_holds_everything_that_exists(ghent: Catalog) -> None:
    assert registry_files(ghent) == {}


@pytest.fixture(scope="module")
def validators(ghent: Catalog) -> dict[str, jsonschema.Draft7Validator]:
    """What judges a file of each schema, made once: that takes longer than judging all files."""
    return {name: jsonschema.Draft7Validator(schema) for name, schema in whole_schemas(ghent).items()}


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[f"{kind.schema}-{path.stem}" for kind, path in FILES])
def test_every_content_file_fits_its_schema_and_names_it(
    kind: Kind[Record], path: Path, validators: dict[str, jsonschema.Draft7Validator]
) -> None:
    text = path.read_text("utf-8")
    assert text.startswith(kind.modeline)
    assert (
        path.parent.joinpath(kind.modeline.strip().removeprefix(SCHEMA_LINE))
        .resolve()
        .is_relative_to(REPOSITORY / "schemas")
    )
    loaded = yaml.load(text, Loader=Core)
    assert list(validators[kind.schema].iter_errors(loaded)) == []


def test_each_partner_file_stands_as_the_form_would_write_it(ghent: Catalog, engine: Engine) -> None:
    """Whoever proposes a change changes the lines that she changes, and no others."""
    form = partner_form(ghent, ghent.site.default_language)
    trees = [place.tree for (kind, _), place in ghent.places.items() if kind == "partner"]
    written = engine.call("trees.map((tree) => writePartner(tidied(tree), form))", trees=trees, form=form)
    assert written == [(REPOSITORY / f"partners/{id}.yml").read_text("utf-8") for id in ghent.ids("partner")]
