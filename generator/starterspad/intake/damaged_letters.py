"""Letters that a program wrote as the signs of its encoding: what a reader would see as nonsense on the site."""

from __future__ import annotations

import re

_DAMAGES = (
    # UTF-8 that was read as Windows-1252, and saved so: é as Ã©, a dash as â€”.
    re.compile(r"[ÂÃ][\u00a0-\u00bf]|Ã[€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œ]|â€[\u0080-\u00bf“”™˜œ¦¢]|â‚¬"),
    # A whole e-mail without its headers: é as =C3=A9 (RFC 2045, 6.7).
    re.compile(r"=(?:C[2-9A-F]|D[0-9A-F]|E[0-9A-F]|F[0-4])=[89AB][0-9A-F]"),
    # The source of a page: é as &eacute;. Signs such as &amp; are what somebody may have typed.
    re.compile(r"&[A-Za-z](?:acute|grave|circ|uml|cedil|tilde|ring|slash);"),
)


def damaged_letter(text: str) -> str:
    """Return the first signs that stand for a letter; "" where all letters are themselves."""
    return next((match[0] for damage in _DAMAGES if (match := damage.search(text))), "")
