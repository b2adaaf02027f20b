"""What could be better in a partner file, at its border."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.output.partner_form_data import FormJson, partner_form

from tests.support.js_engine import Engine


@pytest.fixture(scope="module")
def form(tiny: Catalog) -> FormJson:
    return partner_form(tiny, "en")


@pytest.mark.parametrize(("more", "told"), [(0, []), (1, ["sentence"])])
def test_a_sentence_has_as_many_words_as_may_be(more: int, told: list[str], engine: Engine, form: FormJson) -> None:
    summary = {"en": f"{'word ' * (form['longest']['en'] + more)}."}
    found = engine.call("fileAdvice({ summary }, form).map(({ code }) => code)", summary=summary, form=form)
    assert found == told
