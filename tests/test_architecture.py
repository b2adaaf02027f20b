"""The house as docs/architecture.md describes it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from generator.catalog import Catalog
from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "generator"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py")
CODE = [*MODULES, *sorted(PACKAGE.rglob("*.js"))]
MAX_LINES = 300


def tiers() -> dict[str, int]:
    """Read the table of rooms out of the documentation."""
    text = (REPOSITORY / "docs/architecture.md").read_text("utf-8")
    return {name: int(tier) for tier, name in re.findall(r"^\| (\d+) \| `(\w+)` \|", text, re.MULTILINE)}


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("generator"):
            parts = node.module.split(".")
            yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("generator."))


def test_the_table_names_every_room_and_no_other() -> None:
    assert set(tiers()) == {room(path) for path in MODULES} - {"__init__"}


def test_imports_go_one_way() -> None:
    order = tiers()
    for path in MODULES:
        own = room(path)
        for other in imported_rooms(path):
            if own != "__init__" and other != own:
                assert order[other] < order[own], f"{path.relative_to(REPOSITORY)} imports {other}"


def test_only_the_source_room_parses_yaml_and_only_the_cli_prints() -> None:
    for path in MODULES:
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        if room(path) != "source":
            assert not calls & {"yaml.parse", "yaml.load", "yaml.safe_load"}, path
        if room(path) != "cli":
            assert not calls & {"print", "click.echo"}, path


def test_only_shells_and_site_know_material_and_only_shells_knows_mkdocs() -> None:
    knows = {room(path) for path in MODULES if '"mkdocs"' in path.read_text("utf-8")}
    assert knows == {"shells"}


def test_modules_stay_small() -> None:
    sizes = {path.relative_to(REPOSITORY).as_posix(): len(path.read_text("utf-8").splitlines()) for path in CODE}
    assert {name: size for name, size in sizes.items() if size > MAX_LINES} == {}


def test_no_city_or_language_of_the_instance_is_named_in_code(ghent: Catalog) -> None:
    names = {area.id for area in ghent.site.areas.walk()} - {"elsewhere"}
    names |= {title for area in ghent.site.areas.walk() for title in area.title.values() if len(title) > 3}
    names -= {"Buiten Vlaanderen", "Hors de Flandre", "Outside Flanders"}
    languages = [f'"{language}"' for language in ghent.site.languages if language != "en"]
    for path in [*CODE, *PACKAGE.rglob("*.html")]:
        text = path.read_text("utf-8")
        for name in names:
            assert not re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE), f"{path.name} names {name}"
        for language in languages:
            assert language not in text, f"{path.name} names the language {language}"
        for id in (*ghent.tasks, *ghent.partners):
            assert f'"{id}"' not in text, f"{path.name} names {id}"


def test_every_room_has_its_tests() -> None:
    tested = {path.stem.removeprefix("test_") for path in (REPOSITORY / "tests").glob("test_*.py")}
    assert {room(path) for path in MODULES} - {"__init__"} <= tested


def test_every_module_says_first_what_it_is_for() -> None:
    for path in MODULES:
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        assert docstring, path
        assert docstring.splitlines()[0].endswith((".", "?")), path
    for path in PACKAGE.rglob("*.js"):
        assert path.read_text("utf-8").startswith("// "), path
