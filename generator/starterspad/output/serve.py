"""Serve a built site while its makers work on it: rebuild on change, reload in the browser."""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import gethostname, socket
from socketserver import BaseServer
from urllib.parse import urlsplit

from starterspad.output.output_folder import Audience

_RELOAD_SCRIPT = b"""
let seen = null;
for (;;) {
  try {
    const build = await (await fetch(`/__portal/build?seen=${seen ?? ""}`)).text();
    if (seen !== null && build !== seen) location.reload();
    seen = build;
  } catch { await new Promise((resume) => setTimeout(resume, 1000)); }
}
"""
_RELOAD_TAG = b'<script type="module" src="/__portal/reload.js"></script></body>'


# So many pages are made before the others where a file was saved: those that were asked for last.
_OPEN = 8
# Who works saves again and again: so many seconds of rest begin all that nobody has before the eyes.
_REST = 1.0
_LOOK = 0.02


class Builds(Audience):
    """Counts what builds brought, and lets a browser wait for the next; safe to use from several threads.

    `unwritten` holds what the last one changed, by name below the site, until it stands on the disk: who waits for a
    page need not wait for the disk too, nor for the other pages.
    """

    def __init__(self, saved_meanwhile: Callable[[], bool] = lambda: False, rest: float = _REST) -> None:
        self.saved_meanwhile = saved_meanwhile
        self.rest = rest
        self.number = 0
        self.unwritten: Mapping[str, bytes] = {}
        self._open: deque[str] = deque(maxlen=_OPEN)
        self._counted = False
        self._read_early: set[str] = set()
        self._made_first: frozenset[str] = frozenset()
        self._changed = threading.Condition()

    def open_pages(self) -> frozenset[str]:
        """Return the pages that were asked for last: one of them waits in a browser."""
        with self._changed:
            self._read_early.clear()
            self._made_first = frozenset(self._open)
            return self._made_first

    def asked_for(self, name: str) -> None:
        """Remember which page somebody looks at."""
        with self._changed:
            self._read_early.add(name)
            self._changed.notify_all()
            if name in self._open:
                self._open.remove(name)
            self._open.append(name)

    def is_outdated(self) -> bool:
        """Tell whether a file was saved since the build began: the next one will make all that this one would."""
        return self.saved_meanwhile()

    def first(self, changed: Mapping[str, bytes]) -> None:
        """Wake the browsers where a page that is open is another, and wait a moment for the next save.

        What was shown needs no more work until then. Who goes on to another page ends the wait: it is to be made.
        """
        with self._changed:
            # Whoever went to another page since these were chosen has the old one.
            self._read_early -= self._made_first
            self._counted = any(name.endswith(".html") for name in changed)
            self._publish(changed, self._counted)
        until = time.monotonic() + self.rest
        while time.monotonic() < until and not self.is_outdated():
            with self._changed:
                if self._changed.wait_for(lambda: not self._read_early <= self._made_first, _LOOK):
                    return

    def made(self, changed: Mapping[str, bytes]) -> None:
        """Wake the browsers once all is there, unless they have it: who went on meanwhile read an old page."""
        with self._changed:
            stale = self._read_early & (changed.keys() - self.unwritten.keys())
            self._publish(changed, bool(stale) or not self._counted)
            self._counted = False

    def _publish(self, changed: Mapping[str, bytes], counts: bool) -> None:
        self.unwritten = changed
        if counts:
            self.number += 1
            self._changed.notify_all()

    def written(self) -> None:
        """Tell that the disk holds all of the last build; or will not, and who has a page of it gets the old one."""
        with self._changed:
            self._publish({}, self._counted)
            self._counted = False

    def wait(self, seen: str, seconds: float = 25) -> int:
        """Return the number of the last build, once it differs from `seen` or the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.number) != seen, seconds)
            return self.number


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site, with a script that reloads the page added on the way out."""

    def __init__(
        self,
        request: socket | tuple[bytes, socket],
        client_address: tuple[str, int],
        server: BaseServer,
        *,
        builds: Builds,
        host: str,
        directory: str,
    ) -> None:
        self.builds = builds
        self.host = host
        super().__init__(request, client_address, server, directory=directory)

    def handle(self) -> None:
        with suppress(ConnectionError):  # a closed tab is no fault
            super().handle()

    def do_GET(self) -> None:
        if self._refused():
            return
        if self.path.startswith("/__portal/build"):
            self._answer(str(self.builds.wait(self.path.partition("seen=")[2])).encode(), "text/plain")
        elif self.path == "/__portal/reload.js":
            self._answer(_RELOAD_SCRIPT, "text/javascript")
        else:
            self._page()

    def do_HEAD(self) -> None:
        if not self._refused():
            super().do_HEAD()

    def _refused(self) -> bool:
        """Refuse who came by a name that is not this machine's, and what can be no path; the answer is sent then."""
        if not _is_this_machine(self.headers.get("Host", ""), self.host):
            # A page elsewhere may point a name of its own at this machine, and read what is not published yet.
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "This name is not served here: see --host")
            return True
        try:
            Path(self.translate_path(self.path)).stat()
        except FileNotFoundError:
            return False
        except (OSError, ValueError):  # a character or a length that no file can have
            self.send_error(HTTPStatus.NOT_FOUND)
            return True
        return False

    def _page(self) -> None:
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        content = self._content(path)
        if content is None:
            super().do_GET()
        elif path.suffix == ".html":
            self._answer(content.replace(b"</body>", _RELOAD_TAG), "text/html; charset=utf-8")
        else:
            self._answer(content, self.guess_type(path.name))

    def _content(self, path: Path) -> bytes | None:
        """Return a page, or any other file that is not written yet; None for what lies on the disk, or nowhere."""
        name = path.relative_to(self.directory).as_posix()
        if path.suffix == ".html":
            self.builds.asked_for(name)
        unwritten = self.builds.unwritten.get(name)
        if unwritten is None and path.suffix == ".html" and path.is_file():
            return path.read_bytes()
        return unwritten

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: the maintainer reads about builds, not about requests."""


def _is_this_machine(named: str, host: str) -> bool:
    """Tell whether a Host header names this machine: by the host it serves, a name of its own, or an IP address."""
    try:
        name = urlsplit(f"//{named}").hostname or ""
    except ValueError:
        return False
    if name in ("localhost", host.lower(), gethostname().lower()):
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def start_server(out: Path, host: str, port: int, builds: Builds) -> ThreadingHTTPServer:
    """Start to serve `out` in the background, in threads that end with the program.

    Raises `OSError` when the port is taken. `shutdown()` of what is returned stops it.
    """
    server = ThreadingHTTPServer((host, port), partial(_Handler, builds=builds, host=host, directory=str(out)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server
