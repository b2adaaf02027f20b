"""The search asks after a slip of the finger, and where it finds nothing it says where to look."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import Open


def test_what_a_misspelt_word_may_be_meant_for_can_be_searched_with_the_keyboard(open_page: Open) -> None:
    page = open_page("nl/search/")
    field = page.get_by_role("searchbox")
    field.fill("hefbom")
    meant = page.get_by_role("button", name="hefboom", exact=True)
    expect(page.get_by_text("Bedoelde je dit?")).to_be_visible()
    meant.press("Enter")
    expect(field).to_have_value("hefboom")
    expect(field).to_be_focused()
    expect(page.get_by_text("Bedoelde je dit?")).to_be_hidden()
    expect(page.locator("[data-part=results] a").first).to_have_text("Hefboom")


def test_where_nothing_is_found_the_lists_are_near(open_page: Open) -> None:
    page = open_page("nl/search/")
    nothing = page.locator("[data-part=nothing]")
    expect(nothing).to_be_hidden()
    page.get_by_role("searchbox").fill("zzzzzz")
    expect(nothing.get_by_role("link")).to_have_count(3)
    expect(page.get_by_text("Niets gevonden voor “zzzzzz”.")).to_be_visible()
    page.get_by_role("searchbox").fill("hefboom")
    expect(nothing).to_be_hidden()
    page.get_by_role("searchbox").fill("")
    expect(nothing).to_be_hidden()
