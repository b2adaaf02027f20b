"""The step that stands open: it waits, is taken back, stays open when an answer changes, and says what is assumed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIVE, Open
from tests.browser.journeys.test_dashboard import settle
from tests.browser.journeys.test_task_details import story
from tests.browser.screens import GIVE

WAITING = '[data-part="waits-tasks"] > [data-task]'


@pytest.fixture
def page(open_in_november: Open) -> Page:
    """Her first plan, on a day in November, nothing done."""
    page = open_in_november("nl/about/", timezone_id="Europe/Brussels")
    page.evaluate(GIVE, FIVE)
    page.goto(page.url.replace("about/", "plan/"))
    page.locator("[data-card]").wait_for()
    return page


def test_what_she_waits_for_stands_apart_says_since_when_and_ends_when_she_has_an_answer(page: Page) -> None:
    card = page.locator('[data-card="eerst-melden"]')
    helper = card.locator("[data-helper]").get_attribute("data-helper")
    expect(card.locator('a[data-way="phone"]')).to_have_attribute("href", "tel:025154444")
    card.get_by_role("button", name="Ik wacht").click()
    row = page.locator(WAITING)
    expect(row).to_have_attribute("data-task", "eerst-melden")
    expect(row).to_have_attribute("data-state", "waiting")
    # The next step is never one that waits.
    expect(page.locator('[data-part="now-tasks"] > [data-card]')).not_to_have_attribute("data-task", "eerst-melden")
    settle(page, "tasks/eerst-melden/waits-for", helper)
    page.clock.set_fixed_time("2026-12-05T10:00:00")
    page.reload()
    expect(row.locator('[data-part="waits"]')).to_contain_text("RVA · sinds 22 november 2026, 13 dagen. Dat is lang")
    row.get_by_role("button", name="Vraag het opnieuw").click()
    expect(row.locator("[data-way]").first).to_be_focused()
    row.get_by_role("button", name="Ik heb antwoord").click()
    expect(page.locator('[data-task="eerst-melden"]')).to_have_attribute("data-state", "done")
    expect(page.locator('[data-part="waits-box"]')).to_be_hidden()


def test_a_tick_makes_room_for_the_next_step_and_can_be_taken_back(page: Page) -> None:
    page.locator('[data-card="eerst-melden"]').get_by_role("button", name="Gedaan", exact=True).click()
    expect(page.locator('[data-part="now-tasks"] > [data-card]')).not_to_have_attribute("data-task", "eerst-melden")
    back = page.get_by_role("button", name="Toch niet")
    expect(back).to_be_focused()
    back.click()
    expect(page.locator('[data-part="now-tasks"] > [data-card]')).to_have_attribute("data-task", "eerst-melden")
    settle(page, "tasks/eerst-melden/state", None)


def test_the_first_step_stays_open_when_an_answer_makes_its_row_anew(page: Page) -> None:
    first = page.locator('[data-part="now-tasks"] > :first-child')
    row = first.element_handle()
    other = page.context.new_page()
    other.goto(page.url.replace("plan/", "questions/#situation"))
    other.locator('input[name="situation"][value="living-wage"]').check()
    other.locator('main button[type="submit"]:visible').click()
    yes = other.get_by_role("button", name="Ja, verander mijn antwoord")
    settled = other.locator("main h1:visible", has_not_text="Wat klopt nu voor jou?")
    expect(yes.or_(settled).first).to_be_visible()
    if yes.is_visible():
        yes.click()
    settle(page, "answers/situation", ["unemployment-benefit", "living-wage"])
    # The step is there for another reason now: its row is another one, and open.
    expect(first.locator('[data-part="because"]')).to_contain_text("leefloon")
    expect(first).to_have_attribute("data-card", "eerst-melden")
    assert row
    assert row.evaluate("(row) => row.isConnected") is False


def test_a_phone_number_that_nobody_called_says_so(page: Page) -> None:
    notes = page.locator('[data-card="eerst-melden"] [data-part="notes"]')
    expect(notes).to_contain_text("Nummer van jaarverslag.rva.be; nog niemand heeft het gebeld.")


def test_what_she_does_not_know_is_not_asked_again_at_once(page: Page) -> None:
    card = page.locator('[data-part="cards"] > [data-waits-for]')
    asked = card.get_attribute("data-waits-for")
    card.locator('input[value="dont-know"]').check()
    card.get_by_role("button", name="Beantwoord deze vraag").click()
    expect(page.locator(f'[data-part="cards"] > [data-waits-for="{asked}"]')).to_have_count(0)
    expect(card).to_have_count(1)
    page.locator('[data-part="mine"] > summary').click()
    page.locator('[data-part="more-questions"] > summary').click()
    expect(page.locator(f'[data-part="more-cards"] > [data-waits-for="{asked}"]')).to_be_visible()


def test_another_language_has_changed_nothing_of_her_plan(page: Page) -> None:
    page.reload()
    page.locator("[data-card]").wait_for()
    page.goto(page.url.replace("/nl/", "/fr/"))
    page.locator("[data-card]").wait_for()
    expect(page.locator("portal-plan[aria-busy]")).to_have_count(0)
    expect(page.locator('[data-part="news"]')).to_be_hidden()
    expect(page.locator('[data-part="badge"]:visible')).to_have_count(0)


def test_what_she_presses_never_leaves_her_without_a_place_on_the_page(page: Page) -> None:
    story(page, "eerst-melden").get_by_role("button", name="Ik deed dit ergens anders").click()
    back = page.get_by_role("button", name="Toch niet")
    expect(back).to_be_focused()
    back.click()
    expect(page.locator('[data-task="eerst-melden"] .tick input')).to_be_focused()
    page.keyboard.press("Space")
    expect(back).to_be_focused()
    page.locator('.phase:has([data-task="eerst-melden"]) > summary').click()
    page.locator('[data-task="eerst-melden"] .tick input').focus()
    page.keyboard.press("Space")
    expect(page.locator('[data-task="eerst-melden"] .tick input')).to_be_focused()
