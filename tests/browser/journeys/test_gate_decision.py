"""At the end of a phase she decides: go, go with conditions, not yet or no; each has a way on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from starterspad.content.limits import WRITING_LIMITS

from tests.browser.conftest import Open
from tests.browser.journeys.test_calculator import KEEP, SHORT
from tests.browser.journeys.test_task_details import card
from tests.browser.screens import opened

LONGEST_OWN_STEP = WRITING_LIMITS["own_step"]


@pytest.fixture
def page(open_in_november: Open) -> Page:
    """The first gate, for someone who has a plan, on a day in November."""
    page = opened(open_in_november, "plan", "nl")
    page.locator('[data-task="zelfinzicht"] .tick input').check()
    page.goto(page.url.replace("/plan/", "/decide/you-and-idea/"))
    page.locator('[data-part="form"]:visible').wait_for()
    return page


def choose(page: Page, decision: str) -> None:
    page.locator(f'input[name="decision"][value="{decision}"]').check()


def test_her_plan_and_her_mirror_show_how_each_criterion_stands(page: Page) -> None:
    yourself = page.locator('[data-criterion="yourself"]')
    expect(yourself).to_have_attribute("data-state", "open")
    expect(yourself.locator('[data-task="zelfinzicht"]')).to_contain_text("(Gedaan)")
    expect(page.locator('[data-criterion="talk"]')).to_have_attribute("data-state", "open")
    expect(page.locator('[data-criterion="talk"] [data-part="state"]')).to_have_text("Nog niet gedaan")


def test_a_no_ends_well(page: Page) -> None:
    choose(page, "no")
    page.get_by_label("Waarom kies je dit?").fill("Thuis kan het nu niet. <b>")
    page.get_by_role("button", name="Bewaar mijn keuze").click()
    kept = page.locator('[data-part="kept-words"]')
    expect(kept).to_have_text("Op 22 november 2026 koos je: Nee, dit niet.")
    expect(kept).to_be_focused()
    expect(page.locator('[data-part="kept-why"]')).to_have_text("Thuis kan het nu niet. <b>")
    ways = page.locator("[data-follows]:visible .row__title")
    expect(ways).to_contain_text(["Een baan die bij je past"])
    expect(page.locator("[data-follows]:visible", has_text="Zelfstandige in hoofdberoep")).to_have_count(0)
    page.reload()
    expect(kept).to_have_text("Op 22 november 2026 koos je: Nee, dit niet.")


def test_conditions_become_steps_of_her_plan_and_the_decision_may_change(page: Page) -> None:
    choose(page, "conditions")
    page.get_by_label("Wat doe je eerst?").fill(f"Met mijn zus praten\n\n{'Een cursus rekenen ' * 10}")
    page.get_by_label("Waarom kies je dit?").fill("Ik kan niet rekenen.")
    page.get_by_label("Ik kijk opnieuw op").fill("2027-02-01")
    page.get_by_role("button", name="Bewaar mijn keuze").click()
    expect(page.locator('[data-part="kept-again"]')).to_have_text("Ik kijk opnieuw op 1 februari 2027")
    page.get_by_role("button", name="Verander mijn keuze").click()
    expect(page.locator('input[value="conditions"]')).to_be_checked()
    expect(page.locator('input[value="conditions"]')).to_be_focused()
    # Her steps stand on her plan already: they are not made twice.
    expect(page.get_by_label("Wat doe je eerst?")).to_have_value("")
    choose(page, "go")
    expect(page.get_by_label("Wat doe je eerst?")).to_be_hidden()
    page.get_by_role("button", name="Bewaar mijn keuze").click()
    expect(page.locator('[data-part="kept-words"]')).to_contain_text("Ja, ik ga verder")
    expect(page.locator('[data-part="kept-again"]')).to_have_text("")
    page.reload()
    page.get_by_role("button", name="Verander mijn keuze").click()
    expect(page.get_by_label("Waarom kies je dit?")).to_have_value("Ik kan niet rekenen.")
    page.goto(page.url.replace("/decide/you-and-idea/", "/plan/"))
    for step in ("Met mijn zus praten", "Een cursus rekenen"):
        expect(page.locator(".row__title", has_text=step)).to_have_count(1)
    course = page.locator(".row__title", has_text="Een cursus rekenen").text_content() or ""
    assert LONGEST_OWN_STEP - 20 < len(course) <= LONGEST_OWN_STEP


def test_nothing_is_kept_before_she_chooses(page: Page) -> None:
    page.get_by_role("button", name="Bewaar mijn keuze").click()
    expect(page.get_by_text("Kies een antwoord.")).to_be_visible()
    expect(page.locator('input[name="decision"]').first).to_be_focused()
    expect(page.locator('[data-part="kept"]')).to_be_hidden()
    choose(page, "go")
    expect(page.get_by_text("Kies een antwoord.")).to_be_hidden()


def test_without_script_every_criterion_and_every_way_on_can_be_read(open_page: Open) -> None:
    page = open_page("nl/decide/you-and-idea/", java_script_enabled=False)
    expect(page.locator("[data-criterion]:visible")).to_have_count(5)
    expect(page.locator("[data-follows]:visible")).to_have_count(6)


def test_a_decision_changes_the_plan_and_a_step_that_waits_for_one_leads_to_it(page: Page) -> None:
    plan = page.url.replace("/decide/you-and-idea/", "/plan/")
    decide = page.url
    page.goto(plan)
    page.locator("#phase-you-and-idea > summary").click()
    expect(page.locator("#phase-you-and-idea").get_by_role("link", name="Ga je verder met je idee?")).to_be_visible()
    waiting = page.locator('[data-waits-for="gate.you-and-idea"]')
    page.locator('[data-part="mine"] > summary').click()
    page.locator('[data-part="more-questions"] > summary').click()
    expect(waiting.get_by_role("link", name="Ga je verder met je idee?")).to_have_attribute(
        "href", "../decide/you-and-idea/"
    )
    expect(waiting.locator("form")).to_be_hidden()
    page.goto(decide)
    page.locator('[data-part="form"]:visible').wait_for()
    choose(page, "no")
    page.get_by_role("button", name="Bewaar mijn keuze").click()
    page.locator('[data-part="kept"]:visible').wait_for()
    page.goto(plan)
    other = card(page, "andere-weg")
    expect(other).to_have_attribute("data-state", "open")
    expect(other.locator('[data-part="because"]')).to_contain_text("Ga je verder met je idee? (Nee, dit niet)")


def test_what_the_mirror_shows_changes_the_plan(page: Page) -> None:
    page.goto(page.url.replace("/decide/you-and-idea/", "/mirror/"))
    page.locator("[data-part=short]:visible").click()
    page.locator('.statement--here input[name="return-1"][value="2"]').check()
    page.get_by_role("button", name="Stop en toon de uitslag").click()
    page.locator("[data-part=result]:visible").wait_for()
    page.goto(page.url.replace("/mirror/", "/plan/"))
    expect(page.locator('[data-task="rekenen-oefenen"]')).to_have_attribute("data-state", "open")
    expect(card(page, "rekenen-oefenen").locator('[data-part="because"]')).to_contain_text(
        "Besef van rendement (wil je in groeien)"
    )


ENOUGH = {"own-cash": "20000", "sales": "9000", "fixed-costs": "100", "living": "100", "contributions": "0", "vat": "0"}


@pytest.mark.parametrize(
    ("figures", "stands", "says"),
    [
        ({}, "unknown", "Nog niet uitgerekend. Reken het hier uit:"),
        (SHORT, "open", "Volgens je kasplan kom je binnen drie maanden geld tekort. Bekijk je berekening:"),
        (ENOUGH, "done", "Volgens je kasplan heb je twee jaar lang genoeg geld. Bekijk je berekening:"),
    ],
)
def test_what_her_cash_plan_came_to_stands_with_the_money_that_she_needs(
    new_context: Callable[..., BrowserContext],
    ghent_address: str,
    figures: dict[str, str],
    stands: str,
    says: str,
) -> None:
    page = new_context().new_page()
    page.goto(f"{ghent_address}nl/about/")
    page.evaluate(KEEP, {f"money/kasplan/now/{id}": figure for id, figure in figures.items()})
    page.goto(f"{ghent_address}nl/decide/plan-and-money/")
    money = page.locator('[data-criterion="money"]')
    expect(money).to_have_attribute("data-state", stands)
    expect(money.locator("[data-cut]:visible")).to_have_text(says)
    expect(money.get_by_role("link", name="Heb ik elke maand genoeg geld?")).to_be_visible()
