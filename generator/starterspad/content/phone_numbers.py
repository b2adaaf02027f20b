"""Phone numbers as people and their programs write them: how one looks, how it is tidied, and what is dialled."""

from __future__ import annotations

import re

_SPACES = r"\u00a0\u2000-\u200a\u202f\u205f\u3000"
_DASHES = r"\u2010-\u2015\u2212"
# Word processors and address books put these around a number, so that it keeps its order; they cannot be seen.
_MARKS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LETTER = r"A-Za-z\u00aa-\u02af\u0370-\u1fff\u3041-\ud7ff"
# Python and the form in the browser match a whole value with it: a number, and behind it which extension, which option
# or which other number, in words. Nothing that a phone takes for a code: no * and no # before the words.
NUMBER = (
    rf"(?:tel:)?\+?\(?[0-9][0-9 {_SPACES}./(){_DASHES}-]{{2,24}}"
    rf"(?:[ {_SPACES},;(]*[{_LETTER}][{_LETTER}0-9 {_SPACES}.,;:=#/+(){_DASHES}'-]{{0,40}})?"
)
_MARKED = re.compile(rf"[{_MARKS}0-9 {_SPACES}.,;:+/(){_DASHES}-]*")


def without_marks(text: str) -> str:
    """Return a bare number without the marks that turn the direction of text; any other text as it is."""
    return re.sub(f"[{_MARKS}]", "", text) if _MARKED.fullmatch(text) else text


def tidy_number(number: str) -> str:
    """Return a phone number with plain spaces and dashes, and without the `tel:` of a link."""
    plain = re.sub(f"[{_DASHES}]", "-", re.sub(f"[{_SPACES}]", " ", number))
    return " ".join(plain.removeprefix("tel:").split())


def dialled(number: str) -> str:
    """Return what a phone dials: the digits before any words, without the zero that is left out from abroad."""
    digits = re.match(r"[+0-9 ./()-]*", number)
    bare = re.sub(r"^(\+[0-9 ]*)\(0\)", r"\1", digits[0]) if digits else ""
    return re.sub(r"[^+0-9]", "", bare)
