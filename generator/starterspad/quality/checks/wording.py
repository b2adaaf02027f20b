"""One thing has one word: no text and no sentence of the interface says a word that another stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import WORDING
from starterspad.content.models.wording import Wording
from starterspad.content.problems import Location, Problem, quoted
from starterspad.content.texts import texts

# What nobody reads: the address behind a link, and the name of a fact.
_UNREAD = re.compile(r"\]\([^)]*\)|<https?:[^>]*>|\{[^}]*\}")

_Pattern = tuple[Wording, re.Pattern[str]]


def check_wording(catalog: Catalog) -> Iterator[Problem]:
    """Each word that `content/terms.yml` rules out is warned of once in each text that says it."""
    wordings = catalog.of(WORDING).values()
    patterns = {language: _patterns(wordings, language) for language in catalog.site.languages}
    for text in texts(catalog):
        yield from _problems(patterns[text.language], text.language, text.words, text.location)
    for language, messages in catalog.messages.items():
        location = _interface(catalog, language)
        for key, sentence in messages.sentences.items():
            words = sentence if isinstance(sentence, str) else "\n".join(sentence.values())
            yield from _problems(patterns[language], language, words, location, f"{key}: ")


def _patterns(wordings: Iterable[Wording], language: str) -> tuple[_Pattern, ...]:
    """Return what finds the words that are ruled out in a language: the group `word` holds one.

    What may stand is found first, so that nothing is ruled out inside it: `mail` inside `e-mail`.
    """
    return tuple(
        (wording, re.compile(rf"(?<!\w)(?:{_any(fine)}|(?P<word>{_any(words)}))(?!\w)", re.IGNORECASE))
        for wording in wordings
        if (words := wording.instead_of.get(language)) and (fine := (*wording.except_, wording.word[language]))
    )


def _any(words: Iterable[str]) -> str:
    """Return a pattern of any of these, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)


def _problems(
    patterns: tuple[_Pattern, ...], language: str, words: str, location: Location, where: str = ""
) -> Iterator[Problem]:
    read = _UNREAD.sub(" ", words)
    for wording, pattern in patterns:
        ruled_out = (match["word"] for match in pattern.finditer(read) if match["word"])
        for word in dict.fromkeys(" ".join(match.lower().split()) for match in ruled_out):
            remedy = f"write {quoted(wording.word[language])}" + (f": {wording.because}" if wording.because else "")
            yield Problem(location, f"{where}{quoted(word)} is not our word for this", remedy, "wording", "warning")


def _interface(catalog: Catalog, language: str) -> Location:
    """Return where a sentence of the interface is said otherwise: the instance's own file, or the package's."""
    own = f"content/words/{language}.yml"
    return Location(own if (catalog.root / own).is_file() else f"generator/starterspad/locales/{language}.yml")
