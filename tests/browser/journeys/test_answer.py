"""Who has one question gets the step, who helps and a letter on one page, without a questionnaire."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open


def found(page: Page, words: str, title: str) -> None:
    page.get_by_role("searchbox").fill(words)
    page.locator("[data-part=results]").get_by_role("link", name=title, exact=True).click()


@pytest.mark.parametrize("path", ["nl/talk/", "nl/ask/"])
def test_a_step_that_is_found_shows_who_helps_and_writes_a_letter_on_the_same_page(open_page: Open, path: str) -> None:
    page = open_page(path)
    found(page, "ondernemingsplan", "Schrijf je ondernemingsplan en reken het door")
    card = page.locator(".answer")
    expect(card.get_by_role("heading", name="Schrijf je ondernemingsplan en reken het door")).to_be_focused()
    expect(card.locator("[data-helper] [data-way]").first).to_be_visible()
    expect(card.get_by_role("link", name="Lees de hele stap")).to_have_attribute(
        "href", re.compile("/tasks/ondernemingsplan/$")
    )
    card.locator("[data-part=help] > summary").click()
    # Whose turn it is differs each time; all of them are there.
    card.locator("[data-part=more]").click()
    card.get_by_role("link", name="Schrijf een e-mail").first.click()
    expect(card.get_by_role("textbox", name="Lees na, en schrijf je vraag erbij")).to_be_visible()
    # There is no plan here that could keep anything.
    expect(card.get_by_role("button", name="Gedaan")).to_have_count(0)
    expect(card.get_by_role("button", name="Kies")).to_have_count(0)
    assert page.url.partition("#")[0].endswith(path)
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_another_step_takes_its_place_and_what_is_no_step_is_a_page(open_page: Open) -> None:
    page = open_page("nl/talk/")
    found(page, "ondernemingsplan", "Schrijf je ondernemingsplan en reken het door")
    found(page, "btw-nummer", "Activeer je btw-nummer en kies je btw-regeling")
    expect(page.locator(".answer h2")).to_have_text(["Activeer je btw-nummer en kies je btw-regeling"])
    found(page, "microstart", "microStart")
    expect(page.locator("h1")).to_have_text("microStart")
