"""A worksheet is kept as she leaves a field, improved in rounds, and printed for the talk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.journeys.test_export_import import NAME


@pytest.fixture
def page(open_in_november: Open) -> Page:
    page = open_in_november("nl/worksheets/canvas/")
    page.locator('[data-part="fields"]:visible').wait_for()
    return page


def write(page: Page, prompt: str, words: str) -> None:
    page.locator(f'textarea[name="{prompt}"]').fill(words)
    page.locator(f'textarea[name="{prompt}"]').blur()
    expect(page.locator('[data-part="told"]')).to_have_text("Bewaard op dit toestel.")


def test_what_she_writes_is_there_when_she_comes_back(page: Page) -> None:
    fresh = page.get_by_role("button", name="Begin een nieuwe ronde")
    expect(fresh).to_be_hidden()
    other = page.context.new_page()
    other.goto(page.url)
    other.locator('[data-part="fields"]:visible').wait_for()
    write(page, "whom", "Mijn buren <b>")
    expect(fresh).to_be_visible()
    expect(page.locator('[data-part="earlier-box"]')).to_be_hidden()
    expect(other.locator('textarea[name="whom"]')).to_have_value("Mijn buren <b>")
    page.reload()
    expect(page.locator('textarea[name="whom"]')).to_have_value("Mijn buren <b>")
    # What she takes away is taken back, and not kept as blanks.
    page.locator('textarea[name="whom"]').fill("  ")
    page.locator('textarea[name="whom"]').blur()
    kept = "(name) => JSON.parse(localStorage.getItem(name)).fields['sheets/canvas/1/whom'].value === null"
    page.wait_for_function(kept, arg=NAME)


def test_a_new_round_begins_with_the_words_of_the_last_and_shows_what_changed(page: Page) -> None:
    write(page, "whom", "Iedereen")
    write(page, "offer", "Soep")
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    page.get_by_role("button", name="Begin een nieuwe ronde").click()
    expect(page.locator('[data-part="round"]')).to_have_text("Ronde 2")
    expect(page.locator('textarea[name="whom"]')).to_have_value("Iedereen")
    expect(page.locator('textarea[name="whom"]')).to_be_focused()
    expect(page.locator('[data-part="earlier"] li').nth(1)).to_contain_text("Ronde 2, 1 december 2026.")
    write(page, "whom", "Mijn buren")
    write(page, "learned", "Ze eten laat")
    told = page.locator('[data-part="earlier"] li')
    expect(told).to_have_text(
        [
            "Ronde 1, 22 november 2026. Veranderd: Voor wie?; Wat bied ik?",
            "Ronde 2, 1 december 2026. Veranderd: Voor wie?; Wat leerde ik van echte mensen?",
        ]
    )
    page.reload()
    expect(page.locator('textarea[name="whom"]')).to_have_value("Mijn buren")


def test_it_is_printed_on_one_sheet_with_all_that_was_written(page: Page) -> None:
    for prompt in ("whom", "need", "offer", "price", "find", "tested", "learned"):
        write(page, prompt, "Een zin over wat ik bedenk, en nog een zin. " * 3)
    page.emulate_media(media="print")
    expect(page.locator('[data-part="written"]').first).to_be_visible()
    expect(page.locator("textarea").first).to_be_hidden()
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1


def test_a_sheet_that_was_written_counts_at_the_gate(page: Page) -> None:
    page.goto(page.url.replace("/worksheets/canvas/", "/worksheets/motivation/"))
    page.locator('[data-part="fields"]:visible').wait_for()
    write(page, "for", "Tijd voor mijn kinderen")
    page.goto(page.url.replace("/worksheets/motivation/", "/decide/you-and-idea/"))
    wish = page.locator('[data-criterion="wish"]')
    expect(wish).to_have_attribute("data-state", "done")


def test_without_script_there_are_the_questions_with_room_to_write(open_page: Open) -> None:
    page = open_page("nl/worksheets/canvas/", java_script_enabled=False)
    expect(page.locator('[data-part="without"] li:visible')).to_have_count(7)
    expect(page.locator("textarea:visible")).to_have_count(0)
