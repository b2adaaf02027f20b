"""Which language a text is shown in, and to which it falls back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from babel import Locale

_Text = TypeVar("_Text")


def language_order(language: str, fallback: str) -> tuple[str, ...]:
    """Return in which order the languages of a text are tried; what is in none of them stands in the first there is.

    `language` is the one asked for, `fallback` the site's own. The browser gets this order with its data.
    """
    return tuple(dict.fromkeys((language, fallback)))


def localised(text: Mapping[str, _Text], language: str, fallback: str) -> tuple[_Text, str]:
    """Return (text, language it is really in): the language asked for, the fallback, or the first there is.

    `text` maps languages to texts, or to whole pages, and holds one or more.
    """
    if language in text:
        return text[language], language
    for candidate in language_order(language, fallback):
        if candidate in text:
            return text[candidate], candidate
    return next((wording, code) for code, wording in text.items())


@cache
def direction_of(language: str) -> str:
    """Return the direction of a language's script as HTML writes it: `ltr` or `rtl`."""
    return str(Locale.parse(language, sep="-").text_direction)
