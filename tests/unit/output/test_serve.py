"""Serving while one works: pages reload when a build is new, and the site itself stays as it is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from starterspad.output import serve
from starterspad.output.serve import Builds, changes, start_server


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Builds]]:
    (tmp_path / "page").mkdir()
    (tmp_path / "page/index.html").write_text("<body>words</body>")
    (tmp_path / "style.css").write_text("a{}")
    builds = Builds()
    builds.built()
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
    builds.built()
    waiting.join(timeout=10)
    assert answers == [b"2"]


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


def first_change(root: Path, *written: Path) -> list[Path]:
    """Watch an instance, write to files over and over, in their order, and return the first change that is noticed."""
    stop = threading.Event()
    seen: list[list[Path]] = []

    def watch() -> None:
        for paths in changes(root, root / "site", stop):
            seen.append(paths)
            stop.set()

    watching = threading.Thread(target=watch)
    watching.start()
    number = 0
    while watching.is_alive() and number < 200:  # the watcher takes a moment to begin; write until it sees one
        number += 1
        for path in written:
            path.write_text(f"# {number}\n")
        watching.join(timeout=0.1)
    stop.set()
    watching.join(timeout=10)
    return seen[0]


def test_a_changed_file_is_noticed_and_the_site_itself_is_not_watched(instance: Path) -> None:
    changed = instance / "partners" / "town-desk.yml"
    assert first_change(instance, changed) == [changed]


def test_a_changed_script_is_noticed_and_what_npm_fetches_is_not(
    instance: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder in ("pages", "locales", "web/core", "web/node_modules/other"):
        (tmp_path / "package" / folder).mkdir(parents=True)
    monkeypatch.setattr(serve, "PACKAGE", tmp_path / "package")
    web = tmp_path / "package" / "web"
    changed = web / "core" / "plan.js"
    assert first_change(instance, web / "node_modules/other/index.js", changed) == [changed]
