"""Fetching a file of somebody else: what a host may do, and what ends it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from starterspad.quality.fetched import NotFetched, fetched

MOVES = {"/moved": "/file", "/round": "/round", "/elsewhere": "http://127.0.0.2/", "/to-file": "file:///etc/passwd"}


class _Host(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in MOVES:
            self.send_response(302)
            self.send_header("Location", MOVES[self.path])
            self.end_headers()
        elif self.path == "/silent":
            self.server.stop.wait(5)  # type: ignore[attr-defined]  # put there below
        elif self.path == "/missing":
            self.send_error(404)
        else:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"x" * (3000 if self.path == "/large" else 10))

    def log_message(self, *_: object) -> None:
        """Say nothing on the terminal of whoever runs the tests."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Host)
    server.stop = threading.Event()  # type: ignore[attr-defined]  # what a silent answer waits for
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.stop.set()  # type: ignore[attr-defined]
    server.shutdown()


def asked(address: str, seconds: float = 5) -> bytes:
    return fetched(address, 2048, reach=lambda _: True, schemes=("http",), seconds=seconds)


def test_a_file_of_that_host_is_read_also_where_it_moved_there(host: str) -> None:
    assert asked(f"{host}/file") == asked(f"{host}/moved") == b"x" * 10


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/large", "larger than 2 KiB"),
        ("/round", "without end"),
        ("/elsewhere", "another host"),
        ("/to-file", "file:"),
        ("/missing", "answers 404"),
    ],
)
def test_what_is_no_answer_is_told_with_what_to_do(path: str, words: str, host: str) -> None:
    with pytest.raises(NotFetched, match=words) as refused:
        asked(f"{host}{path}")
    assert refused.value.remedy


def test_a_host_that_keeps_silent_is_left(host: str) -> None:
    with pytest.raises(NotFetched, match="no answer in time"):
        asked(f"{host}/silent", 0.3)


def test_only_https_from_the_public_internet_is_asked(host: str) -> None:
    with pytest.raises(NotFetched, match="leads to http:"):
        fetched(f"{host}/file", 2048)
    for address in ("https://127.0.0.1/", "https://10.0.0.1/", "https://[::1]/", "https://169.254.169.254/latest/"):
        with pytest.raises(NotFetched, match="private network"):
            fetched(address, 2048)
