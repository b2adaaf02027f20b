"""Serving while one works: pages reload when a build is new, and the site itself stays as it is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from starterspad.output.serve import Builds, start_server


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Builds]]:
    (tmp_path / "page").mkdir()
    (tmp_path / "page/index.html").write_text("<body>words</body>")
    (tmp_path / "style.css").write_text("a{}")
    builds = Builds(rest=0)
    builds.made({})
    server = start_server(tmp_path, "127.0.0.1", 0, builds)
    yield f"http://127.0.0.1:{server.server_address[1]}", builds
    server.shutdown()
    server.server_close()


def test_a_page_gets_the_reload_script_on_its_way_out(served: tuple[str, Builds], tmp_path: Path) -> None:
    address, _ = served
    with urlopen(f"{address}/page/") as response:
        assert b'words<script type="module" src="/__portal/reload.js"></script></body>' in response.read()
    assert (tmp_path / "page/index.html").read_text() == "<body>words</body>"
    with urlopen(f"{address}/style.css") as response:
        assert response.read() == b"a{}"
    with urlopen(f"{address}/__portal/reload.js") as response:
        assert b"location.reload()" in response.read()


def test_a_browser_waits_until_a_build_is_new(served: tuple[str, Builds]) -> None:
    address, builds = served
    with urlopen(f"{address}/__portal/build?seen=") as response:
        assert response.read() == b"1"
    answers: list[bytes] = []

    def wait() -> None:
        with urlopen(f"{address}/__portal/build?seen=1") as response:
            answers.append(response.read())

    waiting = threading.Thread(target=wait)
    waiting.start()
    builds.made({})
    waiting.join(timeout=10)
    assert answers == [b"2"]


def test_what_the_disk_does_not_hold_yet_is_served_all_the_same(served: tuple[str, Builds]) -> None:
    address, builds = served
    builds.made({"page/index.html": b"<body>new</body>", "fresh/index.html": b"fresh", "style.css": b"b{}"})
    for path, content in (("page/", b"<body>new"), ("fresh/", b"fresh"), ("style.css", b"b{}")):
        with urlopen(f"{address}/{path}") as response:
            assert response.read().startswith(content)
    builds.written()
    with urlopen(f"{address}/page/") as response:
        assert response.read().startswith(b"<body>words")


def test_a_page_that_is_open_is_new_before_the_others_and_counts_once(served: tuple[str, Builds]) -> None:
    address, builds = served
    assert builds.open_pages() == frozenset()
    with urlopen(f"{address}/page/"):
        assert builds.open_pages() == {"page/index.html"}
    builds.first({"page/index.html": b"<body>new</body>"})
    assert builds.number == 2
    with urlopen(f"{address}/page/") as response:
        assert response.read().startswith(b"<body>new")
    builds.made({"page/index.html": b"<body>new</body>", "other/index.html": b"other"})
    assert builds.number == 2
    builds.written()
    assert builds.number == 2


def test_who_went_to_a_page_before_it_was_made_anew_gets_the_new_one(served: tuple[str, Builds]) -> None:
    address, builds = served
    builds.first({"other/index.html": b"new"})
    with urlopen(f"{address}/page/") as response:
        assert response.read().startswith(b"<body>words")
    builds.made({"other/index.html": b"new", "page/index.html": b"<body>new</body>"})
    assert builds.number == 3


def test_who_goes_to_another_page_while_the_open_ones_are_made_gets_the_new_one(served: tuple[str, Builds]) -> None:
    address, builds = served
    builds.open_pages()
    with urlopen(f"{address}/page/"):
        builds.first({"other/index.html": b"new"})
    builds.made({"other/index.html": b"new", "page/index.html": b"<body>new</body>"})
    assert builds.number == 3


@pytest.mark.parametrize("reason", ["a save", "another page"])
def test_the_rest_waits_until_somebody_saves_or_goes_on(reason: str) -> None:
    saved = threading.Event()
    builds = Builds(saved.is_set, rest=60)
    builds.asked_for("page/index.html")
    assert builds.open_pages() == {"page/index.html"}
    waiting = threading.Thread(target=builds.first, args=({"page/index.html": b"new"},), daemon=True)
    waiting.start()
    assert builds.wait("0") == 1
    builds.asked_for("page/index.html")  # it is read again, as it is now
    waiting.join(timeout=0.1)
    assert waiting.is_alive()
    if reason == "a save":
        saved.set()
    else:
        builds.asked_for("other/index.html")
    waiting.join(timeout=10)
    assert not waiting.is_alive()


def test_a_build_that_changes_no_open_page_counts_when_all_is_made(served: tuple[str, Builds]) -> None:
    _, builds = served
    builds.first({"style.css": b"b{}"})
    assert builds.number == 1
    builds.made({"style.css": b"b{}", "search.json": b"{}"})
    assert builds.number == 2


def test_where_the_rest_cannot_be_made_the_old_page_comes_back(served: tuple[str, Builds]) -> None:
    address, builds = served
    builds.first({"page/index.html": b"<body>new</body>"})
    builds.written()
    assert builds.number == 3
    with urlopen(f"{address}/page/") as response:
        assert response.read().startswith(b"<body>words")


def test_what_is_not_there_is_not_found_and_nothing_outside_is_served(served: tuple[str, Builds]) -> None:
    address, _ = served
    for path in (
        "/nothing/",
        "/../../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/%00",
        f"/{'x' * 10_000}/",
        "/style.css/x",
    ):
        with pytest.raises(HTTPError) as caught:
            urlopen(address + path)
        assert caught.value.code == 404


@pytest.mark.parametrize(
    ("name", "status"),
    [("evil.example", 421), ("evil.example:80", 421), ("[half", 421), ("", 421), ("localhost:1", 200), ("[::1]", 200)],
)
@pytest.mark.parametrize("path", ["/page/", "/style.css", "/__portal/build?seen=", "/__portal/reload.js"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_only_who_came_by_a_name_of_this_machine_is_answered(
    method: str, path: str, name: str, status: int, served: tuple[str, Builds]
) -> None:
    address, _ = served
    if method == "HEAD" and "__portal" in path:
        status = max(status, 404)  # these are asked whole alone
    connection = HTTPConnection(address.removeprefix("http://"))
    connection.request(method, path, headers={"Host": name})
    assert connection.getresponse().status == status
    connection.close()
