"""The house as docs/architecture.md describes it."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from starterspad.content.loader import load_catalog
from starterspad.output.scripts import module_paths

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "generator" / "starterspad"
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__main__.py")
WEB = PACKAGE / "web"
SCRIPTS = module_paths()
CODE = [*MODULES, *SCRIPTS]
MAX_LINES = 250
MAX_FUNCTION_LINES = 60
NODE = REPOSITORY / "tests/node"
# What only a page gives, or only a device: the core of the browser's program gets by without.
PAGE_OR_DEVICE = (
    r"(?<![.\w$])(?:(?:globalThis|self)\.)?"
    r"(?:document|window|self|location|history|navigator|screen|customElements|localStorage|sessionStorage|indexedDB|IDB\w+"
    r"|caches|crypto|fetch|XMLHttpRequest|WebSocket|Worker|setTimeout|setInterval|requestAnimationFrame|queueMicrotask"
    r"|addEventListener|dispatchEvent|matchMedia|getComputedStyle|alert|confirm|print|Event|CustomEvent|EventTarget"
    r"|AbortController|MutationObserver|(?:HTML|SVG)\w*|Element|NodeList|DOM\w+|Image|Option|File|FormData)\b"
)


def rooms(first_column: str = "room") -> dict[str, set[str]]:
    """Read a table out of the documentation: each room, or part of the browser's program, with those it may import."""
    text = (REPOSITORY / "docs/architecture.md").read_text("utf-8")
    table = text.partition(f"| {first_column} | imports from |")[2].partition("\n\n")[0]
    return {
        name: set(re.findall(r"`(\w+)`", imports)) for name, imports in re.findall(r"\| `(\w+)` \|([^|]*)\|", table)
    }


