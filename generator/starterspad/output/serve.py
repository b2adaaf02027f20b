"""Serve a built site while its makers work on it: rebuild on change, reload in the browser."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from socket import gethostname, socket
from socketserver import BaseServer
from urllib.parse import urlsplit

from watchfiles import watch

from starterspad.output.script_bundler import NODE_MODULES

PACKAGE = Path(str(files("starterspad")))
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


class Builds:
    """Counts successful builds, and lets a browser wait for the next; safe to use from several threads."""

    def __init__(self) -> None:
        self.number = 0
        self._changed = threading.Condition()

    def built(self) -> None:
        """Count a build, and wake every browser that waits."""
        with self._changed:
            self.number += 1
            self._changed.notify_all()

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
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if path.suffix == ".html" and path.is_file():
            self._answer(path.read_bytes().replace(b"</body>", _RELOAD_TAG), "text/html; charset=utf-8")
        else:
            super().do_GET()

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


def changes(root: Path, out: Path, stop: threading.Event | None = None) -> Iterator[list[Path]]:
    """Yield the changed files of the instance and of the package, sorted, gathered over 100 milliseconds.

    `root` and `out` are absolute; what changes below `out`, and what npm fetches, is passed over. Ends when `stop` is
    set.
    """
    watched = [path for path in (root / "content", root / "partners", root / "site_config.yml") if path.exists()]
    watched += [PACKAGE / name for name in ("pages", "web", "locales")]
    fetched = PACKAGE / "web" / NODE_MODULES

    def ours(_: object, path: str) -> bool:
        return not any(Path(path).is_relative_to(folder) for folder in (out, fetched))

    for batch in watch(*watched, watch_filter=ours, debounce=100, step=50, stop_event=stop):
        yield sorted({Path(path) for _, path in batch})
