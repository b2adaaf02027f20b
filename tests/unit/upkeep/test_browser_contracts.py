"""What Python declares for the browser, as JSDoc types and constants."""

from __future__ import annotations

import ast
import re
import types
from pathlib import Path

import pytest
from starterspad.content import limits, schema_numbers
from starterspad.output.scripts import module_paths
from starterspad.upkeep.browser_contracts import _Declarations, browser_contracts

from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine

WEB = REPOSITORY / "generator" / "starterspad" / "web"
MODULE = '''
from typing import Literal, NotRequired, TypedDict
from starterspad.quality.coverage import State

class BoxJson(TypedDict):
    """Something to keep things in."""

    id: str
    """its name"""
    sides: tuple[int, float]
    inside: list[BoxJson | None]
    lid: NotRequired[Literal["open", "closed"]]

class BigBoxJson(BoxJson):
    """A box that is big."""

    by_name: dict[str, BoxJson]
    state: State
    other: object
'''


def declarations(tmp_path: Path, text: str) -> _Declarations:
    path = tmp_path / "boxes.py"
    path.write_text(text, "utf-8")
    module = types.ModuleType("boxes")
    module.__file__ = str(path)
    exec(compile("from __future__ import annotations\n" + text, str(path), "exec"), module.__dict__)
    return _Declarations(module)


@pytest.mark.parametrize("name", browser_contracts())
def test_the_file_in_the_package_is_what_python_declares_now(name: str) -> None:
    assert (WEB / name).read_text("utf-8") == browser_contracts()[name], "run make types"


def test_a_record_becomes_an_object_with_its_keys_and_what_is_said_of_them(tmp_path: Path) -> None:
    boxes = declarations(tmp_path, MODULE)
    assert boxes.record(boxes.classes["BoxJson"]) == (
        "/**\n * Something to keep things in.\n * @typedef {object} Box\n * @property {string} id  its name\n"
        " * @property {[number, number]} sides\n * @property {(Box | null)[]} inside\n"
        ' * @property {"open" | "closed"} [lid]\n */\n'
    )


def test_a_record_has_the_keys_of_the_one_that_it_extends(tmp_path: Path) -> None:
    boxes = declarations(tmp_path, MODULE)
    text = boxes.record(boxes.classes["BigBoxJson"])
    assert text.index("{string} id  its name") < text.index("@property {Record<string, Box>} by_name")
    assert '@property {"nobody" | "unsought" | "unknown" | "one" | "several" | "crowded"} state\n' in text
    assert "@property {unknown} other\n" in text


@pytest.mark.parametrize("hint", ["set[str]", "dict[int, str]", "Path", "list[bytes]"])
def test_what_json_cannot_hold_is_refused(hint: str, tmp_path: Path) -> None:
    boxes = declarations(tmp_path, "from pathlib import Path\n")
    with pytest.raises((ValueError, AttributeError)):
        boxes.type_of(ast.parse(hint, mode="eval").body)


def test_the_browser_knows_the_numbers_of_python(engine: Engine) -> None:
    assert engine.call("[JOURNAL_SCHEMA, PLAN_SCHEMA]") == [schema_numbers.JOURNAL_SCHEMA, schema_numbers.PLAN_SCHEMA]
    assert engine.call("JOURNAL_LIMITS") == dict(limits.JOURNAL_LIMITS)


def test_every_constant_of_the_browser_is_used_there() -> None:
    names = re.findall(r"^export const (\w+)", browser_contracts()["core/constants.js"], re.MULTILINE)
    texts = [path.read_text("utf-8") for path in module_paths() if path.name != "constants.js"]
    assert {name for name in names if any(re.search(rf"\b{name}\b", text) for text in texts)} == set(names)


def test_no_schema_number_stands_in_a_script() -> None:
    for path in module_paths():
        if path.name != "constants.js":
            assert not re.search(r"SCHEMA = \d|\bschema: \d", path.read_text("utf-8")), path


def test_no_type_of_data_from_python_is_written_by_hand() -> None:
    declared = set(re.findall(r"@typedef \{.*\} (\w+)", "".join(browser_contracts().values())))
    assert {"Model", "Task", "Plan", "Form", "SearchIndex"} <= declared
    generated = {WEB / name for name in browser_contracts()}
    for path in set(module_paths()) - generated:
        by_hand = set(re.findall(r"@typedef \{.*\} (\w+)", path.read_text("utf-8")))
        assert by_hand & declared <= {"Field"}, path  # of the journal: another thing than one of the form
