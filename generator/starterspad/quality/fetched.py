"""A file of somebody else: by https alone, from the public internet, of one host, and no larger than asked for."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from urllib.parse import urljoin, urlsplit

from starterspad.quality.connections import Line
from starterspad.quality.links import Reach, Stay, is_public

_SECONDS = 20
_HOPS = 3
_ELSEWHERE = frozenset((301, 302, 303, 307, 308))
_AGENT = "portal-events/1 (reads the calendars that organisations name in a starters portal)"


class NotFetched(Exception):
    """Why nothing came of an address: in words, and how to mend it."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


def fetched(
    address: str,
    most: int,
    *,
    reach: Reach = is_public,
    schemes: tuple[str, ...] = ("https",),
    seconds: float = _SECONDS,
) -> bytes:
    """Return what an address answers, `most` bytes at most; raises `NotFetched`.

    It may move on its own host, a few times. All of it takes `seconds` at most, however slowly the host drips.
    """
    answers: list[bytes | Exception] = []
    line = Line()

    def ask() -> None:
        try:
            answers.append(_follow(address, most, reach, schemes, seconds, line))
        except Exception as trouble:  # said by whoever asked
            answers.append(trouble)
        finally:
            line.hang_up()

    # Nothing ends a thread that asks for the name of a host; as a daemon it does not keep the program from ending.
    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    answer = answers[0] if answers else TimeoutError()
    line.hang_up()
    if isinstance(answer, NotFetched):
        raise answer
    if isinstance(answer, Exception):
        # Either clock may run out first: that of the connection, or the one of all of it.
        late = isinstance(getattr(answer, "reason", answer), TimeoutError)
        words = "no answer in time" if late else str(answer)[:100]
        raise NotFetched(f"it does not answer: {words}", "look at the address, and try again later")
    return answer


def _follow(address: str, most: int, reach: Reach, schemes: tuple[str, ...], seconds: float, line: Line) -> bytes:
    host = urlsplit(address).netloc
    current = address
    for _ in range(_HOPS):
        parts = urlsplit(current)
        if parts.scheme not in schemes:
            raise NotFetched(f"it leads to {parts.scheme[:20]}:", "name an address that begins with https://")
        if parts.netloc != host:
            raise NotFetched(f"it leads to another host: {parts.netloc[:60]}", "name the address that it leads to")
        if not reach(parts.hostname or ""):
            raise NotFetched("it leads into a private network", "name an address that everybody can reach")
        opener = urllib.request.build_opener(Stay, urllib.request.ProxyHandler({}), *line.handlers())
        request = urllib.request.Request(current, headers={"User-Agent": _AGENT})  # noqa: S310  # of known schemes
        try:
            with opener.open(request, timeout=seconds) as response:
                content: bytes = response.read(most + 1)
        except urllib.error.HTTPError as error:
            with error:
                location = error.headers.get("Location", "")
                if error.code not in _ELSEWHERE or not location:
                    raise NotFetched(f"it answers {error.code}", "look at the address in a browser") from None
                current = urljoin(current, location)
                continue
        if len(content) > most:
            raise NotFetched(f"it is larger than {most // 1024} KiB", "name a calendar of what is still to come")
        return content
    raise NotFetched("it leads from one address to the next without end", "name the address that it leads to")
