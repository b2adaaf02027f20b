"""The engine that answers the tests of both engines never takes a failure for an answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.js_engine import Engine, JavaScriptError


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Engine]:
    """An engine of three modules, two of which export one name and keep another to themselves."""
    texts = {
        "rules/a.js": "const own = 1;\nexport const shared = () => own;\nexport const late = async (n) => n;\n",
        "rules/b.js": "const own = 2;\nexport const shared = () => own;\n",
        "plan.js": 'import { shared } from "./rules/b.js";\nexport const plan = (n) => n + shared();\n',
    }
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    engine = Engine(tmp_path)
    yield engine
    engine.close()


def test_an_expression_names_what_modules_export_and_the_values_that_it_is_given(small: Engine) -> None:
    assert small.call("plan(n)", n=40) == 42
    assert small.call("late(text)", text='\u2028 \ud800 "é"\n') == '\u2028 \ud800 "é"\n'
    assert small.call("undefined") is None


def test_a_name_that_two_modules_export_is_said_with_its_module(small: Engine) -> None:
    with pytest.raises(JavaScriptError, match=r'shared is exported by rules/a and rules/b: say modules\["rules/a"\]'):
        small.call("shared()")
    assert small.call('[modules["rules/a"].shared(), modules["rules/b"].shared()]') == [1, 2]


def test_what_an_expression_throws_is_raised_with_its_trace_and_the_next_is_answered(small: Engine) -> None:
    with pytest.raises(JavaScriptError, match=r"plan\(n\.a\.b\): TypeError: Cannot read properties of undefined"):
        small.call("plan(n.a.b)", n={})
    assert small.call("plan(n)", n=1) == 3


def test_an_engine_that_is_gone_answers_nothing_more(small: Engine) -> None:
    with pytest.raises(AssertionError, match=r"Node ended with 3, when it was asked process\.exit\(3\)"):
        small.call("process.exit(3)")
    with pytest.raises(AssertionError, match="Node ended with 3"):
        small.call("1 + 1")


def test_a_module_that_cannot_be_read_ends_the_engine(tmp_path: Path) -> None:
    (tmp_path / "bad.js").write_text("export const a = ;\n", "utf-8")
    engine = Engine(tmp_path)
    with pytest.raises(AssertionError, match="Node ended with 1"):
        engine.call("1 + 1")
    engine.close()
