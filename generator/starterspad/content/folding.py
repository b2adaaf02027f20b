"""How a text is read when words are compared: as `web/core/search/fold.js` reads it, letter for letter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# So many names are remembered: each partner's is sorted in the list of every step that it helps with.
_REMEMBERED = 20_000
_WORD = re.compile(r"\w{2,}")
# Letters that no normal form takes apart, and signs that keyboards and word processors write in several ways.
_LETTERS: dict[str, str | None] = {
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
}
_LETTERS |= {"ı": "i", "ς": "σ"}
# The accent alone and the doubled primes would come apart; as quotes they are one sign.
_SIGNS = dict.fromkeys("‘’‚‛ʼʻʹʾʿˈ′‵´`＇", "'") | dict.fromkeys("“”„‟″‶«»‹›＂", '"')
_SIGNS |= dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_DOTTED = re.compile(r"(?<![^\W_])[^\W\d_](?:\.[^\W\d_])+(?![^\W_])\.?")
_GROUPED = re.compile(r"(?<![0-9])[0-9]{1,4}(?:\.[0-9]{3})+(?![0-9])|(?<![0-9])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_HYPHENED = re.compile(r"(?<![^\W_])([^\W\d_])-([^\W\d_]{2,})")


def words_of(text: str) -> list[str]:
    """Split a text into folded words of two letters or more; "e-mail" is "email" and "mail"."""
    spelt = _spelt(text)
    return _WORD.findall(_joined(spelt)) + [match[2] for match in _HYPHENED.finditer(spelt)]


def fold(text: str) -> str:
    """Write a text in small plain letters: "Été" as "ete", "Cœur" as "coeur", "e.g." as "eg"."""
    return _joined(_spelt(text))


@lru_cache(_REMEMBERED)
def name_order(name: str) -> tuple[list[str], str]:
    """Return what sorts a name where readers look for it: É between D and F, and signs before it do not count.

    Letters of their own behind the z (å in Swedish) need the tables of ICU, which are heavier than this program.
    """
    return re.findall(r"\w+", fold(name)), name


def _spelt(text: str) -> str:
    if text.isascii():
        return text.lower().replace("`", "'")
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES_AND_DASHES)).lower()
    return unicodedata.normalize("NFD", plain).translate(_PLAIN)


def _joined(spelt: str) -> str:
    undotted = _DOTTED.sub(lambda match: match[0].replace(".", ""), spelt)
    ungrouped = _GROUPED.sub(lambda match: re.sub("[. ]", "", match[0]), undotted)
    return _HYPHENED.sub(r"\1\2", ungrouped)


class _Plain(dict[int, str | None]):
    """Takes what does not show out of a text, and writes the letters that stay plainly.

    A character is looked up when it is met first: a table of all would take longer than most that is done with it.
    """

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        self[code] = None if unicodedata.category(letter) in ("Mn", "Cf") else letter
        return self[code]


_QUOTES_AND_DASHES = str.maketrans(_SIGNS)
_PLAIN = _Plain(str.maketrans(_LETTERS))
