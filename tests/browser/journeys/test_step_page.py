"""On the page of a step she does what she does on the plan: choose, make an appointment, wait, note, tick."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIVE, Open
from tests.browser.journeys.test_dashboard import settle
from tests.browser.screens import GIVE

STEP = "eerst-melden"


@pytest.fixture
def page(open_in_november: Open) -> Page:
    """The page of the first step of her plan."""
    page = open_in_november("nl/about/", timezone_id="Europe/Brussels")
    page.evaluate(GIVE, FIVE)
    page.goto(page.url.replace("about/", f"tasks/{STEP}/"))
    page.locator(f'[data-card="{STEP}"]').wait_for()
    return page


def test_the_card_stands_there_whole_and_what_to_say_is_open(page: Page) -> None:
    card = page.locator(f'[data-card="{STEP}"][data-state="open"]')
    expect(card.locator("[data-why]")).to_have_count(1)
    expect(card.locator('[data-helper] a[data-way="phone"]')).to_have_attribute("href", "tel:025154444")
    expect(card.locator("[data-say]:visible li").first).to_be_visible()
    expect(card.locator("[data-say]:visible")).to_have_count(1)
    # Who helps anybody is one tap behind.
    expect(page.locator('[data-part="everyone"]')).not_to_have_attribute("open", "")


def test_she_waits_there_and_takes_it_back(page: Page) -> None:
    card = page.locator(f'[data-card="{STEP}"]')
    helper = card.locator("[data-helper]").get_attribute("data-helper")
    card.get_by_role("button", name="Ik wacht").click()
    expect(card).to_have_attribute("data-state", "waiting")
    settle(page, f"tasks/{STEP}/waits-for", helper)
    expect(card.locator('[data-part="waits"]')).to_contain_text("RVA · sinds 22 november 2026")
    card.get_by_role("button", name="Vraag het opnieuw").click()
    expect(card.locator("[data-way]").first).to_be_focused()
    card.get_by_role("button", name="Ik heb antwoord").click()
    expect(card).to_have_attribute("data-state", "done")
    page.get_by_role("button", name="Toch nog niet klaar").click()
    expect(card).to_have_attribute("data-state", "open")
    settle(page, f"tasks/{STEP}/state", None)


def test_she_chooses_and_makes_an_appointment_and_notes_there_and_finds_it_on_the_plan(page: Page) -> None:
    card = page.locator(f'[data-card="{STEP}"]')
    card.locator('[data-part="help"] > summary').click()
    card.locator('[data-part="choose"]').first.click()
    expect(card).to_have_attribute("data-state", "chosen")
    card.get_by_role("button", name="Afspraak", exact=True).click()
    expect(card.get_by_label("Dag")).to_be_focused()
    card.get_by_label("Dag").fill("2026-12-01")
    card.get_by_role("button", name="Bewaar deze afspraak").click()
    expect(card).to_have_attribute("data-state", "appointment")
    card.locator("textarea:visible").fill("Formulier meenemen")
    card.locator("textarea:visible").blur()
    settle(page, f"tasks/{STEP}/notes", "Formulier meenemen")
    page.goto(page.url.replace(f"tasks/{STEP}/", "plan/"))
    row = page.locator(f'[data-task="{STEP}"]')
    expect(row).to_have_attribute("data-state", "appointment")
    expect(row.locator('[data-part="moments"]')).to_contain_text("1 december 2026")


def test_a_step_off_the_plan_has_no_card_until_she_puts_it_there(page: Page) -> None:
    page.goto(page.url.replace(STEP, "student-zelfstandige"))
    page.get_by_role("button", name="Zet op mijn plan").click()
    expect(page.locator('[data-card="student-zelfstandige"]')).to_have_attribute("data-state", "open")
    expect(page.locator('[data-part="where"]')).to_be_focused()
    page.get_by_role("button", name="Haal van mijn plan").click()
    expect(page.locator("[data-card]")).to_have_count(0)


def test_whoever_waits_or_did_it_elsewhere_is_told_and_keeps_her_place(page: Page) -> None:
    card = page.locator(f'[data-card="{STEP}"]')
    place = page.locator('[data-part="where"]')
    card.get_by_role("button", name="Ik wacht").click()
    expect(place).to_have_text("Je wacht op antwoord")
    expect(card.get_by_role("button", name="Ik heb antwoord")).to_be_focused()
    card.locator('[data-part="story"] > summary').click()
    card.get_by_role("button", name="Zet terug op mijn lijst").click()
    card.get_by_role("button", name="Ik deed dit ergens anders").click()
    expect(place).to_have_text("Elders gedaan")
