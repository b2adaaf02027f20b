"""A real browser on the built site, served below a path as project pages are."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright
from starterspad.output.scripts import WEB

from tests.conftest import SiteOf

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Open = Callable[..., Page]


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:
        pass


def serve(folder: Path) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(scope="session")
def site(site_of: SiteOf) -> Path:
    """The site that the tests walk: that of the town, or of the instance that `PORTAL_SITE` names."""
    return site_of(os.environ.get("PORTAL_SITE", "town"))


@pytest.fixture(scope="session")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a host that has the site below a path, with the sources of its scripts."""
    root = tmp_path_factory.mktemp("host")
    project = root / "some-project"
    (project / "assets").mkdir(parents=True)
    for path in (*site.iterdir(), *(site / "assets").iterdir()):
        if path.name != "assets":
            (project / path.relative_to(site)).symlink_to(path)
    # What a test asks of a module, it asks of the source: a script gives only what other scripts take from it.
    (project / "assets/sources").symlink_to(WEB)
    return root


@pytest.fixture(scope="session")
def address(host: Path) -> Iterator[str]:
    server = serve(host)
    yield f"http://127.0.0.1:{server.server_address[1]}/some-project/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def ghent_address(site_of: SiteOf) -> Iterator[str]:
    """The site of this repository's own content, whatever site the tests walk."""
    server = serve(site_of("ghent"))
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("PORTAL_BROWSER")
    assert path, "no browser: run the tests with make test, or set PORTAL_BROWSER to a Chromium or a Firefox"
    with sync_playwright() as playwright:
        if "firefox" in Path(path).name:
            # A released Firefox, driven by the standard protocol.
            browser = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
        else:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Watch:
    """What went wrong on the pages of a test: policy violations, errors, and requests to other hosts."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.faults: list[str] = []

    def follow(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("console", self._read)
        page.on("request", self._ask)

    def _read(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def _ask(self, request: Request) -> None:
        if not request.url.startswith(self.address):
            self.faults.append(request.url)


@pytest.fixture
def watch(address: str) -> Iterator[Watch]:
    watch = Watch(address)
    yield watch
    assert watch.faults == []


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    contexts: list[BrowserContext] = []

    def new(**settings: Any) -> BrowserContext:
        # West of Greenwich: a day that is shown by the clock of the device would be the one before.
        zone = {"timezone_id": "Atlantic/Azores"}
        settings = {"viewport": {"width": 360, "height": 780}, "locale": "nl-BE"} | zone | settings
        contexts.append(browser.new_context(**settings))
        return contexts[-1]

    yield new
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(new_context: Callable[..., BrowserContext], watch: Watch, address: str) -> Open:
    """Open a page of the site in a context of its own, at a time that stands still if one is named (`at`).

    Nothing may go wrong on it. Its clock is set before it loads: a page that began by another one mixes two.
    """

    def open_page(path: str, *, at: str | None = None, **settings: Any) -> Page:
        page = new_context(**settings).new_page()
        watch.follow(page)
        if at:
            page.clock.set_fixed_time(at)
        page.goto(address + path)
        return page

    return open_page


@pytest.fixture
def open_in_november(open_page: Open) -> Open:
    """Open a page at a time that stands still: ten in the morning, UTC, on 22 November 2026."""
    return partial(open_page, at="2026-11-22T10:00:00")


def answer(page: Page, **answers: str | list[str]) -> None:
    """Answer questions one after the other; an underscore stands for a dash in a question's name."""
    for name, options in answers.items():
        question = name.replace("_", "-")
        page.locator(f'fieldset[data-question="{question}"]:visible').wait_for()
        for option in [options] if isinstance(options, str) else options:
            page.locator(f'input[name="{question}"][value="{option}"]').check()
        page.locator('main button[type="submit"]:visible').click()


FIVE = {"stage": "idea", "situation": "unemployment-benefit", "activity": "food", "experience": "new", "living": "both"}
