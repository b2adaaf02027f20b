"""How hard a text is to read: its longest sentence, and a score that counts words and syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import pyphen

from starterspad.content.yaml import read_yaml

# A shorter text has too few words for a score to mean anything.
FEWEST_WORDS = 30
_MARKUP = re.compile(r"\]\([^)]*\)|[*_#>|`\[\]]")
_FACT = re.compile(r"\{fact:[^}]*\}")
_ITEM = re.compile(r"^\s*(?:\d+\.|-)\s", re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Formula:
    """The formula of one language; `least` is the lowest score of a plain text, `longest` counts words of a sentence.

    A score is `base` less `sentence` times words per sentence, less `syllable` times syllables per word, as in Flesch's
    reading ease (1948); `readability.yml` names the source of each language's figures.
    """

    base: float
    sentence: float
    syllable: float
    least: float
    longest: int
    hyphens: pyphen.Pyphen

    def longest_sentence(self, text: str) -> tuple[int, str]:
        """Return (how many words the longest sentence has, that sentence); (0, "") for a text without words."""
        return max(((len(_WORD.findall(sentence)), sentence) for sentence in _sentences(text)), default=(0, ""))

    def score(self, text: str) -> float | None:
        """Return the score of a text, the higher the easier; None for a text too short to judge."""
        sentences = _sentences(text)
        words = [word for sentence in sentences for word in _WORD.findall(sentence)]
        if len(words) < FEWEST_WORDS:
            return None
        syllables = sum(len(self.hyphens.positions(word)) + 1 for word in words)
        return self.base - self.sentence * len(words) / len(sentences) - self.syllable * syllables / len(words)


@cache
def formula_of(language: str) -> Formula | None:
    """Return the formula of a language; None where the package has none, or no rules to part its words."""
    packaged = Path(str(files("starterspad"))) / "quality"
    formulas = read_yaml(packaged / "readability.yml", packaged).tree
    rules = pyphen.language_fallback(language)
    numbers = formulas.get(language.partition("-")[0]) if isinstance(formulas, dict) else None
    if numbers is None or rules is None:
        return None
    assert isinstance(numbers, dict)
    named = {name: float(str(value)) for name, value in numbers.items()}
    longest = int(named.pop("longest"))
    # From the first letter to the last: what is counted is syllables, not where a line may end.
    return Formula(**named, longest=longest, hyphens=pyphen.Pyphen(lang=rules, left=1, right=1))


def _sentences(text: str) -> list[str]:
    """Split Markdown into sentences; an item of a list and what stands before a colon count as one."""
    plain = _MARKUP.sub(" ", _ITEM.sub("\n", _FACT.sub("1", text)))
    return [sentence.strip() for sentence in _SENTENCE.split(plain) if _WORD.search(sentence)]