def room(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def module_name(path: Path) -> str:
    return ".".join(("starterspad", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


NAMES = {module_name(path) for path in MODULES}


def imported_modules(path: Path) -> Iterator[str]:
    """Yield every module of ours that a module imports, at its head or later."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("starterspad"):
            inner = {f"{node.module}.{alias.name}" for alias in node.names} & NAMES
            yield from inner or {node.module}
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("starterspad."))


def test_the_table_names_every_room_and_no_other() -> None:
    assert set(rooms()) == {room(path) for path in MODULES} - {"__init__"}


def test_a_room_imports_from_rooms_above_it_in_the_table_alone() -> None:
    above: set[str] = set()
    for name, imports in rooms().items():
        assert imports <= above, f"{name} may import from {imports - above}, which stands below it"
        above.add(name)


def test_imports_are_those_of_the_table_and_none_is_there_in_vain() -> None:
    used: dict[str, set[str]] = {name: set() for name in rooms()}
    for path in MODULES:
        if room(path) != "__init__":
            used[room(path)] |= {module.split(".")[1] for module in imported_modules(path)} - {room(path)}
    assert used == rooms()


def test_no_module_imports_itself_by_way_of_others() -> None:
    TopologicalSorter({module_name(path): set(imported_modules(path)) for path in MODULES}).prepare()


def imported_scripts(path: Path) -> set[Path]:
    """Return every module that a module of the browser's program imports: at its head, later, or for a type."""
    found = re.findall(r"""(?:\bfrom|\bimport)\s*\(?\s*["'](\.[^"']+)["']""", path.read_text("utf-8"))
    return {(path.parent / name).resolve() for name in found}


def part_of_web(path: Path) -> str:
    return path.relative_to(WEB).parts[0]


def test_every_import_of_the_browser_leads_to_a_module() -> None:
    assert {
        path: imported_scripts(path) - set(SCRIPTS) for path in SCRIPTS if imported_scripts(path) - set(SCRIPTS)
    } == {}


def test_imports_of_the_browser_are_those_of_its_table_and_none_is_there_in_vain() -> None:
    parts = rooms("part of web")
    assert {part_of_web(path) for path in SCRIPTS} == {*parts, "head", "main.js"}
    used: dict[str, set[str]] = {name: set() for name in (*parts, "head")}
    for path in SCRIPTS:
        if path.parent != WEB:
            used[part_of_web(path)] |= {part_of_web(other) for other in imported_scripts(path)} - {part_of_web(path)}
    assert used == {**parts, "head": set()}


def test_an_element_imports_no_other_element() -> None:
    for path in WEB.glob("elements/*/*.js"):
        others = {other.parent.name for other in imported_scripts(path) if part_of_web(other) == "elements"}
        assert others <= {path.parent.name}, path


def test_the_core_of_the_browser_knows_no_page_and_no_device() -> None:
    for path in WEB.glob("core/**/*.js"):
        text = path.read_text("utf-8")
        assert not re.findall(r"\b(?:HTML|SVG)\w*Element\b", text), path
        code = re.sub(r"/\*.*?\*/|^\s*//[^\n]*|(?<=[;{,(]) *//[^\n]*", "", text, flags=re.DOTALL | re.MULTILINE)
        code = re.sub(r'"(?:[^"\\\n]|\\.)*"', '""', code)
        assert not [match[0] for match in re.finditer(PAGE_OR_DEVICE, code)], path


def test_a_test_of_the_browser_is_named_after_its_module() -> None:
    names = {path.stem.replace("-", "_") for path in SCRIPTS}
    tests = {path.stem.removeprefix("test_") for path in (REPOSITORY / "tests/unit/web").glob("test_*.py")}
    assert tests - names == set()


def test_only_one_package_parses_yaml_and_only_the_cli_prints() -> None:
    for path in MODULES:
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        if path.parent != PACKAGE / "content" / "yaml":
            assert not calls & {"yaml.parse", "yaml.load", "yaml.safe_load"}, path
        if room(path) != "cli":
            assert not calls & {"print", "click.echo"}, path


def test_only_the_layout_knows_mkdocs() -> None:
    knows = {path.parent for path in MODULES if '"mkdocs"' in path.read_text("utf-8")}
    assert knows == {PACKAGE / "pages" / "layout"}


def test_modules_stay_small() -> None:
    sizes = {path.relative_to(REPOSITORY).as_posix(): len(path.read_text("utf-8").splitlines()) for path in CODE}
    assert {name: size for name, size in sizes.items() if size > MAX_LINES} == {}


def test_functions_of_python_stay_short() -> None:
    long = {
        (path.relative_to(REPOSITORY).as_posix(), node.name)
        for folder in ("generator", "tests", "tools")
        for path in (REPOSITORY / folder).rglob("*.py")
        if "node_modules" not in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES
    }
    assert long == set()


def test_functions_of_the_browser_stay_short() -> None:
    node = Path(sys.executable).parent / "node"
    command = [str(node if node.exists() else "node"), "long_functions.mjs", str(MAX_FUNCTION_LINES)]
    run = subprocess.run([*command, *map(str, SCRIPTS)], cwd=NODE, capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == []


def test_no_city_or_language_of_the_instance_is_named_in_code() -> None:
    instance = load_catalog(REPOSITORY)
    names = {area.id for area in instance.site.areas.walk()} - {"elsewhere"}
    names |= {title for area in instance.site.areas.walk() for title in area.title.values() if len(title) > 3}
    names -= {"Buiten Vlaanderen", "Hors de Flandre", "Outside Flanders"}
    languages = [f'"{language}"' for language in instance.site.languages if language != "en"]
    for path in [*CODE, *(PACKAGE / "pages").rglob("*.html")]:
        text = path.read_text("utf-8")
        for name in names:
            assert not re.search(rf"\b{re.escape(name)}\b", text, re.IGNORECASE), f"{path.name} names {name}"
        for language in languages:
            assert language not in text, f"{path.name} names the language {language}"
        for id in (*instance.tasks, *instance.partners):
            assert f'"{id}"' not in text, f"{path.name} names {id}"


def test_every_module_says_first_what_it_is_for() -> None:
    for path in MODULES:
        docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
        assert docstring, path
        assert docstring.splitlines()[0].endswith((".", "?")), path
    for path in SCRIPTS:
        assert path.read_text("utf-8").startswith("// "), path


def test_each_unit_test_stands_where_its_module_stands() -> None:
    unit = REPOSITORY / "tests" / "unit"
    for path in unit.rglob("test_*.py"):
        name = path.stem.removeprefix("test_")
        folder = PACKAGE / path.parent.relative_to(unit)
        twins = (folder / f"{name}.py", folder / name, folder / f"{name.replace('_', '-')}.js")
        assert any(twin.exists() for twin in twins), f"no module is named like {path.relative_to(unit)}"


def test_every_room_has_its_unit_tests() -> None:
    tested = {path.name for path in (REPOSITORY / "tests" / "unit").iterdir() if any(path.rglob("test_*.py"))}
    assert {*rooms(), "web"} <= tested


def test_every_file_that_the_documentation_names_is_there() -> None:
    pages = [REPOSITORY / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md")]
    named = 0
    for page in (*pages, *sorted((REPOSITORY / "docs").glob("*.md"))):
        for name in re.findall(r"`(\.?[\w-]+(?:/[\w.-]+)+\.(?:py|js|html|yml|css|txt|md))`", page.read_text("utf-8")):
            if name.startswith(("content/", "partners/")) and not name.endswith(".py"):
                continue  # what a city may write and need not
            assert (REPOSITORY / name).exists() or (PACKAGE / name).exists(), f"{page.name} names {name}"
            named += 1
    assert named > 60
