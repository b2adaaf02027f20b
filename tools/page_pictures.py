"""The contact sheet: every kind of page at three widths, in both schemes and some languages, on one page.

Run it with `make sheet`; it writes build/sheet/index.html for a maintainer's eyes, and judges nothing.
"""

from __future__ import annotations

import datetime
import html
import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from starterspad.output.build import build

from tests.browser.conftest import FLAGS, serve
from tests.browser.screens import KINDS, opened
from tests.conftest import REPOSITORY

OUT = REPOSITORY / "build" / "sheet"
WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
LANGUAGES = ("nl", "fr")
TALLEST = 2400


def shoot(browser: Browser, address: str, kind: str, width: int, scheme: str, language: str) -> Path:
    """Take one picture, at most `TALLEST` pixels high, and return where it is."""
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, locale=language)  # type: ignore[arg-type]  # one of SCHEMES

    def open_page(path: str, **_: object) -> object:
        page = context.new_page()
        page.goto(address + path)
        return page

    page = opened(open_page, kind, language)  # type: ignore[arg-type]  # what the tests' fixture does, without watching
    path = OUT / f"{kind.replace(' ', '-')}-{width}-{scheme}-{language}.png"
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    page.screenshot(path=path, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    context.close()
    return path


def sheet(pictures: dict[str, list[Path]]) -> str:
    """Return the page that shows all pictures, one kind a row."""
    rows = "".join(
        f"<h2>{html.escape(kind)}</h2><div>"
        + "".join(
            f'<figure><img src="{path.name}" alt="" loading="lazy"><figcaption>{path.stem}</figcaption></figure>'
            for path in paths
        )
        + "</div>"
        for kind, paths in pictures.items()
    )
    style = "body{font:14px system-ui;background:#888}div{display:flex;gap:8px;overflow-x:auto;align-items:start}"
    style += "figure{margin:0}img{width:340px;border:1px solid #000}figcaption{font-size:11px}"
    return f"<!doctype html><meta charset=utf-8><title>Contact sheet</title><style>{style}</style>{rows}"


def main() -> None:
    kinds = sys.argv[1:] or [kind for kind in KINDS if kind != "root"]
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        build(REPOSITORY, Path(work) / "site", today=datetime.datetime.now(datetime.UTC).date())
        server = serve(Path(work) / "site")
        browser = playwright.chromium.launch(executable_path=os.environ["PORTAL_BROWSER"], args=FLAGS)
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        pictures = {
            kind: [
                shoot(browser, address, kind, width, scheme, language)
                for language in LANGUAGES
                for scheme in SCHEMES
                for width in WIDTHS
            ]
            for kind in kinds
        }
        browser.close()
        server.shutdown()
        server.server_close()
    (OUT / "index.html").write_text(sheet(pictures), "utf-8")
    print(f"{sum(map(len, pictures.values()))} pictures: open {OUT / 'index.html'}")


if __name__ == "__main__":
    main()
