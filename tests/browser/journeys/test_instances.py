"""The journey of a starter in other cities than the town, which the other tests walk: in each of their languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Watch, serve
from tests.conftest import SiteOf
from tests.support.accessibility import violations

pytestmark = pytest.mark.night

JOURNEYS = [("groningen", "nl"), ("groningen", "en"), ("arabic", "ar"), ("tiny", "en")]
TASK = {"groningen": "kvk-inschrijven", "arabic": "register", "tiny": "register"}


@pytest.fixture(scope="module")
def addresses(site_of: SiteOf) -> Iterator[Callable[[str], str]]:
    """Serve an instance when the first journey through it begins."""
    served: dict[str, str] = {}
    servers = []

    def address(name: str) -> str:
        if name not in served:
            servers.append(serve(site_of(name)))
            served[name] = f"http://127.0.0.1:{servers[-1].server_address[1]}/"
        return served[name]

    yield address
    for server in servers:
        server.shutdown()
        server.server_close()


def sound(page: Page) -> None:
    """Nothing is wrong with the page that one sees: for axe, on a narrow screen, in both schemes."""
    page.emulate_media(color_scheme="light")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, ("color-contrast",)) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize(("name", "language"), JOURNEYS)
def test_she_walks_from_the_first_page_to_a_ticked_step(
    name: str, language: str, addresses: Callable[[str], str], new_context: Callable[..., BrowserContext]
) -> None:
    root = f"{addresses(name)}{language}/"
    page = new_context(locale=language, viewport={"width": 320, "height": 700}, reduced_motion="reduce").new_page()
    watch = Watch(addresses(name))
    watch.follow(page)
    page.goto(root)
    assert page.evaluate("document.body.dir") == ("rtl" if language == "ar" else "ltr")
    sound(page)
    page.locator(".hero__actions a").first.click()
    page.locator("fieldset:visible").wait_for()
    sound(page)
    for _ in range(30):
        page.locator("main h1:visible, main legend:visible").first.wait_for()
        if page.locator("[data-screen=enough]:visible, [data-screen=check]:visible").count():
            break
        asked = page.locator("fieldset:visible").first.get_attribute("data-question")
        page.locator("fieldset:visible input").first.check()
        page.locator('main button[type="submit"]:visible').click()
        page.locator(f'fieldset[data-question="{asked}"]').first.wait_for(state="hidden")
    page.goto(f"{root}plan/")
    page.locator("html.ready").wait_for()
    expect(page.locator("portal-plan[aria-busy]")).to_have_count(0)
    sound(page)
    tick = page.locator('[data-task][data-state="open"] .tick input').first
    task = page.locator('[data-task][data-state="open"]').first.get_attribute("data-task")
    tick.check()
    expect(page.locator(f'[data-task="{task}"]').first).to_have_attribute("data-state", "done")
    page.reload()
    expect(page.locator(f'[data-task="{task}"]').first).to_have_attribute("data-state", "done")
    for path in (f"tasks/{TASK[name]}/", "partners/", "gaps/", "phases/", "ask/"):
        page.goto(root + path)
        page.locator("html.ready").wait_for()
        sound(page)
    assert watch.faults == []
