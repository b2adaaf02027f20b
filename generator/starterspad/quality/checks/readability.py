"""Texts are easy to read, as far as counting words and syllables can tell."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Problem, quoted
from starterspad.content.texts import Text
from starterspad.quality.checks.text_judge import TextJudge
from starterspad.quality.readability import formula_of

# How many words of a sentence name it.
_SHOWN = 8


def judge_readability(_: Catalog) -> TextJudge:
    """No sentence is too long, and no text too hard; a language without a formula is not judged."""
    return TextJudge(_judge, None)


def _judge(text: Text) -> Iterator[Problem]:
    formula = formula_of(text.language)
    if formula is None:
        return
    (length, sentence), score = _judged(text.language, text.words)
    if length > formula.longest:
        message = f"a sentence of {length} words: {quoted(_begin(sentence))}"
        yield Problem(text.location, message, f"make two of it: {formula.longest} words at most", "reading", "warning")
    if score is not None and score < formula.least:
        message = f"this text is hard to read: its score is {score:.0f}, {formula.least:.0f} or more is plain"
        remedy = "use shorter words and shorter sentences, or a list"
        yield Problem(text.location, message, remedy, "reading", "warning")


@lru_cache(100_000)
def _judged(language: str, words: str) -> tuple[tuple[int, str], float | None]:
    """Return the longest sentence of a text, and its score: most texts are the same when they are judged again."""
    formula = formula_of(language)
    assert formula
    return formula.longest_sentence(words), formula.score(words)


def _begin(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
