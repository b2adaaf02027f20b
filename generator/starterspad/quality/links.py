"""Addresses elsewhere: which there are, where they stand, and whether they still answer.

Asking takes minutes and needs the network, so no build and no check does it: a maintainer's scheduled job runs
`portal links`. A partner's file is hostile: an address that leads into a private network is never asked.
"""

from __future__ import annotations

import datetime
import ipaddress
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

from starterspad.content.catalog import Catalog
from starterspad.content.kinds import NOTICE
from starterspad.content.problems import Location
from starterspad.content.texts import all_texts
from starterspad.quality.address_texts import AS_IT_IS, addresses_in, as_asked
from starterspad.quality.connections import Line

# moved: for good, `to` says where. refused: the host asks who we are, or wants no programs. unreachable: no answer.
# unasked: time was over, or its host kept silent.
LinkState = Literal["fine", "moved", "gone", "refused", "unreachable", "private", "unasked"]

_SECONDS = 20
_HOPS = 5
_AT_ONCE = 32
# However many addresses there are: a scheduled job is not to be ended by its host, with nothing said.
_IN_ALL = 30 * 60
# A host that did not answer so often in a row is not asked again.
_SILENT = 3
_NO_ANSWER = "no answer in time"
_GONE = frozenset((404, 410))
_MOVED = frozenset((301, 308))
_ELSEWHERE = _MOVED | {302, 303, 307}
_AGENT = "portal-links/1 (checks whether the pages that a starters portal names still exist)"

Reach = Callable[[str], bool]


@dataclass(frozen=True)
class LinkStatus:
    """What an address said: its state, the HTTP status (RFC 9110) or the trouble, and where it moved.

    `to` is empty unless the state is `moved`.
    """

    state: LinkState
    words: str
    to: str = ""


def addresses(catalog: Catalog, today: datetime.date) -> dict[str, list[Location]]:
    """Return address -> places where it stands, both in the order of the files.

    Only http and https, without the site's own address, and without notices that had ended by `today`: nobody reads
    them any more.
    """
    places_by_address: dict[str, list[Location]] = {}
    ended = {id for id, notice in catalog.notices.items() if notice.until < today}
    texts = (text for text in all_texts(catalog) if text.kind != NOTICE.name or text.id not in ended)
    for text in sorted(texts, key=lambda text: text.location):
        for start, address in addresses_in(text.words) if text.words != catalog.site.base_url else ():
            places = places_by_address.setdefault(address, [])
            location = text.line_of(start)
            if location not in places:
                places.append(location)
    return places_by_address


def check_links(
    catalog: Catalog, today: datetime.date, *, reach: Reach | None = None, seconds: float = _SECONDS
) -> dict[str, LinkStatus]:
    """Ask every address of an instance as `ask_all` does; `reach` is by default what is on the public internet."""
    return ask_all(addresses(catalog, today), reach=reach or is_public, seconds=seconds)


def ask_all(
    listed: Iterable[str], *, reach: Reach, seconds: float = _SECONDS, in_all: float = _IN_ALL
) -> dict[str, LinkStatus]:
    """Ask every address once, many hosts side by side and one question at a time for each host.

    `reach` says whether a host may be asked; `seconds` is the longest wait for each hop, `in_all` for everything.
    Returns address -> status in the order in which they came; trouble is a status too, no exception. Those that time
    did not suffice for, and those of a host that keeps silent, are not asked, and say so.
    """
    by_host: dict[str, list[str]] = {}
    for address in (listed := list(listed)):
        by_host.setdefault(address.split("/")[2], []).append(address)
    end = time.monotonic() + in_all

    def in_turn(group: list[str]) -> list[tuple[str, LinkStatus]]:
        statuses: list[tuple[str, LinkStatus]] = []
        silent = 0
        for address in group:
            left = end - time.monotonic()
            if left <= 0:
                status = LinkStatus("unasked", "the time for all addresses was over")
            elif silent == _SILENT:
                status = LinkStatus("unasked", f"its host did not answer {_SILENT} times before")
            else:
                status = check_link(address, reach, seconds, left)
                silent = silent + 1 if status.words == _NO_ANSWER else 0
            statuses.append((address, status))
        return statuses

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        statuses: Mapping[str, LinkStatus] = dict(
            pair for group in pool.map(in_turn, by_host.values()) for pair in group
        )
    return {address: statuses[address] for address in listed}


