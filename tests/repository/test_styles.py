"""What the styles promise each other: colours in one place, no tricks to win, and Material's told apart from ours."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageColor
from starterspad.output.script_bundler import NODE_MODULES

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "generator" / "starterspad"
STYLES = PACKAGE / "web" / "styles"
FILES = sorted(STYLES.rglob("*.css"))
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\("
    rf"|(?<![\w-])(?:{'|'.join(sorted(ImageColor.colormap))})(?![\w(-])",
    re.IGNORECASE,
)
# Of Material's names: what components may speak of, as the buttons of our pages are marked so.
SHARED = {"md-button", "md-button--primary"}


def name(path: Path) -> str:
    return path.relative_to(STYLES).as_posix()


def style(path: Path) -> str:
    return re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)


def declarations(path: Path) -> Iterator[tuple[str, str, str]]:
    """Yield selector, property and value of every declaration."""
    for selector, body in re.findall(r"([^{};]+)\{([^{}]*)\}", style(path)):
        for declaration in filter(str.strip, body.split(";")):
            property_name, _, value = declaration.partition(":")
            yield " ".join(selector.split()), property_name.strip(), value.strip()


def selectors(path: Path) -> set[str]:
    return {selector for selector, _, _ in declarations(path)}


def classes(path: Path) -> set[str]:
    return {found for selector in selectors(path) for found in re.findall(r"\.([a-z][\w-]*)", selector, re.IGNORECASE)}


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_says_first_what_it_is_about(path: Path) -> None:
    assert re.match(r"/\* [^*]+\. \*/\n", path.read_text("utf-8"))


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_colour_stands_among_the_tokens_only(path: Path) -> None:
    coloured = [
        found for found in declarations(path) if COLOUR.search(re.sub(r"var\([^)]*\)|url\([^)]*\)", "", found[2]))
    ]
    assert not coloured or name(path) == "tokens.css"


@pytest.mark.parametrize(
    "value", ["#fff", "red", "1px solid Red", "rgba(0, 0, 0, 0.1)", "color-mix(in srgb, red, blue)"]
)
def test_a_colour_is_known_however_it_is_written(value: str) -> None:
    assert COLOUR.search(value)


@pytest.mark.parametrize("value", ["transparent", "currentColor", "none", "dotted", "inherit", "system-ui"])
def test_what_is_no_colour_of_its_own_is_no_colour(value: str) -> None:
    assert not COLOUR.search(value)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_every_token_that_is_used_is_declared(path: Path) -> None:
    palette = re.findall(r"^    (\w+): Colour$", (PACKAGE / "content/models/site.py").read_text("utf-8"), re.MULTILINE)
    declared = {f"--{key.replace('_', '-')}" for key in palette}
    declared |= {key for file in FILES for _, key, _ in declarations(file) if key.startswith("--")}
    # What scripts set on an element is used with what holds without it: `var(--own, 0)`.
    used = set(re.findall(r"var\((--[\w-]+)\)", style(path)))
    assert used <= declared


@pytest.mark.parametrize("path", FILES, ids=name)
def test_nothing_is_forced_but_that_hidden_is_hidden(path: Path) -> None:
    forced = {(selector, key) for selector, key, value in declarations(path) if "!important" in value}
    assert forced <= {("[hidden]", "display")} or name(path) == "print.css"


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_selector_is_written_stronger_than_it_says(path: Path) -> None:
    for selector in selectors(path):
        assert not re.search(r"(:root|\.[\w-]+|\[[^\]]*\])\1(?![\w-])", selector), selector
        assert "[dir]" not in selector


@pytest.mark.parametrize("path", sorted(STYLES.glob("components/*.css")), ids=name)
def test_a_component_leaves_materials_names_alone(path: Path) -> None:
    assert {found for found in classes(path) if found.startswith("md-")} <= SHARED


def test_undoing_material_is_no_look_and_each_rule_says_why() -> None:
    path = STYLES / "material-undone.css"
    nothing = {"none", "0", "static", "inherit", "visible", "auto"}
    assert {value for _, _, value in declarations(path)} <= nothing
    written = path.read_text("utf-8").partition("*/")[2]
    reasons = re.findall(r"^/\*.*?\*/$", written, re.MULTILINE | re.DOTALL)
    assert len(reasons) >= 6
    assert re.match(r"\s*/\*", written)


def test_every_class_with_a_look_is_set_somewhere() -> None:
    ours = (path for path in PACKAGE.rglob("*") if NODE_MODULES not in path.parts)
    sources = [path for path in ours if path.suffix in (".html", ".js", ".py") and path.is_file()]
    text = "\n".join(path.read_text("utf-8") for path in sources)
    whole = set(re.findall(r"(?<![\w-])[a-z][\w-]*", text, re.IGNORECASE))
    # The end of a name may come from a variable: `heat--{{ state }}`.
    begun = set(re.findall(r"(?<![\w-])([a-z][\w-]*?(?:--|__))(?=\{\{|\$\{|\")", text, re.IGNORECASE))
    for path in FILES:
        for found in classes(path):
            # Material's own stand in its HTML.
            known = found in whole or re.sub(r"(--|__)[\w-]+$", r"\1", found) in begun
            assert known or found.startswith("md-"), (name(path), found)


def test_the_linter_reads_every_style_and_is_asked_with_the_others() -> None:
    config = json.loads((REPOSITORY / "biome.json").read_text("utf-8"))
    web = STYLES.parent.relative_to(REPOSITORY).as_posix()
    assert {f"{web}/**/*.css", f"{web}/**/*.js"} <= set(config["files"]["includes"])
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    assert "biome check" in makefile.partition("\nlint:")[2].partition("\n\n")[0]
