"""The form for partners as data."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.content.localised_text import localised
from starterspad.output.partner_form_data import partner_form, partner_json


def test_the_form_knows_in_which_order_languages_are_tried(town: Catalog) -> None:
    first = town.site.default_language
    for language in town.site.languages:
        order = partner_form(town, language)["language_order"]
        assert order == list(dict.fromkeys((language, first)))
        # The rule that the browser follows: the first of these that a text has, else the first that it has.
        others = [code for code in town.site.languages if code not in order]
        for codes in ([*others, *order], [*others, first], others):
            if codes:
                text = {code: f"in {code}" for code in codes}
                assert localised(text, language, first)[1] == next(code for code in (*order, *codes) if code in text)


def test_a_partner_file_is_there_as_it_is(tiny: Catalog) -> None:
    tree = partner_json(tiny, "town-desk")
    assert isinstance(tree, dict)
    assert tree["checked"] == "2026-01-01"
    assert list(tree)[:3] == ["name", "kind", "summary"]
