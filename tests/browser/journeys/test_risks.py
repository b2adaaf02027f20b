"""What changes for her stands in plain sight: by her answers, with the protected routes beside it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import FIVE, Open
from tests.browser.screens import GIVE, opened


def test_with_answers_she_sees_what_holds_for_her_and_what_depends_on_an_answer(open_page: Open) -> None:
    page = opened(open_page, "risks of one person", "nl")
    benefit = page.locator("#benefit [data-point]")
    expect(benefit.first).to_be_visible()
    expect(benefit.first.locator('[data-part="whom"]')).to_be_hidden()
    # She wants to live from both: what is for who lives from the business alone is not hers.
    expect(benefit.nth(1)).to_be_hidden()
    expect(page.locator("#income [data-point]").nth(1)).to_be_hidden()
    loan = page.locator("#liability [data-point]").nth(2)
    expect(loan).to_contain_text("Misschien. Dat hangt af van: Hoeveel geld je nodig hebt")
    expect(page.locator('[data-route="springplank"]')).to_be_visible()
    expect(page.locator('[data-route="student-zelfstandige"]')).to_be_hidden()
    # A theme of which nothing is hers is not there at all.
    expect(page.locator("#benefit")).to_be_visible()
    page.goto(page.url.replace("risks/", "about/"))
    page.evaluate(GIVE, FIVE | {"situation": "none-of-these"})
    page.goto(page.url.replace("about/", "risks/"))
    page.locator("[data-part=yours]:visible").wait_for()
    expect(page.locator("#benefit")).to_be_hidden()


def test_without_answers_she_sees_everything_and_for_whom_it_is(open_page: Open) -> None:
    page = open_page("nl/risks/")
    page.locator("html.ready").wait_for()
    expect(page.locator("[data-point]:visible")).to_have_count(12)
    expect(page.locator('[data-part="whom"]:visible')).to_have_count(12)
    expect(page.locator("[data-route]:visible")).to_have_count(4)
    expect(page.locator(".fact-list li").first).to_be_visible()
