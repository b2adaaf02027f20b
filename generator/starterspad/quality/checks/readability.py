"""Texts are easy to read, as far as counting words and syllables can tell."""

from __future__ import annotations

from collections.abc import Iterator

from starterspad.content.catalog import Catalog
from starterspad.content.problems import Problem, quoted
from starterspad.content.texts import texts
from starterspad.quality.readability import formula_of

# How many words of a sentence name it.
_SHOWN = 8


def check_readability(catalog: Catalog) -> Iterator[Problem]:
    """No sentence is too long, and no text too hard; a language without a formula is not judged."""
    for text in texts(catalog):
        formula = formula_of(text.language)
        if formula is None:
            continue
        length, sentence = formula.longest_sentence(text.words)
        if length > formula.longest:
            message = f"a sentence of {length} words: {quoted(_begin(sentence))}"
            yield Problem(
                text.location, message, f"make two of it: {formula.longest} words at most", "reading", "warning"
            )
        score = formula.score(text.words)
        if score is not None and score < formula.least:
            message = f"this text is hard to read: its score is {score:.0f}, {formula.least:.0f} or more is plain"
            remedy = "use shorter words and shorter sentences, or a list"
            yield Problem(text.location, message, remedy, "reading", "warning")


def _begin(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