def check_link(address: str, reach: Reach, seconds: float, in_all: float = _IN_ALL) -> LinkStatus:
    """Ask one address, hop by hop: `reach` looks at each host first; `seconds` is the longest wait for each.

    All hops together take `_HOPS` times as long at most, and never longer than `in_all`, however slowly a host drips.
    No fault of an address is raised.
    """
    answers: list[LinkStatus] = []
    line = Line()

    def ask() -> None:
        try:
            answers.append(_follow(address, reach, seconds, line))
        except Exception as trouble:  # one address never ends the asking of all others
            answers.append(LinkStatus("unreachable", _words(trouble)))
        finally:
            line.hang_up()

    # Nothing ends a thread that asks for the name of a host; as a daemon it does not keep the program from ending.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(min(seconds * _HOPS, in_all))
    if answers:
        return answers[0]
    line.hang_up()
    return LinkStatus("unreachable", _NO_ANSWER)


def _follow(address: str, reach: Reach, seconds: float, line: Line) -> LinkStatus:
    start = current = as_asked(address)
    for_good = True
    for _ in range(_HOPS):
        scheme = urlsplit(current).scheme
        if scheme not in ("http", "https"):
            return LinkStatus("unreachable", f"leads to {scheme[:20]}:, which is no page of the web")
        if not reach(urlsplit(current).hostname or ""):
            return LinkStatus("private", "leads into a private network")
        status, location = _status(current, seconds, line)
        if status not in _ELSEWHERE or not location:
            break
        for_good = for_good and status in _MOVED
        current = as_asked(urljoin(current, location))
    else:
        return LinkStatus("unreachable", "leads from one address to the next without end")
    if status in _GONE:
        return LinkStatus("gone", str(status))
    if status >= 500:
        return LinkStatus("unreachable", str(status))
    if status >= 400:
        return LinkStatus("refused", str(status))
    if current != start and for_good:
        return LinkStatus("moved", str(status), current)
    return LinkStatus("fine", str(status))


class Stay(urllib.request.HTTPRedirectHandler):
    """Tells of a redirect instead of following it, so that each hop is looked at first."""

    def redirect_request(self, *_: object) -> None:
        return None


def _status(address: str, seconds: float, line: Line) -> tuple[int, str]:
    """Return the status of an address and where it leads; the page itself is not read."""
    opener = urllib.request.build_opener(Stay, *line.handlers())
    # Some hosts answer HEAD with an error for pages that exist, so a page is asked for and left unread.
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT})  # noqa: S310  # https and http only
    try:
        with opener.open(request, timeout=seconds) as response:
            return response.status, ""
    except urllib.error.HTTPError as error:
        with error:
            # A host that writes letters as they are means UTF-8; a header is read as Latin-1.
            location = error.headers.get("Location", "").encode("latin-1", "replace")
            return error.code, quote(location.strip(), safe=AS_IT_IS)


def is_public(host: str) -> bool:
    """Tell whether every address of a host is on the public internet."""
    ip_addresses = {info[4][0] for info in socket.getaddrinfo(host, None)}
    return all(ipaddress.ip_address(address).is_global for address in ip_addresses)


def _words(trouble: Exception) -> str:
    reason = getattr(trouble, "reason", trouble)
    if isinstance(reason, TimeoutError):
        return _NO_ANSWER
    return str(reason) or type(trouble).__name__
