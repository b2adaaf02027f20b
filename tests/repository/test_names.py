"""Names in the code say what a thing is: a fact, a rating, the helpers of a task."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starterspad.output.scripts import module_paths

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "generator" / "starterspad"
TOOLS = [path for folder in ("tools", "tools/bench") for path in (REPOSITORY / folder).glob("*.py")]
CODE = sorted([*PACKAGE.rglob("*.py"), *TOOLS])
# Adjectives: they say that something is there, and not what.
NAMELESS = frozenset(("found", "one", "told", "each", "given"))


def defined_names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield (line, name) of everything that a module names itself."""
    for node in ast.walk(tree):
        match node:
            # Assignments, fields with a type, targets of for, with and comprehensions, and the walrus.
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                yield node.lineno, name
            case ast.arg(arg=name):
                yield node.lineno, name
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                yield node.lineno, name
            case ast.alias(asname=str(name)) | ast.ExceptHandler(name=str(name)):
                yield node.lineno, name
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                yield node.lineno, name


@pytest.mark.parametrize(
    "code",
    [
        "found = 1",
        "found, other = 1, 2",
        "found: int = 1",
        "found += 1",
        "if (found := 1): pass",
        "self.found = 1",
        "class A(NamedTuple):\n    found: int",
        "for found in (): pass",
        "with open('') as found: pass",
        "[1 for found in ()]",
        "lambda found: 1",
        "def f(*, found=1): pass",
        "def f(*found): pass",
        "def found(): pass",
        "class found: pass",
        "import os as found",
        "try: pass\nexcept OSError as found: pass",
        "match 1:\n    case found: pass",
    ],
)
def test_the_test_sees_every_kind_of_definition(code: str) -> None:
    assert "found" in {name for _, name in defined_names(ast.parse(code))}


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_a_name_says_what_a_thing_is(path: Path) -> None:
    names = defined_names(ast.parse(path.read_text("utf-8")))
    assert [f"line {line}: {name}" for line, name in sorted(names) if name in NAMELESS] == []


# What a script declares, and the parameters of its functions.
DECLARED = re.compile(
    r"\b(?:const|let|var|function|class)\s+(\w+)"
    r"|[({,\[]\s*(\w+)(?=\s*(?:,[^()]*)?\)\s*(?:=>|\{))"
    r"|\b(\w+)\s*=>"
)
SET = re.compile(r"\{%-?\s*(?:set|for|macro)\s+(.*?)(?:=|\bin\b|%\})|\{%-?\s*macro\s+\w+\(([^)]*)\)")


def test_so_does_a_name_in_the_browsers_program() -> None:
    for path in module_paths():
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL)
        names = {name for match in DECLARED.finditer(code) for name in match.groups() if name}
        assert not names & NAMELESS, path


def test_so_does_a_name_in_a_template() -> None:
    seen = 0
    for path in (PACKAGE / "pages").rglob("*.html"):
        for match in SET.finditer(path.read_text("utf-8")):
            names = set(re.findall(r"\w+", " ".join(filter(None, match.groups()))))
            assert not names & NAMELESS, f"{path.name}: {match[0]}"
            seen += 1
    assert seen > 100


@pytest.mark.parametrize("code", ["const found = 1;", "items.map((found) => 1)", "let told;", "(one, other) => one"])
def test_the_test_sees_names_of_scripts(code: str) -> None:
    assert NAMELESS & {name for match in DECLARED.finditer(code) for name in match.groups() if name}
