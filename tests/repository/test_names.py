"""Names in the code say what a thing is: a fact, a rating, the helpers of a task."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PACKAGE = REPOSITORY / "generator" / "starterspad"
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


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_name_says_what_a_thing_is(path: Path) -> None:
    names = defined_names(ast.parse(path.read_text("utf-8")))
    assert [f"line {line}: {name}" for line, name in sorted(names) if name in NAMELESS] == []
