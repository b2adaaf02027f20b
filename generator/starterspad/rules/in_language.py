"""The texts of one language, as the browser reads them."""

from __future__ import annotations

from starterspad.content.localised_text import localised
from starterspad.content.models.site import SiteConfig
from starterspad.rules.text_json import TextJson


class InLanguage:
    """Picks the texts of one language; a text that has to fall back keeps the language it is in."""

    def __init__(self, site: SiteConfig, language: str) -> None:
        self.language = language
        self.fallback = site.default_language
        self.languages = frozenset(site.languages)

    def __call__(self, text: dict[str, str]) -> TextJson:
        wording, language = localised(text, self.language, self.fallback)
        return wording if language == self.language else {"text": wording, "lang": language}
