"""Where a browser cannot print, as one inside an app, the page says beside the button what to do instead."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIVE, Open
from tests.browser.journeys.test_coach import desk
from tests.browser.journeys.test_current_plan import KEEP

__all__ = ["desk"]
WAYS = {
    "is not there": "delete window.print; window.print = undefined; null",
    "throws": "window.print = () => { throw new Error(); }; null",
}


def says_what_to_do(page: Page, button: str) -> None:
    page.locator(button).click()
    words = page.locator('[role="status"]').filter(has_text="Afdrukken lukt hier niet.")
    expect(words).to_have_count(1)
    expect(words).to_be_visible()
    expect(page.locator("html.prints-plan, .print-sheet")).to_have_count(0)
    page.locator(button).click()
    expect(words).to_have_count(1)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("path", "button"),
    [
        ("paper", "portal-print-button button"),
        ("worksheets/canvas", "[data-part=print]"),
        ("risks", "[data-part=print]"),
    ],
)
def test_a_page_that_cannot_be_printed_says_so(open_page: Open, path: str, button: str, way: str) -> None:
    page = open_page(f"nl/{path}/")
    page.evaluate(WAYS[way])
    says_what_to_do(page, button)


def test_a_plan_that_cannot_be_printed_leaves_no_sheet_and_counts_as_no_copy(open_page: Open) -> None:
    page = open_page("nl/about/")
    page.evaluate(KEEP, {f"answers/{question}": [option] for question, option in FIVE.items()})
    page.goto(page.url.replace("about/", "plan/"))
    page.locator(".keep > summary").click()
    page.evaluate(WAYS["is not there"])
    says_what_to_do(page, '[data-part="print"]')
    assert "plan/saved" not in page.evaluate("JSON.stringify(localStorage)")


def test_the_plans_on_a_desk_leave_no_sheet(desk: Page) -> None:
    desk.evaluate(WAYS["is not there"])
    says_what_to_do(desk, '[data-part="print"]')
