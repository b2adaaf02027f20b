"""What may be taken for something else: hosts and names that look alike, and account numbers in texts."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from urllib.parse import urlsplit

from starterspad.content.folding import fold

# How alike two texts are, from 0 to 1, from which on one may be taken for the other.
ALIKE = 0.85
ADDRESS = re.compile(r"https?://[^\s<>\"')\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ACCOUNT = re.compile(r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
# Signs that are read as others.
_SWAPPED = str.maketrans("01i3457", "olleast")
_SHORTEST = 5
_REMEMBERED = 50_000


def hosts_in(text: str) -> list[str]:
    """Return the host of each website and mailbox that a text names."""
    return [_host(address) for address in ADDRESS.findall(text)]


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname if "://" in address else address.rpartition("@")[2]
    except ValueError:
        host = None
    return (host or "").lower().removeprefix("www.").rstrip(".")


def same_site(host: str, other: str) -> bool:
    """Tell whether one of two hosts is the other, or a part of it."""
    return host == other or host.endswith(f".{other}") or other.endswith(f".{host}")


def hosts_look_alike(host: str, other: str) -> bool:
    """Tell whether one host may be taken for another one: people read all but the last part, or pass over dots."""
    if same_site(host, other):
        return False
    whole = _skeleton(other)
    inside = len(whole) >= _SHORTEST and whole in _skeleton(host)
    return inside or look_alike(host.rpartition(".")[0], other.rpartition(".")[0])


def look_alike(name: str, other: str) -> bool:
    """Tell whether one name may be taken for another one."""
    mine, theirs = _skeleton(name), _skeleton(other)
    if not mine or not theirs:
        return False
    long = min(len(mine), len(theirs)) >= _SHORTEST
    return mine == theirs or (long and nearly_alike(mine, theirs))


def nearly_alike(text: str, other: str) -> bool:
    """Tell whether two texts differ in little; of most pairs their lengths or their letters say that they do not."""
    pair = SequenceMatcher(None, text, other)
    return pair.real_quick_ratio() >= ALIKE and pair.quick_ratio() >= ALIKE and pair.ratio() >= ALIKE


def scripts_of(name: str) -> list[str]:
    """Return the scripts whose letters stand in a name, such as latin and cyrillic."""
    return sorted({unicodedata.name(letter, "?").split()[0].lower() for letter in name if letter.isalpha()})


# One name of a change is held against every name of an instance.
@lru_cache(_REMEMBERED)
def _skeleton(name: str) -> str:
    plain = "".join(letter for letter in fold(name) if letter.isalnum()).translate(_SWAPPED)
    return plain.replace("rn", "m").replace("vv", "w")


def names_account(text: str) -> bool:
    """Tell whether a text names a bank account (IBAN, ISO 13616): its check digits fit."""
    for account in _ACCOUNT.findall(text):
        bare = account.replace(" ", "")
        digits = "".join(str(int(letter, 36)) for letter in bare[4:] + bare[:4])
        if int(digits) % 97 == 1:
            return True
    return False
