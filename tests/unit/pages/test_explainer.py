"""Terms explain themselves where a page first uses them."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.content.models.glossary import Term
from starterspad.pages.explainer import Explainer
from starterspad.pages.localizer import Localizer

TERMS = {
    "number": Term(id="number", term={"en": "number"}, text={"en": "Digits & <more>."}),
    "big-number": Term(
        id="big-number", term={"en": "big number"}, forms={"en": ("l'argent",)}, text={"en": "Many digits."}
    ),
}


def explained(body: str, tiny: Catalog) -> str:
    return Explainer(TERMS, Localizer(tiny.messages["en"], "en")).explain(body, "../")


def test_a_term_explains_itself_where_a_page_first_uses_it(tiny: Catalog) -> None:
    html = explained("<p>A Number, and a number.</p><p>A big number.</p>", tiny)
    assert html.count("<button") == 2
    assert (
        '<p>A <button type="button" class="term" popovertarget="term-number">Number</button>, and a number.</p>' in html
    )
    assert 'popovertarget="term-big-number">big number</button>' in html
    assert html.count('<div popover id="term-number" class="meaning">') == 1
    assert "<p>Digits &amp; &lt;more&gt;.</p>" in html
    assert '<a href="../glossary/#number">' in html


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="number">number</a></p>',
        "<h2>number</h2>",
        "<details><summary>number</summary></details>",
        '<p title="number">Words</p>',
        "<p>numbers, a house-number, renumber</p>",
        "<template><p>number</p></template>",
        "<select><option>number</option></select>",
    ],
)
def test_a_term_is_left_alone_where_a_button_would_be_wrong(body: str, tiny: Catalog) -> None:
    assert explained(body, tiny) == body


def test_a_term_is_found_as_a_page_writes_it(tiny: Catalog) -> None:
    assert 'popovertarget="term-big-number">l&#39;argent</button>' in explained("<p>l&#39;argent</p>", tiny)
    assert "term-number" in explained("<p>One<br>two <img src=x> number</p>", tiny)
