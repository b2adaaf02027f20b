"""Addresses as they stand in texts, and as a host is asked for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit, urlunsplit

# What an address may hold besides letters and digits, so that one that is encoded already stays as it is (RFC 3986).
AS_IT_IS = "%:/?#[]@!$&'()*+,;=~"
_WHOLE = re.compile(r"https?://\S+")
_ADDRESS = re.compile(r"https?://[^\s<>\"\]|`\\]+")
_BEHIND = ".,;:!?*_'’"


def addresses_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield (index, address) of each address in a text; a text that is one address is that whole address."""
    if _WHOLE.fullmatch(text):
        yield 0, text
        return
    for match in _ADDRESS.finditer(text):
        address = _without_what_closes(match[0])
        if re.match(r"https?://[^/?#]", address):
            yield match.start(), address


def _without_what_closes(address: str) -> str:
    """Cut off the bracket of Markdown, and the marks of the sentence around an address, that are no part of it."""
    depth = 0
    for index, character in enumerate(address):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            address = address[:index]
            break
    return address.rstrip(_BEHIND)


def as_asked(address: str) -> str:
    """Return an address as it is sent: letters percent-encoded, the host in ASCII, without the part behind #.

    Raises `ValueError` for what is no address.
    """
    parts = urlsplit(address)
    host = unquote(parts.netloc)
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    path, query = (quote(part, safe=AS_IT_IS) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, host, path, query, ""))
