"""Types and looks of the browser's program: what the type checker and the formatter do not hold themselves."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

from starterspad.output.script_bundler import node_program
from starterspad.output.scripts import WEB, module_paths
from starterspad.upkeep.browser_contracts import browser_contracts

from tests.conftest import REPOSITORY

NODE = REPOSITORY / "tests/node"
LONGEST_LINE = 120


def any_types(*paths: Path) -> list[tuple[str, int]]:
    """Return where modules say `any` in a type: path, line."""
    command = [str(node_program()), "any_types.mjs", *map(str, paths)]
    run = subprocess.run(command, cwd=NODE, capture_output=True, text=True, check=True)
    return [(path, line) for path, line in json.loads(run.stdout)]


def test_no_type_of_the_browsers_program_is_any() -> None:
    assert any_types(*module_paths()) == []


def test_the_test_sees_any_wherever_a_type_stands(tmp_path: Path) -> None:
    types = (
        "/** @param {any} value @returns {void} */\nfunction first(value) {}",
        "/** @returns {Promise<any[]>} */\nfunction second() {}",
        "class A {\n  /** @type {any} */\n  #model = null;\n}",
        "const name = /** @type {any} */ (null);",
        "/** @typedef {{[key: string]: any}} Partner */",
        "/** @param {*} value */\nfunction third(value) {}",
        "list.map((/** @type {any} */ item) => item);",
    )
    none = "/** If any is there, {@link any}. @param {unknown} any */\nfunction f(any) {}"
    modules = [tmp_path / f"{number}.js" for number in range(len(types) + 1)]
    for module, text in zip(modules, (*types, none), strict=True):
        module.write_text(f"// any\n{text}\n", "utf-8")
    assert [Path(path).name for path, _ in any_types(*modules)] == [module.name for module in modules[:-1]]


def test_a_comment_ends_where_the_formatter_ends_a_line() -> None:
    """The formatter breaks code; comments, and types in them, are broken by hand."""
    written = {WEB / name for name in browser_contracts()}
    for path in set(module_paths()) - written:
        long = [line for line in path.read_text("utf-8").splitlines() if len(line) > LONGEST_LINE]
        assert [line for line in long if re.match(r"\s*(?://|/\*|\*)|.*\*/", line)] == [], path
