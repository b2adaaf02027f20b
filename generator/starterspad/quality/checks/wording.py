"""One thing has one word: no text and no sentence of the interface says a word that another stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import WORDING
from starterspad.content.models.wording import Wording
from starterspad.content.problems import Location, Problem, quoted
from starterspad.content.texts import Text
from starterspad.quality.checks.text_judge import TextJudge

# What nobody reads: the address behind a link, and the name of a fact.
_UNREAD = re.compile(r"\]\([^)]*\)|<https?:[^>]*>|\{[^}]*\}")

# So many texts are remembered with what they say: most are the same when an instance is judged again.
_REMEMBERED = 100_000


class _Rule(NamedTuple):
    """What one word stands for in one language: the words that it is said instead of, and those that may stand."""

    word: str
    because: str
    ruled_out: tuple[str, ...]
    fine: tuple[str, ...]


def judge_wording(catalog: Catalog) -> TextJudge:
    """Each word that `content/terms.yml` rules out is warned of once in each text that says it."""
    find = _finders(catalog)

    def judge(text: Text) -> Iterator[Problem]:
        ruled_out = find[text.language](text.words)
        return _problems(ruled_out, text.location) if ruled_out else iter(())

    return TextJudge(judge, dict(catalog.of(WORDING)))


def check_interface_wording(catalog: Catalog) -> Iterator[Problem]:
    """And once in each sentence of the interface that says it."""
    find = _finders(catalog)
    for language, messages in catalog.messages.items():
        location = _interface(catalog, language)
        for key, sentence in messages.sentences.items():
            words = sentence if isinstance(sentence, str) else "\n".join(sentence.values())
            yield from _problems(find[language](words), location, f"{key}: ")


def _finders(catalog: Catalog) -> dict[str, Callable[[str], tuple[tuple[_Rule, str], ...]]]:
    wordings = catalog.of(WORDING).values()
    return {language: _finder(_rules(wordings, language)) for language in catalog.site.languages}


def _rules(wordings: Iterable[Wording], language: str) -> tuple[_Rule, ...]:
    return tuple(
        _Rule(wording.word[language], wording.because or "", tuple(words), (*wording.except_, wording.word[language]))
        for wording in wordings
        if (words := wording.instead_of.get(language))
    )


@lru_cache(8)
def _finder(rules: tuple[_Rule, ...]) -> Callable[[str], tuple[tuple[_Rule, str], ...]]:
    """Return what finds the words in a text that rules of one language rule out, each once.

    What may stand is found first, so that nothing is ruled out inside it: `mail` inside `e-mail`.
    """
    # One look at all words at once: hardly any text says one.
    suspect = _pattern(word for rule in rules for word in rule.ruled_out) if rules else None
    patterns = [(rule, _pattern(rule.fine, rule.ruled_out)) for rule in rules]

    @lru_cache(_REMEMBERED)
    def find(words: str) -> tuple[tuple[_Rule, str], ...]:
        read = _UNREAD.sub(" ", words)
        if suspect is None or not suspect.search(read):
            return ()
        return tuple(
            dict.fromkeys(
                (rule, " ".join(match["word"].lower().split()))
                for rule, pattern in patterns
                for match in pattern.finditer(read)
                if match["word"]
            )
        )

    return find


def _pattern(fine: Iterable[str], ruled_out: Iterable[str] = ()) -> re.Pattern[str]:
    """Return what finds whole words: those that are fine, or else, as the group `word`, those that are ruled out."""
    word = f"|(?P<word>{_any(ruled_out)})" if ruled_out else ""
    return re.compile(rf"(?<!\w)(?:{_any(fine)}{word})(?!\w)", re.IGNORECASE)


def _any(words: Iterable[str]) -> str:
    """Return a pattern of any of these, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first)


def _problems(ruled_out: Iterable[tuple[_Rule, str]], location: Location, where: str = "") -> Iterator[Problem]:
    for rule, word in ruled_out:
        remedy = f"write {quoted(rule.word)}" + (f": {rule.because}" if rule.because else "")
        yield Problem(location, f"{where}{quoted(word)} is not our word for this", remedy, "wording", "warning")


def _interface(catalog: Catalog, language: str) -> Location:
    """Return where a sentence of the interface is said otherwise: the instance's own file, or the package's."""
    own = f"content/words/{language}.yml"
    return Location(own if (catalog.root / own).is_file() else f"generator/starterspad/locales/{language}.yml")
