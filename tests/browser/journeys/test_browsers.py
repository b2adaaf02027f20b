"""What browsers, translators and clocks do to a page changes nothing of what it says."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.conftest import FIVE, Open
from tests.browser.screens import GIVE

REFUSES = """for (const way of ["replaceState", "pushState"]) {
  history[way] = () => { throw new DOMException("SecurityError: 100 times per 30 seconds"); };
} null"""
TRANSLATED = """addEventListener("DOMContentLoaded", () => { document.documentElement.lang = "LANG"; });
document.addEventListener("readystatechange", () => { document.documentElement.lang = "LANG"; });"""
# The same moment is another day in each of these places.
NIGHT = "2026-11-22T23:30:00Z"


def test_a_browser_that_refuses_new_addresses_finds_and_asks_all_the_same(open_page: Open) -> None:
    page = open_page("nl/search/")
    page.evaluate(REFUSES)
    page.get_by_role("searchbox").press_sequentially("microstart")
    expect(page.locator("[data-part=results] a").first).to_have_text("microStart")
    page.goto(page.url.replace("search/", "partners/"))
    page.locator("[role=status]:not(:empty)").wait_for()
    page.evaluate(REFUSES)
    page.get_by_role("searchbox").press_sequentially("microstart")
    expect(page.locator('[data-part="status"]')).to_have_text("1 organisatie")
    page.goto(page.url.split("#")[0].replace("partners/", "questions/"))
    page.locator('fieldset[data-question="stage"]:visible').wait_for()
    page.evaluate(REFUSES)
    page.locator('fieldset[data-question="stage"] input').first.check()
    page.locator('main button[type="submit"]:visible').click()
    expect(page.locator('fieldset[data-question="situation"]:visible')).to_have_count(1)


def test_the_address_says_what_was_looked_for_once_she_pauses_and_when_she_leaves(open_page: Open) -> None:
    page = open_page("nl/search/")
    page.get_by_role("searchbox").fill("microstart")
    expect(page).to_have_url(re.compile("#q=microstart$"))
    page.get_by_role("searchbox").fill("hefboom")
    page.locator("[data-part=results] a", has_text="Hefboom").first.click()
    page.locator("h1").wait_for()
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("hefboom")


@pytest.mark.parametrize("said", ["auto", "", "zh_CN"])
def test_a_page_that_was_translated_and_back_searches_and_says_dates_in_its_own_language(
    open_in_november: Open, said: str
) -> None:
    page = open_in_november("nl/about/", timezone_id="Europe/Brussels")
    page.add_init_script(TRANSLATED.replace("LANG", said))
    page.evaluate(GIVE, FIVE)
    page.goto(page.url.replace("about/", "plan/"))
    card = page.locator('[data-card="eerst-melden"]')
    card.get_by_role("button", name="Ik wacht").click()
    expect(page.locator('[data-part="waits-tasks"]')).to_contain_text("sinds 22 november 2026")
    page.goto(page.url.replace("plan/", "search/"))
    page.get_by_role("searchbox").fill("microstart")
    expect(page.locator("[data-part=status]")).to_contain_text("gevonden")


@pytest.mark.parametrize(("place", "day"), [("Europe/Brussels", "23 november"), ("America/Montreal", "22 november")])
def test_a_copy_was_changed_on_the_day_where_she_is(open_page: Open, place: str, day: str) -> None:
    page = open_page("nl/plan/", timezone_id=place)
    page.locator(".keep > summary").click()
    at = page.evaluate("(moment) => Date.parse(moment)", NIGHT)
    fields = {"answers/stage": {"value": ["idea"], "at": [at, 0, "x"]}}
    plan = {"kind": "starterspad-plan", "journal_schema": 2, "fields": fields}
    page.locator('[data-part="file"]').set_input_files(
        FilePayload(name="plan.json", mimeType="application/json", buffer=json.dumps(plan).encode())
    )
    expect(page.locator('[data-part="preview-words"]')).to_contain_text(f"{day} 2026")
