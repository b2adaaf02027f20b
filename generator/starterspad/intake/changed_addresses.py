"""Addresses as programs for mail change them: written twice, made a link, or led through a gateway."""

from __future__ import annotations

import re

from starterspad.content.gateway_addresses import gateway_of, inner_address

# A > that the writer typed has a backslash before it.
_ADDRESS = r"(?:https?://|mailto:|tel:)[^<>\s\\]*"
_TWICE = re.compile(rf"(?:(?<!\S)|(?<=>))(\S*[^\s<(]) ?<({_ADDRESS})>", re.IGNORECASE)
_PHONE_TWICE = re.compile(r"([0-9+][0-9 ./()-]*[0-9]) ?<(tel:[^<>\s\\]*)>", re.IGNORECASE)
_MARKDOWN = re.compile(rf"\[([^\[\]]*)\]\(({_ADDRESS})\)", re.IGNORECASE)
_ALONE = re.compile(rf"<({_ADDRESS})>", re.IGNORECASE)
_ANY = re.compile(r"https?://[^<>\s\\]+", re.IGNORECASE)
_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


class TwoAddresses(Exception):
    """One address is shown and another stands behind it, or what stands behind cannot be read."""


def as_written(text: str) -> str:
    """Return a text with each address as its writer wrote it; raises `TwoAddresses` where that cannot be known."""
    for pattern in (_PHONE_TWICE, _MARKDOWN, _TWICE):
        text = pattern.sub(lambda twice: _one_of(twice[1], twice[2]), text)
    text = _ALONE.sub(lambda alone: _bare(_inside(alone[1])), text)
    return _bare(_ANY.sub(lambda address: _inside(address[0]), text))


def _one_of(shown: str, behind: str) -> str:
    """Return what a reader saw where it is what stands behind; the whole address, where it was seen in short."""
    shown, behind = _inside(shown), _inside(behind)
    if _core(shown) != _core(behind):
        raise TwoAddresses(shown, behind)
    web = behind.lower().startswith("http")
    return behind if web and not _SCHEME.match(shown) else _bare(shown)


def _inside(address: str) -> str:
    inner = inner_address(address)
    if not inner:
        raise TwoAddresses(gateway_of(address), address)
    return inner


def _bare(address: str) -> str:
    """Return an address for mail or phone without its scheme."""
    return re.sub(r"^(?:mailto|tel):", "", address, flags=re.IGNORECASE)


def _core(address: str) -> str:
    bare = _SCHEME.sub("", address).removesuffix("/").lower()
    digits = re.sub(r"[ ./()-]", "", bare)
    return digits if re.fullmatch(r"\+?[0-9]+", digits) else bare
