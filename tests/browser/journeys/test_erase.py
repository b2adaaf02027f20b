"""Whoever used the device of somebody else takes away all that this portal kept there, and nothing of another."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.journeys.test_coach import TRACES
from tests.browser.journeys.test_current_plan import KEEP
from tests.browser.journeys.test_export_import import NAME

# What another portal of this host keeps, above this one, below it and beside it.
OTHERS = [
    f"starterspad:{path}{ending}"
    for path in ("/", f"{NAME.partition(':')[2]}en/", "/other/")
    for ending in ("", ":scheme")
]


def erase(page: Page) -> None:
    page.get_by_text("Wis alles op dit toestel").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.", exact=True)).to_be_focused()


@pytest.mark.parametrize(
    "fields",
    [
        {"mirror/m1/day": "2026-11-20", "mirror/m1/given/plan-1": 3},
        {"sheets/canvas/1/whom": "Mijn buren"},
        {"tasks/kbo/notes": "Bellen"},
        {},
    ],
    ids=["mirror", "worksheet", "notes", "nothing"],
)
def test_everything_can_be_erased_without_any_answer(open_page: Open, fields: dict[str, Any]) -> None:
    page = open_page("nl/about/")
    if fields:
        page.evaluate(KEEP, fields)
    page.goto(page.url.replace("about/", "plan/"))
    page.locator("html.ready").wait_for()
    erase(page)
    assert page.evaluate(TRACES) == [[], [], []]
    page.reload()
    expect(page.get_by_text("Je hebt nog geen plan.")).to_be_visible()
    expect(page.get_by_text("Alles is gewist.", exact=True)).to_be_hidden()
    assert page.evaluate(TRACES) == [[], [], []]


def test_drafts_and_colours_go_too_and_what_other_portals_keep_stays(open_page: Open) -> None:
    page = open_page("nl/join/")
    page.locator('[data-path="name"]').fill("Steunpunt")
    page.locator("portal-color-scheme button").click()
    page.goto(page.url.replace("join/", "coach/"))
    page.locator('[data-part="desk"]:visible').wait_for()
    page.locator('[data-part="you"]').evaluate(
        "(field) => { field.value = 'Jan'; field.dispatchEvent(new Event('input')); }"
    )
    page.evaluate("(names) => names.forEach((name) => localStorage.setItem(name, 'dark'))", OTHERS)
    page.evaluate("() => new Promise((done) => { indexedDB.open('starterspad:/other/').onsuccess = done; })")
    page.goto(page.url.replace("coach/", "plan/"))
    page.locator("html.ready").wait_for()
    local, session, _ = page.evaluate(TRACES)
    assert sorted(set(local) - set(OTHERS)) == [f"{NAME}:join:", f"{NAME}:scheme"]
    assert session == [f"{NAME}:coach"]
    assert page.locator("html").get_attribute("data-scheme")
    erase(page)
    local, session, databases = page.evaluate(TRACES)
    assert (sorted(local), session, databases) == (sorted(OTHERS), [], ["starterspad:/other/"])
    assert page.locator("html").get_attribute("data-scheme") is None
