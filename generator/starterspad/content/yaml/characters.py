"""Which characters may stand in a content file: everything that a reader can see, and little else."""

from __future__ import annotations

import re
import unicodedata

from starterspad.content.limits import MOST_MARKS

# ZWNJ and ZWJ shape Persian words and join emoji; every other format character hides something.
_JOINERS = "\u200c\u200d"
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters and marks that draw nothing although Unicode does not call them format characters.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
_ASCII = re.compile(r"[\n\x20-\x7e]*")
# What programs put where they could not read a letter: which one it was is gone.
_LOST = "\ufffd"
LOST_LETTER = ("a letter that a program could not read (U+FFFD)", "look up which letter stood here and type it again")


def unsafe_character(text: str) -> tuple[int, str, str] | None:
    """Find the first character that may not stand in content.

    Returns (its index from 0, what it is, how to mend it); None when the text is fine. Letters must be composed (NFC,
    Unicode Standard Annex 15).
    """
    if _ASCII.fullmatch(text):
        return None
    marks = 0
    for index, character in enumerate(text):
        if character == "\n" or " " <= character <= "~":
            marks = 0
            continue
        if character == _LOST:
            return index, *LOST_LETTER
        kind = _unsafe_kind(character)
        if kind:
            name = f"U+{ord(character):04X}"
            return index, f"{kind} ({name})", "delete it and type the words again by hand"
        marks = marks + 1 if unicodedata.category(character) in ("Mn", "Me") else 0
        if marks > MOST_MARKS:
            return index, f"more than {MOST_MARKS} accents on one letter", "write each letter with its own accent only"
    if not unicodedata.is_normalized("NFC", text):
        index = next(i for i in range(len(text)) if not unicodedata.is_normalized("NFC", text[: i + 1]))
        return index, "a letter whose accent is stored apart (not NFC)", "type that letter again, as one character"
    return None


def lost_letters(text: str) -> list[int]:
    """Return the number of each line, from 1, on which a letter was lost."""
    if _LOST not in text:
        return []
    return [number for number, line in enumerate(text.split("\n"), start=1) if _LOST in line]


def _unsafe_kind(character: str) -> str:
    if character in _JOINERS:
        return ""
    if character in _BIDI:
        return "a character that turns the direction of the text"
    if character in _BLANKS:
        return "an invisible character"
    category = unicodedata.category(character)
    if category == "Cc":
        return "a control character"
    if category in ("Cf", "Zl", "Zp"):
        return "an invisible character"
    if category in ("Co", "Cs") or (ord(character) & 0xFFFE) == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF:
        return "a character without a meaning"
    return ""
