"""Texts as the browser gets them, where a language lacks some."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.rules.in_language import InLanguage


def test_a_text_that_falls_back_says_its_language_and_where_it_turns_its_direction(tiny: Catalog) -> None:
    site = tiny.site.model_copy(update={"languages": ("ar", "en", "nl")})
    in_english, in_arabic = InLanguage(site, "en"), InLanguage(site, "ar")
    assert in_english({"ar": "سجّل", "en": "Register"}) == "Register"
    assert in_english({"ar": "سجّل"}) == {"text": "\u2068سجّل\u2069", "lang": "ar"}
    assert in_english({"nl": "Schrijf je in"}) == {"text": "Schrijf je in", "lang": "nl"}
    assert in_arabic({"en": "Register"}) == {"text": "\u2068Register\u2069", "lang": "en"}
