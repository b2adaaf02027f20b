"""A slow phone, and what it asks for: pages in a browser at a sixth of the speed, on a network that costs nothing."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, sync_playwright
from starterspad.output.script_bundler import node_program

SLOWER = 6
# What a host compresses; pictures and fonts are sent as they are.
_TEXTS = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
_BROTLI = """const sizes = {};
for (const path of JSON.parse(fs.readFileSync(0))) sizes[path] = zlib.brotliCompressSync(fs.readFileSync(path)).length;
console.log(JSON.stringify(sizes));"""


class Phone:
    """A page in a browser, as small as a phone's, and the files of the site that it asked for."""

    def __init__(self, page: Page, address: str, site: Path) -> None:
        self.page = page
        self.address = address
        self.site = site
        self.asked: list[Path] = []
        page.on("request", lambda request: self._note(request.url))

    def open(self, path: str) -> None:
        """Open a page of the site, and wait until it asks for nothing more."""
        self.page.goto(f"{self.address}{path}", wait_until="networkidle")

    def slow_down(self) -> None:
        self.page.context.new_cdp_session(self.page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def weights(self) -> dict[Path, int]:
        """Return what each file that was asked for weighs, as a host sends it that compresses with brotli."""
        return in_brotli(dict.fromkeys(self.asked))

    def _note(self, url: str) -> None:
        if url.startswith(self.address):
            path = self.site / unquote(urlsplit(url).path).lstrip("/")
            path = path / "index.html" if path.is_dir() else path
            if path.is_file():
                self.asked.append(path)


def in_brotli(paths: Mapping[Path, None] | Sequence[Path]) -> dict[Path, int]:
    """Return how many bytes a host sends of each file."""
    texts = [str(path) for path in paths if path.suffix in _TEXTS]
    sizes: dict[str, int] = json.loads(_node("-e", _BROTLI, said=json.dumps(texts)))
    return {path: sizes.get(str(path), path.stat().st_size) for path in paths}


def _node(*arguments: str, said: str = "") -> str:
    node = node_program()
    assert node
    return subprocess.run([node, *arguments], input=said, capture_output=True, encoding="utf-8", check=True).stdout


def in_node(script: Path, *arguments: str) -> str:
    """Return what a script prints."""
    return _node(str(script), *arguments)


class Phones:
    """Takes a new phone, on which nothing was kept, for each thing that is measured."""

    def __init__(self, browser: Browser, address: str, site: Path) -> None:
        self.browser = browser
        self.address = address
        self.site = site

    @contextmanager
    def new(self) -> Iterator[Phone]:
        context = self.browser.new_context(viewport={"width": 360, "height": 780})
        try:
            yield Phone(context.new_page(), self.address, self.site)
        finally:
            context.close()


@contextmanager
def phones(site: Path) -> Iterator[Phones]:
    """Serve a site and yield the phones that look at it."""
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["PORTAL_BROWSER"], args=["--no-sandbox"])
        try:
            yield Phones(browser, address, site)
        finally:
            browser.close()


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass
