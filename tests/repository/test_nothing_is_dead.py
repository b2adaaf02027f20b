"""What is there is used: exports of the browser's modules, classes of the styles, parts of pages, names of Python."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

from tests.conftest import REPOSITORY
from tests.repository.test_architecture import MODULES, PACKAGE, SCRIPTS, WEB

TEMPLATES = {
    path: path.read_text("utf-8")
    for path in (*(PACKAGE / "pages").rglob("*.html"), *(PACKAGE / "pages").rglob("*.svg"))
}
CODE = {path: path.read_text("utf-8") for path in (*MODULES, *SCRIPTS)}
TESTS = "".join(
    path.read_text("utf-8")
    for folder in ("tests", "tools")
    for path in (REPOSITORY / folder).rglob("*.py")
    if "node_modules" not in path.parts and path != Path(__file__)
)
STYLES = re.sub(r"/\*.*?\*/", "", "".join(path.read_text("utf-8") for path in WEB.rglob("*.css")), flags=re.DOTALL)
# References that the browser's modules are held against, and what a test reads to find every file of an instance.
FOR_TESTS = {"scores", "field_scores", "growing", "differences"}
# What only the browser's types name: upkeep/browser_contracts.py reads every name that ends so.
FOR_THE_BROWSER = {"AnswersJson"}


def test_every_export_of_the_browser_is_imported_by_another_module_or_by_a_test() -> None:
    words = {path: set(re.findall(r"[\w$]+", text)) for path, text in CODE.items() if path.suffix == ".js"}
    tested = set(re.findall(r"\w+", TESTS))
    unused = []
    for path in SCRIPTS:
        for name in re.findall(r"^export (?:async )?(?:function\*?|const|let|class) (\w+)", CODE[path], re.MULTILINE):
            others = (said for other, said in words.items() if other != path)
            if name not in tested and not any(name in said for said in others):
                unused.append(f"{path.relative_to(WEB)}: {name}")
    assert unused == []


def test_every_class_of_the_styles_stands_on_a_page_or_is_set_by_a_script() -> None:
    selectors = re.sub(r"\{[^{}]*\}", "{}", STYLES)
    # Material's own stand in its frame.
    classes = {name for name in re.findall(r"\.([a-zA-Z][\w-]*)", selectors) if not name.startswith("md-")}
    said = "".join((*TEMPLATES.values(), *CODE.values()))
    said += "".join(path.read_text("utf-8") for path in (REPOSITORY / "content/pages").rglob("*.md"))
    # A page writes heat--{{ cell.state }}, a script web__${kind}.
    begun = set(re.findall(r"([a-zA-Z][\w-]*(?:--|__))(?:\{\{|\$\{)", said))
    assert len(classes) > 150
    whole = set(re.findall(r"[a-zA-Z][\w-]*", said))
    assert {name for name in classes - whole if not name.startswith(tuple(begun))} == set()


def test_every_template_that_a_page_holds_is_copied_by_a_script() -> None:
    scripts = "".join(text for path, text in CODE.items() if path.suffix == ".js")
    held = {name for text in TEMPLATES.values() for name in re.findall(r'data-template="([\w-]+)"', text)}
    assert len(held) > 20
    assert {name for name in held if f'"{name}"' not in scripts} == set()


def test_every_macro_is_called() -> None:
    said = "".join(TEMPLATES.values())
    for path, text in TEMPLATES.items():
        for name in re.findall(r"{% macro (\w+)\(", text):
            # The theme asks its partial about languages itself.
            assert len(re.findall(rf"\b{name}\(", said)) > 1 or path.name == "language.html", f"{path.name}: {name}"


def test_every_public_name_of_a_module_is_used_by_more_than_its_tests() -> None:
    words = Counter(word for text in (*CODE.values(), *TEMPLATES.values()) for word in re.findall(r"\w+", text))
    tools = [path for folder in ("tools", "tools/bench") for path in (REPOSITORY / folder).glob("*.py")]
    in_tools = {word for path in tools for word in re.findall(r"\w+", path.read_text("utf-8"))}
    unused = set()
    for path in MODULES:
        for node in ast.parse(CODE[path]).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                defined = {node.name}
            elif isinstance(node, ast.Assign | ast.AnnAssign):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                defined = {target.id for target in targets if isinstance(target, ast.Name)}
            else:
                continue
            for name in defined - {"__all__"}:
                if words[name] < 2 and name not in in_tools:
                    unused.add(name)
    assert unused <= FOR_TESTS | FOR_THE_BROWSER
