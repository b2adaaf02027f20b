"""The site as the engines see it: with a script of the tests in each page, and for kills with a place to tell."""

from __future__ import annotations

import json
import queue
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tests.browser.conftest import Quiet

HERE = Path(__file__).parent
SITE = "/some-project/"


class Served(ThreadingHTTPServer):
    """A server whose pages hold a script, first or last; what the script asks and tells is here."""

    daemon_threads = True

    def __init__(self, root: Path, script: str) -> None:
        self.script = (HERE / script).read_bytes()
        self.name = f"/{script}"
        tag = f'<script src="{self.name}"'.encode()
        # The script of faults stands before any other; that of kills waits until the page is there.
        self.first, self.last = (
            (tag + b"></script>", b"") if "faults" in script else (b"", tag + b' type="module"></script>')
        )
        self.next: dict[str, Any] = {}
        self.told: queue.Queue[dict[str, Any]] = queue.Queue()
        super().__init__(("127.0.0.1", 0), partial(_Handler, directory=str(root)))
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}{SITE}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away while it asked: that is what it is killed for."""

    def end(self) -> None:
        self.shutdown()
        self.server_close()


class _Handler(Quiet):
    server: Served

    def do_GET(self) -> None:  # noqa: N802
        path = Path(self.translate_path(self.path))
        if self.path == self.server.name:
            self._answer(self.server.script, "text/javascript")
        elif self.path == "/kills/next":
            self._answer(json.dumps(self.server.next).encode(), "application/json")
        elif (path / "index.html").exists() and self.path.endswith("/"):
            page = (path / "index.html").read_bytes()
            head, opening, rest = page.partition(b"<head>")
            rest = rest.replace(b"</body>", self.server.last + b"</body>")
            self._answer(head + opening + self.server.first + rest, "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802
        self.server.told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self._answer(b"", "text/plain")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(body)
