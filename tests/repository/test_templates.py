"""A template shows what its context holds: it looks nothing up, decides nothing and changes nothing."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import ModuleType

import pytest
from jinja2 import meta, nodes
from starterspad.content.catalog import Catalog
from starterspad.pages.localizer import environment
from starterspad.pages.page import page_vocabulary

from tests.conftest import REPOSITORY
from tests.support.rendered_pages import inputs_of

PAGES = REPOSITORY / "generator" / "starterspad" / "pages"
# Pieces of pages: forms that several have in common, and the frame that the two pages of `EXTENDING` extend.
PIECES = {"macros", "bare"}
EXTENDING = {"root", "not_found"}
TEMPLATES = sorted(path.stem for path in PAGES.glob("*.html"))
# What is done to a value where it is shown. All else is done in the module.
FILTERS = {"length", "capitalize"}


def parsed(name: str) -> nodes.Template:
    return environment().parse((PAGES / f"{name}.html").read_text("utf-8"))


def context_of(name: str) -> set[str]:
    """Return the fields of a template's context; fails where its module has no such thing."""
    module = importlib.import_module(f"starterspad.pages.{name}")
    (context,) = contexts(module)
    return {field.name for field in fields(context)}


def contexts(module: ModuleType) -> list[type]:
    own = [item for item in vars(module).values() if isinstance(item, type) and item.__module__ == module.__name__]
    return [item for item in own if is_dataclass(item) and item.__name__.endswith("Page")]


def words(catalog: Catalog) -> set[str]:
    language = catalog.site.default_language
    return set(page_vocabulary(inputs_of(catalog, language), "./"))


def faults(template: nodes.Template) -> Iterator[str]:
    """Yield what a template does that belongs in its module."""
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and not (
            isinstance(call.node.node, nodes.Name) and call.node.node.name == "m"
        ):
            yield f"line {call.lineno}: calls the method {call.node.attr}"
        if isinstance(call.node, nodes.Name) and call.node.name in ("namespace", "range", "dict", "cycler", "joiner"):
            yield f"line {call.lineno}: counts or collects with {call.node.name}"
    in_keys = {id(part) for call in template.find_all(nodes.Call) if is_message(call) for part in call.args}
    for node in template.find_all((nodes.List, nodes.Dict, nodes.Slice, nodes.NSRef)):
        yield f"line {node.lineno}: makes or cuts a {type(node).__name__.lower()}"
    for node in template.find_all((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)):
        yield f"line {node.lineno}: calculates"
    for node in template.find_all(nodes.Concat):
        if id(node) not in in_keys:
            yield f"line {node.lineno}: builds a text"
    for loop in template.find_all(nodes.For):
        if loop.test is not None or isinstance(loop.iter, nodes.Tuple):
            yield f"line {loop.lineno}: chooses what it shows"
    for filter in template.find_all(nodes.Filter):
        if filter.name not in FILTERS:
            yield f"line {filter.lineno}: works on a value with {filter.name}"
    for assign in template.find_all(nodes.Assign):
        if not isinstance(assign.node, nodes.Getattr | nodes.Name):
            yield f"line {assign.lineno}: sets a value of its own"


def is_message(call: nodes.Call) -> bool:
    return isinstance(call.node, nodes.Name) and call.node.name == "message"


@pytest.mark.parametrize("name", sorted({*TEMPLATES} - PIECES))
def test_beside_a_template_stands_the_module_that_says_what_it_shows(name: str) -> None:
    module = importlib.import_module(f"starterspad.pages.{name}")
    (context,) = contexts(module)
    assert context.__name__ == "".join(part.capitalize() for part in name.split("_")) + "Page"
    assert context.__dataclass_params__.frozen  # type: ignore[attr-defined]  # every dataclass has it


def test_a_context_has_its_template() -> None:
    names = [path.stem for path in PAGES.glob("*.py") if path.stem not in ("__init__", "page")]
    with_context = {name for name in names if contexts(importlib.import_module(f"starterspad.pages.{name}"))}
    assert with_context == {*TEMPLATES} - {"macros"}


@pytest.mark.parametrize("name", sorted({*TEMPLATES} - PIECES - EXTENDING))
def test_a_template_shows_each_field_of_its_context_and_nothing_else(name: str, tiny: Catalog) -> None:
    shown = meta.find_undeclared_variables(parsed(name))
    # The card is a page of one language, but stands outside of its frame: its words are fields.
    said = set() if name == "card" else words(tiny)
    assert not context_of(name) & said
    assert shown - said == context_of(name)


@pytest.mark.parametrize("name", sorted(EXTENDING))
def test_so_does_one_together_with_its_frame(name: str) -> None:
    shown = meta.find_undeclared_variables(parsed(name)) | meta.find_undeclared_variables(parsed("bare"))
    assert shown == {*context_of(name), "item"}  # a language, in the loop of the frame


def test_what_pages_have_in_common_is_handed_what_it_shows(tiny: Catalog) -> None:
    assert meta.find_undeclared_variables(parsed("macros")) <= words(tiny)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_has_loops_and_conditions_and_no_other_logic(name: str) -> None:
    assert list(faults(parsed(name))) == []


@pytest.mark.parametrize(
    "template",
    [
        "{{ ways.append(1) }}",
        "{% set ways = [] %}",
        "{% set counter = namespace(value=0) %}",
        "{% set counter.value = counter.value %}",
        "{{ gaps[:10] }}",
        "{{ count + 1 }}",
        "{{ 'mailto:' ~ name }}",
        "{% for step in steps if step.open %}{% endfor %}",
        "{% for key in ('a', 'b') %}{% endfor %}",
        "{{ changes | sort }}",
        "{{ tasks.items() }}",
        "{{ {'email': 'tel'} }}",
        "{% set start = message('gaps.title') %}",
    ],
)
def test_the_test_sees_logic(template: str) -> None:
    assert list(faults(environment().parse(template)))


READS = {"open", "read_text", "read_bytes", "iterdir", "glob", "rglob", "exists", "is_file"}


def disk(code: str) -> set[str]:
    """Return what a module needs in order to read files."""
    tree = ast.parse(code)
    modules = {name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in [a.name for a in node.names]}
    modules |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    calls = {ast.unparse(node.func).rpartition(".")[2] for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return (modules & {"pathlib", "os", "io", "shutil", "importlib.resources"}) | (calls & READS)


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.py")), ids=lambda path: path.stem)
def test_a_page_reads_no_disk(path: Path) -> None:
    assert disk(path.read_text("utf-8")) == set()


@pytest.mark.parametrize("code", ["from pathlib import Path", "import os", "open('x')", "logo.read_bytes()"])
def test_the_test_sees_a_module_that_reads(code: str) -> None:
    assert disk(code)
