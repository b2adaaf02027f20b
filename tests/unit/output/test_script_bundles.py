"""The browser's modules as they are sent."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from starterspad.output.script_bundles import JOINED, scripts

from tests.conftest import REPOSITORY


def test_a_script_is_sent_without_what_only_developers_read() -> None:
    script = """// What this is for.
/**
 * Why. // and * how
 */
export function f(a) {
  const b = /** @type {any} */ (a);
  return `//${a} /** x */`.replace(/"/g, "//");
}
"""
    sent = scripts({"one.js": script})["one.js"].decode()
    assert "Why" not in sent
    assert "@type" not in sent
    assert 'return`//${a} /** x */`.replace(/"/g,"//")' in sent


def test_modules_that_come_together_are_sent_as_one_file() -> None:
    modules = {name: f"// {name}\n" for names in JOINED.values() for name in names}
    modules |= {
        "core/journal/journal.js": "export const ONE = 1;\n",
        "core/journal/journal-queries.js": 'import { ONE } from "./journal.js";\nexport const two = () => ONE + 1;\n',
        "base/page-parts.js": "export const three = 3;\n",
        "elements/plan/task-details.js": 'import { two } from "../../core/journal/journal-queries.js";\n'
        'import { three } from "../../base/page-parts.js";\n',
        "elements/plan/task-row.js": 'const later = () => import("./email-to-helper.js");\n',
        "main.js": 'import("./elements/export-import/export-import.js");\n',
        "core/model-types.js": "// Shapes.\n/** @typedef {string} Text */\nexport {};\n",
    }
    sent = {path: content.decode() for path, content in scripts(modules).items()}
    assert set(sent) == {*JOINED, "base/page-parts.js", "main.js"}
    assert sent["core/plan/plan.js"].replace("\n", "") == "export const ONE=1;export const two=()=>ONE+1;"
    assert 'import{two}from"../../core/plan/plan.js"' in sent["elements/plan/task-details.js"]
    assert 'import{three}from"../../base/page-parts.js"' in sent["elements/plan/task-details.js"]
    assert 'import("./task-details.js")' in sent["elements/plan/plan.js"]
    assert sent["main.js"].strip() == 'import("./elements/plan/plan.js");'


def test_a_joined_file_is_named_after_a_module_in_it() -> None:
    assert [sent for sent, modules in JOINED.items() if sent not in modules] == []


def test_the_page_loads_every_element_from_the_folder_of_its_name(ghent_site: Path) -> None:
    web = REPOSITORY / "generator/starterspad/web"
    main = (web / "main.js").read_text("utf-8")
    (listed,) = re.findall(r"const elements = (\[.*\]);", main)
    whole = {
        path.parent.name for path in web.glob("elements/*/*.js") if f'import("./elements/{path.parent.name}/' in main
    }
    assert {*json.loads(listed), *whole} == {path.name for path in web.glob("elements/*")}
    (sent,) = ghent_site.glob("assets/*/web")
    for name in json.loads(listed):
        tag = f'customElements.define("portal-{name}",'
        assert tag in (sent / f"elements/{name}/{name}.js").read_text("utf-8"), name


def test_two_modules_of_one_file_may_not_declare_one_name() -> None:
    modules = {name: "" for names in JOINED.values() for name in names}
    modules |= {
        "elements/plan/task-row.js": "const a = 1;\n",
        "elements/plan/needed-first.js": "export function a() {}\n",
    }
    with pytest.raises(
        ValueError,
        match=r"elements/plan/plan.js: a is declared in elements/plan/needed-first.js and in elements/plan/task-row.js",
    ):
        scripts(modules)


def test_a_module_that_is_to_be_joined_must_be_there() -> None:
    with pytest.raises(
        ValueError, match=r"core/rules/evaluate.js is to be joined into core/plan/plan.js, and is not there"
    ):
        scripts({"core/journal/journal.js": ""})
