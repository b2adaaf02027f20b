"""Compare pictures of two built sites: `python -m tools.compare_pictures BEFORE AFTER` ends with 1 when any differ.

Every kind of page that the tests know is brought into its state in both sites, and taken at three widths in both
schemes and on paper, animations off and the clock standing still. Two pixels are equal when no channel differs by more
than `TOLERANCE`; one unequal pixel is a difference. What differs lies in build/pictures/ afterwards: before, after, and
the difference in red. `--by-address` takes a page of each sort by its address, for sites other than Ghent's.
"""

from __future__ import annotations

import argparse
import functools
import io
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Browser, BrowserContext, FloatRect, Page, sync_playwright

from tests.browser.conftest import FLAGS, serve
from tests.browser.screens import KINDS, opened
from tests.conftest import REPOSITORY

OUT = REPOSITORY / "build" / "pictures"
WIDTHS = (360, 768, 1440)
SCHEMES = ("light", "dark")
# An A4 sheet at 96 dots an inch.
PAPER = 794
# Of 255 in a channel: no eye sees it, and a browser draws a round corner a little otherwise from time to time.
TOLERANCE = 16
# A browser rounds the place of what sticks or scrolls to one pixel or the next, as it happens to draw.
ATTEMPTS = 3
# A browser draws no picture that is higher.
TALLEST = 16_000
NOW = "2026-11-22T10:00:00"
# Kind of page -> why its pictures may differ.
EXCEPTIONS: Mapping[str, str] = {}

# A device writes under a random name, which stands in links and QR codes; and printing opens a window.
_STILL = "Crypto.prototype.getRandomValues = (array) => array.fill(7); window.print = () => {};"
_OPEN_DETAILS = "document.querySelectorAll('main details').forEach((details) => { details.open = true; })"


def pictures(page: Page) -> Iterator[tuple[str, Image.Image]]:
    """Yield name and picture of a page at every width and scheme, then as it is printed; the page stays printed."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]  # one of SCHEMES
            yield f"{width}-{scheme}", _picture(page, width)
    button = page.locator('main [data-part="print"]:visible')
    if button.count():
        button.first.click()
    page.set_viewport_size({"width": PAPER, "height": 800})
    page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    yield "printed", _picture(page, PAPER)


def _picture(page: Page, width: int) -> Image.Image:
    page.mouse.move(0, 0)
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip: FloatRect = {"x": 0, "y": 0, "width": width, "height": height}
    content = page.screenshot(full_page=True, clip=clip, animations="disabled", caret="hide")
    return Image.open(io.BytesIO(content)).convert("RGB")


def difference(before: Image.Image, after: Image.Image) -> Image.Image | None:
    """Return where two pictures differ, in red on white, or nothing when they are equal."""
    size = (max(before.width, after.width), max(before.height, after.height))
    # What one picture lacks is black in it: no page of ours is.
    first, second = (picture.crop((0, 0, *size)) for picture in (before, after))
    channels = ImageChops.difference(first, second).split()
    strongest = functools.reduce(ImageChops.lighter, channels)
    unequal = strongest.point(lambda value: 255 if value > TOLERANCE else 0)
    if before.size == after.size and unequal.getbbox() is None:
        return None
    marked = Image.new("RGB", size, "white")
    marked.paste("red", mask=unequal)
    return marked


def open_kind(context: BrowserContext, address: str, kind: str, language: str) -> Page:
    """Open a kind of page in its state, with the clock standing still."""

    def open_page(path: str, **_: object) -> Page:
        page = context.new_page()
        page.clock.set_fixed_time(NOW)
        page.goto(address + path)
        return page

    return opened(open_page, kind, language)


def open_address(context: BrowserContext, address: str, path: str) -> Page:
    """Open a page by its address, with all that it folds away."""
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(address + path, wait_until="networkidle")
    page.evaluate(_OPEN_DETAILS)
    return page


def addresses(site: Path) -> list[str]:
    """Return the page of each folder and the first page of each folder's folders: one of each sort."""
    by_folder: dict[Path, str] = {}
    for path in sorted(site.rglob("*.html")):
        place = path.relative_to(site)
        sort = place.parent.parent / "…" if len(place.parts) > 3 else place
        by_folder.setdefault(sort, place.as_posix())
    return [address for address in by_folder.values() if address != "index.html"]  # which goes on to a language at once


def take(browser: Browser, address: str, name: str, arguments: argparse.Namespace) -> dict[str, Image.Image]:
    """Return every picture of a page of the site that is served at the address, by name."""
    context = browser.new_context(
        viewport={"width": WIDTHS[0], "height": 800},
        locale=arguments.language,
        reduced_motion="reduce",
        java_script_enabled=name != "root",  # which goes on to a language at once
    )
    context.add_init_script(_STILL)
    if arguments.by_address:
        page = open_address(context, address, name)
    else:
        page = open_kind(context, address, name, arguments.language)
    taken = dict(pictures(page))
    context.close()
    return taken


def compare(browser: Browser, address: str, link: Path, name: str, arguments: argparse.Namespace) -> list[str]:
    """Take and compare all pictures of a page; return the names of those that differ, and keep them in `arguments.out`.

    Both sites are served at the same address, one after the other, because links and QR codes hold it: `link` is the
    folder that is served there. What differs once and is equal when taken anew is equal.
    """
    differing: dict[str, list[Image.Image]] = {}
    for attempt in range(ATTEMPTS):
        taken = []
        for site in (arguments.before, arguments.after):
            link.unlink(missing_ok=True)
            link.symlink_to(site.resolve())
            taken.append(take(browser, address, name, arguments))
        before, after = taken
        marked = {shot: difference(before[shot], after[shot]) for shot in (differing if attempt else before)}
        differing = {shot: [before[shot], after[shot], picture] for shot, picture in marked.items() if picture}
        if not differing:
            break
    stems = []
    for shot, three in differing.items():
        stems.append(f"{name}-{shot}-{arguments.language}".replace("/", "-").replace(" ", "-"))
        for suffix, picture in zip(("before", "after", "difference"), three, strict=True):
            picture.save(arguments.out / f"{stems[-1]}-{suffix}.png")
    return stems


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("pages", nargs="*", help="only these kinds or addresses (default: all)")
    parser.add_argument("--language", default="nl")
    parser.add_argument("--by-address", action="store_true", help="a page of each sort by its address")
    parser.add_argument("--out", type=Path, default=OUT, help="where the pictures that differ are put")
    arguments = parser.parse_args()
    names = arguments.pages or (addresses(arguments.before) if arguments.by_address else list(KINDS))
    shutil.rmtree(arguments.out, ignore_errors=True)
    arguments.out.mkdir(parents=True)
    differing, excused = 0, 0
    with tempfile.TemporaryDirectory() as work, sync_playwright() as playwright:
        server = serve(Path(work))
        address = f"http://127.0.0.1:{server.server_address[1]}/site/"
        browser = playwright.chromium.launch(executable_path=os.environ["PORTAL_BROWSER"], args=FLAGS)
        for name in names:
            for picture in compare(browser, address, Path(work) / "site", name, arguments):
                reason = EXCEPTIONS.get(name)
                print(f"differs: {picture}" + (f" (excepted: {reason})" if reason else ""), flush=True)
                differing, excused = differing + (not reason), excused + bool(reason)
        browser.close()
        server.shutdown()
        server.server_close()
    shots = len(names) * (len(WIDTHS) * len(SCHEMES) + 1)
    print(f"{differing} differing pictures of {shots}, {excused} excepted: {arguments.out}")
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
