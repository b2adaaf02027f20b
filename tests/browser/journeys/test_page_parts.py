"""What every element asks of its page and of its site: there, and of the type it takes it for, or a plain fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import Open

# Asks a function of the module, and gives what it returns or says.
ASK = """async ([html, call]) => {
  const parts = await import("/some-project/assets/sources/base/page-parts.js");
  const root = document.createElement("div");
  root.innerHTML = html;
  try {
    return new Function("parts", "root", `return ${call}`)(parts, root).localName;
  } catch (error) {
    return error.message;
  }
}"""
FIELD = '<p data-part="words"></p><input data-part="name">'
TEMPLATE = '<template data-template="row"><li></li></template><template data-template="empty"></template>'


@pytest.fixture
def page(open_page: Open) -> Page:
    return open_page("nl/about/", bypass_csp=True)


@pytest.mark.parametrize(
    ("html", "call", "answer"),
    [
        (FIELD, 'parts.part(root, "words")', "p"),
        (FIELD, 'parts.part(root, "name", HTMLInputElement)', "input"),
        (FIELD, 'parts.part(root, "name", HTMLSelectElement)', 'the page has no part "name"'),
        (FIELD, 'parts.part(root, "title")', 'the page has no part "title"'),
        (FIELD, 'parts.firstOf(root, "input")', "input"),
        (FIELD, 'parts.firstOf(root, "form")', "the page has no form"),
        (TEMPLATE, 'parts.copyTemplate(root, "row", HTMLLIElement)', "li"),
        (TEMPLATE, 'parts.copyTemplate(root, "row", HTMLDetailsElement)', 'the page has no template "row"'),
        (TEMPLATE, 'parts.copyTemplate(root, "empty")', 'the page has no template "empty"'),
        (TEMPLATE, 'parts.copyTemplate(root, "other")', 'the page has no template "other"'),
    ],
)
def test_a_part_is_of_its_type_or_is_not_there(html: str, call: str, answer: str, page: Page) -> None:
    assert page.evaluate(ASK, [html, call]) == answer


def test_data_is_loaded_once_and_again_only_where_it_did_not_come(
    new_context: Callable[..., BrowserContext], address: str
) -> None:
    page = new_context().new_page()
    page.goto(f"{address}nl/about/")
    load = """async () => {
      const { dataAt } = await import("/some-project/assets/sources/base/page-parts.js");
      return dataAt("/data.json")().catch((error) => error.message);
    }"""
    answers: list[dict[str, Any]] = [{"status": 503}, {"body": "no JSON"}, {"json": ["first"]}, {"json": ["second"]}]
    page.route("**/data.json", lambda route: route.fulfill(**answers.pop(0)))
    assert page.evaluate(load) == "/data.json answers 503"
    assert "JSON" in page.evaluate(load)
    assert page.evaluate(load) == page.evaluate(load) == ["first"]
    assert len(answers) == 1


def test_a_text_that_fell_back_says_its_language_and_is_no_markup(page: Page) -> None:
    script = """async () => {
      const { setText } = await import("/some-project/assets/sources/base/page-parts.js");
      const words = document.createElement("p");
      setText(words, { text: "Un texte <b>", lang: "fr" });
      return [words.innerHTML, words.lang];
    }"""
    assert page.evaluate(script) == ["Un texte &lt;b&gt;", "fr"]
