"""The addresses that gateways put in place of others in the mail that they pass on.

Such an address names who received the mail, stops working one day, and hides where it leads: none may be published.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_MOST_INSIDE = 4
_V3 = re.compile(r"/v3/__(.+?)__;([^!]*)!")
_IN_PATH = re.compile(r"/[^/]+/(https?(?:://|%3A%2F%2F).+)", re.IGNORECASE)


def _parameter(name: str) -> Callable[[SplitResult], str]:
    return lambda parts: parse_qs(parts.query).get(name, [""])[0]


def _proofpoint(parts: SplitResult) -> str:
    whole = _V3.match(f"{parts.path}?{parts.query}" if parts.query else parts.path)
    if whole:
        # Each star stands for letters that follow behind in base64; which ones, it is for a person to see.
        inner = re.sub(r"^(https?):/(?=[^/])", r"\1://", whole[1])
        return "" if "*" in inner else inner
    coded = _parameter("u")(parts)
    return unquote(coded.replace("-", "%").replace("_", "/")) if parts.path.startswith("/v2/") else coded


def _path(parts: SplitResult) -> str:
    inner = _IN_PATH.fullmatch(parts.path)
    return unquote(inner[1]) if inner else ""


def _hidden(_: SplitResult) -> str:
    return ""


# What the host and the path of its addresses look like, and where the one inside stands; "" where only it knows that.
_GATEWAYS: tuple[tuple[str, Callable[[SplitResult], str]], ...] = (
    (r"(?:.+\.)?safelinks\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)/.*", _parameter("url")),
    (r"(?:.+\.)?urldefense(?:\.com|\.us|\.proofpoint\.com)/.*", _proofpoint),
    (r"linkprotect\.cudasvc\.com/.*", _parameter("a")),
    (r"secure-web\.cisco\.com/.*", _path),
    (r"www\.google\.[a-z.]+/url", _parameter("q")),
    (r"(?:.+\.)?protection\.sophos\.com/.*", _hidden),
    (r"protect[a-z0-9-]*\.mimecast\.com/.*|url\..*mimecastprotect\.com/.*", _hidden),
    (r".+\.trendmicro\.com/wis/.*", _hidden),
    (r"protect[0-9]*\.(?:fireeye|trellix|checkpoint)\.com/.*|clicktime\.symantec\.com/.*", _hidden),
)
# The form in the browser knows them too.
GATEWAY = "|".join(pattern for pattern, _ in _GATEWAYS)


def gateway_of(address: str) -> str:
    """Return the host of a gateway that an address leads through; "" where it leads through none."""
    gateway = _gateway(address)
    return gateway[0] if gateway else ""


def _gateway(address: str) -> tuple[str, str] | None:
    """Return the host of the gateway, and the address inside."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    place = f"{host}{parts.path or '/'}"
    return next(((host, inner(parts).strip()) for pattern, inner in _GATEWAYS if re.fullmatch(pattern, place)), None)


def inner_address(address: str) -> str:
    """Return the address that gateways hid in this one: itself where none did, "" where it cannot be read."""
    for _ in range(_MOST_INSIDE):
        gateway = _gateway(address)
        if not gateway:
            return address
        address = gateway[1]
        if not re.match(r"(?:https?://|mailto:|tel:)", address, re.IGNORECASE):
            return ""
    return ""
