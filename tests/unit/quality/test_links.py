"""Addresses elsewhere are asked by a command of their own, against a server on this machine."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starterspad.cli.formats.reports import LinksJson
from starterspad.cli.main import main
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.quality import links
from starterspad.quality.links import LinkStatus, addresses, check_links

from tests.conftest import TODAY
from tests.support.odd_hosts import KINDS, odd_addresses, odd_hosts, wrong_answer
from tests.support.typed_json import mismatches


class _Odd(BaseHTTPRequestHandler):
    """Answers as hosts do: well, elsewhere, no longer, not to programs, late, or not at all."""

    release = threading.Event()

    def do_GET(self) -> None:
        path = self.path.strip("/")
        if path == "slow":
            self.release.wait(10)
        if path == "cut":
            self.connection.close()
            return
        if path == "drips":
            with suppress(OSError):
                self.wfile.write(b"HTTP/1.1 200 OK\r\n")
                while not self.release.wait(0.1):
                    self.wfile.write(b"X: y\r\n")
            return
        status, to = {
            "moved": (301, "/fine"),
            "twice": (308, "/moved"),
            "for-now": (302, "/fine"),
            "to-nowhere": (301, "/gone"),
            "inside": (301, "http://192.168.0.1/"),
            "round": (302, "/round"),
            "to-ftp": (302, "ftp://127.0.0.1/file"),
            "to-file": (301, "file:///etc/passwd"),
            "to-nonsense": (301, "http://[half/"),
            "to-letters": (301, "/caf\u00c3\u00a9"),
            "to-encoded": (301, "/caf%C3%A9"),
            "gone": (410, ""),
            "missing": (404, ""),
            "refused": (403, ""),
            "broken": (503, ""),
        }.get(path, (200, ""))
        self.send_response(status)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Odd)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    _Odd.release.clear()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    _Odd.release.set()
    server.shutdown()
    server.server_close()


def loopback(name: str) -> bool:
    return name == "127.0.0.1"


def asked(host: str, path: str) -> LinkStatus:
    return links.check_link(f"{host}/{path}", loopback, 0.5)


@pytest.mark.parametrize(
    ("path", "state", "words"),
    [
        ("fine", "fine", "200"),
        ("for-now", "fine", "200"),
        ("gone", "gone", "410"),
        ("missing", "gone", "404"),
        ("to-nowhere", "gone", "410"),
        ("refused", "refused", "403"),
        ("broken", "unreachable", "503"),
        ("slow", "unreachable", "no answer in time"),
        ("round", "unreachable", "leads from one address to the next without end"),
        ("inside", "private", "leads into a private network"),
        ("to-ftp", "unreachable", "leads to ftp:, which is no page of the web"),
        ("to-file", "unreachable", "leads to file:, which is no page of the web"),
        ("to-nonsense", "unreachable", "Invalid IPv6 URL"),
        ("drips", "unreachable", "no answer in time"),
        ("caf\u00e9?vraag=\u00e9#\u00e9", "fine", "200"),
    ],
)
def test_each_kind_of_answer_has_its_word(path: str, state: str, words: str, host: str) -> None:
    assert asked(host, path) == LinkStatus(state, words)  # type: ignore[arg-type]  # one of the states


def test_a_fault_of_ours_ends_one_question_alone() -> None:
    def wrong(_: str) -> bool:
        raise TypeError("a bug")

    assert links.check_link("https://desk.example/", wrong, 0.5) == LinkStatus("unreachable", "a bug")


def test_what_moved_for_good_says_where_to(host: str) -> None:
    assert asked(host, "moved") == LinkStatus("moved", "200", f"{host}/fine")
    assert asked(host, "to-letters") == LinkStatus("moved", "200", f"{host}/caf%C3%A9")
    assert asked(host, "to-encoded") == LinkStatus("moved", "200", f"{host}/caf%C3%A9")
    assert asked(host, "twice") == LinkStatus("moved", "200", f"{host}/fine")


def test_many_addresses_end_in_time_each_with_its_answer() -> None:
    with odd_hosts() as port:
        kinds = odd_addresses(150, port)
        threads, started = threading.active_count(), time.monotonic()
        statuses = links.ask_all(kinds, reach=lambda name: name.startswith("127."), seconds=0.5, in_all=20)
        assert time.monotonic() - started < 15
        assert list(statuses) == list(kinds)
        assert set(kinds.values()) == KINDS.keys()
        wrong = [
            (a, statuses[a]) for a, kind in kinds.items() if wrong_answer(kind, statuses[a].state, statuses[a].words)
        ]
        # Where many tests run at once, a host of this machine may be late.
        assert [answer for answer in wrong if answer[1].words != "no answer in time"] == []
        assert len(wrong) < 15
        # A host that drips for ever holds nothing once its time is over.
        for thread in threading.enumerate():
            if thread.name.endswith("(ask)"):
                thread.join(5)
        assert threading.active_count() <= threads


def test_who_has_no_time_left_is_not_asked() -> None:
    with odd_hosts() as port:
        kinds = {f"http://127.0.{number}.1:{port}/silent": "silent" for number in range(100)}
        started = time.monotonic()
        statuses = links.ask_all(kinds, reach=lambda _: True, seconds=5, in_all=0.5)
        assert time.monotonic() - started < 3
    counts = Counter(status.state for status in statuses.values())
    assert counts["unasked"] >= 50
    assert counts.total() == 100
    assert LinkStatus("unasked", "the time for all addresses was over") in statuses.values()


def test_a_host_that_keeps_silent_is_asked_three_times() -> None:
    with odd_hosts() as port:
        listed = [f"http://127.0.0.1:{port}/silent/{number}" for number in range(5)]
        statuses = links.ask_all(listed, reach=lambda _: True, seconds=0.1)
    assert [statuses[address].state for address in listed] == ["unreachable"] * 3 + ["unasked"] * 2


def test_a_connection_that_breaks_and_a_host_that_is_not_there_are_no_answer(host: str) -> None:
    assert asked(host, "cut").state == "unreachable"
    assert links.check_link("http://127.0.0.1:1/", loopback, 0.5).state == "unreachable"


@pytest.mark.parametrize("name", ["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "localhost"])
def test_a_private_network_is_never_asked(name: str) -> None:
    assert not links.is_public(name)


def test_every_address_is_listed_once_with_all_its_places(tiny: Catalog, town: Catalog) -> None:
    found = addresses(tiny, TODAY)
    assert [str(place) for place in found["https://desk.example/talk"]] == ["partners/town-desk.yml:10"]
    assert all(address.startswith(("https://", "http://")) for address in addresses(town, TODAY))
    assert any(place.path.endswith("benefit.md") for places in addresses(town, TODAY).values() for place in places)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, LinkStatus]:
    given = {"https://desk.example/talk": LinkStatus("gone", "404")}
    monkeypatch.setattr(links, "check_link", lambda address, *_: given.get(address, LinkStatus("fine", "200")))
    return given


def test_the_command_says_what_is_gone_and_fails_for_that_alone(instance: Path, answers: dict[str, LinkStatus]) -> None:
    result = CliRunner().invoke(main, ["links", "--root", str(instance)])
    assert result.exit_code == 1
    assert "partners/town-desk.yml:10: gone (404): https://desk.example/talk\n" in result.output
    assert "1 gone" in result.output
    answers["https://desk.example/talk"] = LinkStatus("unreachable", "no answer in time")
    result = CliRunner().invoke(main, ["links", "--root", str(instance)])
    assert result.exit_code == 0
    assert "unreachable (no answer in time)" in result.output


def test_the_command_lists_without_asking(instance: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "check_link", lambda *_: pytest.fail("asked"))
    result = CliRunner().invoke(main, ["links", "--root", str(instance), "--list"])
    assert result.exit_code == 0
    assert "https://desk.example/talk  partners/town-desk.yml:10\n" in result.output


def test_the_command_answers_programs_too(instance: Path, answers: dict[str, LinkStatus]) -> None:
    result = CliRunner().invoke(main, ["links", "--root", str(instance), "--format", "json"])
    assert list(mismatches(json.loads(result.output), LinksJson)) == []
    found = {one["address"]: one for one in json.loads(result.output)["links"]}
    assert found["https://desk.example/talk"]["state"] == "gone"
    assert found["https://desk.example/talk"]["places"] == [{"file": "partners/town-desk.yml", "line": 10}]


def test_a_catalog_is_asked_once_for_each_address(instance: Path, answers: dict[str, LinkStatus]) -> None:
    found = check_links(load_catalog(instance), TODAY)
    assert set(found) == set(addresses(load_catalog(instance), TODAY))
    assert found["https://desk.example/talk"].state == "gone"
