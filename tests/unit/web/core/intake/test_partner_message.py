"""The message of a partner: which offer its answers are about."""

from __future__ import annotations

import pytest
from starterspad.content.catalog import Catalog
from starterspad.output.partner_form_data import FormJson, partner_form

from tests.support.js_engine import Engine


@pytest.fixture(scope="module")
def form(tiny: Catalog) -> FormJson:
    return partner_form(tiny, "en")


def test_a_message_says_once_which_offer_its_answers_change(engine: Engine, form: FormJson) -> None:
    services = [{"id": "desk", "title": {"en": "A talk"}, "cost": "free"}, {"title": {"en": "New"}}]
    message: str = engine.call(
        "messageOf({ services }, form, { intro: '', licence: '', end: '', language: 'en', change: 'town-desk' },"
        " (path) => path, () => '')",
        services=services,
        form=form,
    )
    lines = message.split("\n")
    assert [line for line in lines if line.startswith(("[change]", "[services.1.id]", "[services.2.id]"))] == [
        "[change] town-desk",
        "[services.1.id] desk",
    ]
