"""The texts of one language, as the browser reads them."""

from __future__ import annotations

from starterspad.content.localised_text import direction_of, localised
from starterspad.content.models.site import SiteConfig
from starterspad.rules.text_json import TextJson

# Unicode's signs around a text that says its own direction, by its first letter.
_ISOLATED = "\u2068{}\u2069"


class InLanguage:
    """Picks the texts of one language; a text that has to fall back keeps the language it is in.

    One that is written the other way stands between signs that say so: a `dir` on each element would weigh on every
    plan of every city, and few have languages of both directions.
    """

    def __init__(self, site: SiteConfig, language: str) -> None:
        self.language = language
        self.fallback = site.default_language
        self.languages = frozenset(site.languages)

    def __call__(self, text: dict[str, str]) -> TextJson:
        wording, language = localised(text, self.language, self.fallback)
        if language == self.language:
            return wording
        turned = direction_of(language) != direction_of(self.language)
        return {"text": _ISOLATED.format(wording) if turned else wording, "lang": language}
