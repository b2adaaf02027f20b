"""The addresses of pages: whole, safe to open, and the page's own."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starterspad.content.gateway_addresses import gateway_of
from starterspad.content.models.wrong import wrong
from starterspad.content.problems import quoted

NOT_IN_URL = r"[\x00-\x20\x7f\\<>\"`{}|^]"
HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,61}"


def url(value: str) -> str:
    """Return an address that may be published: on https, without a user, a port or a gateway of somebody's mail."""
    remedy = "write the whole address, such as https://www.example.org/page"
    if re.search(NOT_IN_URL, value):
        raise wrong("url", "an address may not hold spaces, quotes or backslashes", remedy)
    try:
        parts = urlsplit(value)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise wrong("url", f"{quoted(value)} is not an address", remedy) from None
    if parts.scheme != "https":
        raise wrong("url", f"an address must start with https://, not {quoted(value)}", remedy)
    if "@" in parts.netloc:
        raise wrong("url", "an address may not hold a user name or password", remedy)
    if port is not None:
        raise wrong("url", "an address may not name a port", remedy)
    if not re.fullmatch(HOST, host):
        raise wrong("url", f"{quoted(host)} is not the name of a website", remedy)
    gateway = gateway_of(value)
    if gateway:
        raise wrong(
            "url",
            f"{quoted(gateway)} is a gateway that a mail passed, not the website itself",
            "open the page, and copy the address from the browser",
        )
    return value


def source_url(value: str) -> str:
    """Return the address of a source."""
    # A source is shown where a fact was found, and some official pages still answer on http alone.
    if value.startswith("http://"):
        url("https://" + value.removeprefix("http://"))
        return value
    return url(value)
