"""What lenders ask, beside what she has: her sums are answered at once, and the lender decides."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.journeys.test_calculator import KEEP
from tests.browser.journeys.test_workbook import answer


@pytest.fixture
def page(open_in_november: Open) -> Page:
    page = open_in_november("nl/loans/")
    page.locator('[data-part="sums"]:visible').wait_for()
    return page


def loan(page: Page, id: str) -> Locator:
    return page.locator(f'[data-loan="{id}"]')


def test_her_sums_are_answered_as_she_types_and_kept(page: Page) -> None:
    expect(page.locator('[data-part="fits"]:visible')).to_have_count(0)
    page.locator('input[name="amount"]').fill("30.000")
    expect(loan(page, "microkrediet").locator('[data-part="fits"]')).to_have_text("Deze lening gaat tot 25.000 euro.")
    page.locator('input[name="own"]').fill("5000")
    expect(page.locator('[data-part="share"]')).to_have_text("Je brengt zelf 16,6% in van wat je leent.")
    expect(loan(page, "startlening").locator('[data-part="fits"]')).to_have_text(
        "Je bedrag past bij deze lening. Ze vragen minstens 25% van jezelf: daarvoor kom je 2.500 euro tekort."
    )
    page.locator('input[name="own"]').fill("7500")
    expect(loan(page, "startlening").locator('[data-part="fits"]')).to_contain_text(
        "minstens 25% van jezelf: dat heb je"
    )
    page.locator('input[name="own"]').blur()
    page.reload()
    expect(page.locator('[data-part="share"]')).to_have_text("Je brengt zelf 25% in van wat je leent.")


@pytest.mark.parametrize("text", ["veel", "1e9", "-3", "0,5"])
def test_what_is_no_sum_ends_in_a_sentence(page: Page, text: str) -> None:
    page.locator('input[name="amount"]').fill(text)
    expect(page.locator('[data-part="share"]')).to_have_text("Schrijf een bedrag in hele euro's, zoals 2500.")


def test_what_she_has_comes_from_her_plan_and_what_she_ticks(page: Page) -> None:
    start = loan(page, "startlening")
    expect(start.locator('[data-part="have"]')).to_have_text("Je hebt 0 van de 3.")
    start.get_by_role("checkbox").check()
    expect(start.locator('[data-part="have"]')).to_have_text("Je hebt 1 van de 3.")
    page.goto(page.url.replace("/loans/", "/workbook/"))
    page.locator('[data-part="actions"]:visible').wait_for()
    for question in ("startgeld", "kosten", "kas", "leven"):
        answer(page, f"geld/{question}", "Zie de berekening.")
    page.goto(page.url.replace("/workbook/", "/loans/"))
    expect(start.locator('[data-criterion="cijfers"]')).to_have_attribute("data-state", "done")
    expect(start.locator('[data-criterion="plan"]')).to_have_attribute("data-state", "unknown")
    expect(start.locator('[data-part="have"]')).to_have_text("Je hebt 2 van de 3.")
    expect(start.get_by_role("checkbox")).to_be_checked()


def test_without_script_it_says_what_lenders_ask(open_page: Open) -> None:
    page = open_page("nl/loans/", java_script_enabled=False)
    expect(page.locator('[data-part="sums"]')).to_be_hidden()
    expect(page.get_by_text("De lener beslist, niet wij.")).to_be_visible()
    expect(loan(page, "microkrediet")).to_contain_text("Je identiteitskaart en je bankkaart")


def test_own_money_that_she_worked_out_stands_there_until_she_writes_it_herself(
    new_context: Callable[..., BrowserContext], ghent_address: str
) -> None:
    page = new_context().new_page()
    page.goto(f"{ghent_address}nl/about/")
    page.evaluate(KEEP, {"money/startkapitaal/now/own-money": "7500.99", "loans/amount": "30000"})
    page.goto(f"{ghent_address}nl/loans/")
    own, taken = page.locator('input[name="own"]'), page.locator('[data-part="own-from"]')
    expect(own).to_have_value("7.500")
    expect(taken).to_have_text("Overgenomen uit: Hoeveel geld heb ik nodig om te starten?")
    expect(page.locator('[data-part="share"]')).to_have_text("Je brengt zelf 25% in van wat je leent.")
    own.fill("6000")
    expect(taken).to_be_hidden()
    own.blur()
    page.reload()
    expect(page.locator('[data-part="share"]')).to_have_text("Je brengt zelf 20% in van wat je leent.")
    expect(own).to_have_value("6000")
    expect(taken).to_be_hidden()
    # What she takes out again is taken over once more, and it leads to where it comes from.
    own.fill("")
    own.blur()
    expect(own).to_have_value("7.500")
    taken.get_by_role("link").click()
    page.locator('[data-input="own_money"]:visible').wait_for()


def test_without_figures_nothing_is_taken_and_nothing_loaded_for_it(
    new_context: Callable[..., BrowserContext], ghent_address: str
) -> None:
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{ghent_address}nl/loans/")
    page.locator('[data-part="sums"]:visible').wait_for()
    page.locator('[data-part="have"]:visible').first.wait_for()
    expect(page.locator('[data-part="own-from"]')).to_be_hidden()
    assert "calculators.json" not in asked
