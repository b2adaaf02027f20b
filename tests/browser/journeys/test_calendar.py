"""The calendar in a browser: what is over goes by itself, filters stand in the address, months lead to days."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import FIVE, Open
from tests.browser.screens import GIVE
from tests.support.accessibility import violations


def titles(page: Page) -> list[str]:
    return page.locator(".date:visible .row__title").all_inner_texts()


def tick(page: Page, group: str, name: str) -> None:
    if page.get_by_text("Kies wat je wilt zien").locator("..").get_attribute("open") is None:
        page.get_by_text("Kies wat je wilt zien").click()
    details = page.locator("details.filter details.filter", has=page.locator(f'[data-group="{group}"]'))
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    details.get_by_role("checkbox", name=name).check()


@pytest.fixture
def at(new_context: Callable[..., BrowserContext], address: str) -> Callable[[str, str], Page]:
    """Opens a page at a moment."""

    def open_at(path: str, moment: str) -> Page:
        page = new_context(locale="nl-BE", timezone_id="Europe/Brussels").new_page()
        page.clock.set_fixed_time(moment)
        page.goto(f"{address}{path}")
        page.locator("html.ready").wait_for()
        return page

    return open_at


def test_what_is_over_goes_by_itself(at: Callable[[str, str], Page]) -> None:
    before = at("nl/calendar/", "2026-12-03T10:59:00Z")
    assert titles(before)[:2] == ["Infosessie over starten met een coöperatie", "Online vragen stellen over btw"]
    expect(before.get_by_role("status")).to_have_text("29 data in de komende dertien maanden")
    after = at("nl/calendar/", "2026-12-03T11:00:00Z")
    assert titles(after)[0] == "Online vragen stellen over btw"
    expect(after.get_by_role("status")).to_have_text("28 data in de komende dertien maanden")
    # The day still has something: its table leads to what is left of it.
    after.locator('.month a:has-text("3")').first.click()
    expect(after.locator("#on-2026-12-03")).to_contain_text("Online vragen stellen over btw")
    expect(at("nl/tasks/btw/", "2026-12-03T19:29:00Z").locator("portal-dates")).to_have_count(1)
    expect(at("nl/tasks/btw/", "2026-12-03T19:30:00Z").locator("portal-dates")).to_have_count(0)


def test_when_all_is_over_it_says_what_to_do(at: Callable[[str, str], Page]) -> None:
    page = at("nl/calendar/", "2028-06-01T10:00:00Z")
    assert titles(page) == []
    expect(page.get_by_text("Er staat nu niets in de agenda.")).to_be_visible()
    expect(page.locator("table:visible")).to_have_count(0)
    event = at("nl/events/vragen-over-btw/", "2026-12-04T10:00:00Z")
    expect(event.get_by_text("We kennen nu geen dag. Vraag aan Xerius")).to_be_visible()


def test_filters_combine_count_and_stand_in_the_address(at: Callable[[str, str], Page], address: str) -> None:
    page = at("nl/calendar/", "2026-11-23T10:00:00Z")
    tick(page, "kind", "Workshop")
    expect(page.get_by_role("status")).to_have_text("11 data in de komende dertien maanden")
    assert set(titles(page)) == {"Elf workshops: van idee tot zaak"}
    expect(page).to_have_url(re.compile("#kind=workshop$"))
    expect(page.locator('details[data-month="2026-12"]').first).to_be_hidden()
    tick(page, "kind", "Ontmoeting")
    tick(page, "cost", "gratis")
    assert titles(page) == ["Starters ontmoeten elkaar", "Avond voor banken en boekhouders"]
    # A day of which nothing is shown leads nowhere.
    expect(page.locator(".month a[href='#on-2026-12-10']")).to_have_count(1)
    expect(page.locator(".month a[href='#on-2026-12-03']")).to_have_count(0)
    page.goto("about:blank")
    page.goto(f"{address}nl/calendar/#kind=meeting&cost=free")
    expect(page.get_by_role("status")).to_have_text("2 data in de komende dertien maanden")
    page.get_by_role("button", name="Wis alle filters").click()
    expect(page.get_by_role("status")).to_have_text("29 data in de komende dertien maanden")
    expect(page).to_have_url(re.compile("^[^#]*$"))


def test_a_day_in_a_folded_month_opens_its_list(at: Callable[[str, str], Page]) -> None:
    page = at("nl/calendar/", "2026-11-23T10:00:00Z")
    page.locator(".calendar__months summary", has_text="Maart 2027").click()
    page.locator(".month a:visible", has_text="11").last.click()
    expect(page.locator("#on-2027-03-11")).to_be_in_viewport()
    expect(page.locator("#on-2027-03-11 .row__title")).to_be_visible()


@pytest.mark.chromium
def test_without_scripts_everything_stands_there(new_context: Callable[..., BrowserContext], address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}nl/calendar/")
    expect(page.get_by_role("status")).to_have_text("29 data in de komende dertien maanden")
    expect(page.get_by_text("Kies wat je wilt zien")).to_be_hidden()
    page.locator(".calendar__months summary", has_text="Maart 2027").click()
    page.locator(".month a:visible", has_text="11").last.click()
    expect(page.locator(".date")).to_have_count(29)


def test_a_file_of_a_date_is_there_to_be_kept(open_page: Open, address: str) -> None:
    page = open_page("nl/events/elf-workshops/")
    for link in page.locator("a[href$='.ics']").all():
        answer = page.request.get(f"{address}nl/events/elf-workshops/{link.get_attribute('href')}")
        assert answer.ok
        assert answer.text().startswith("BEGIN:VCALENDAR\r\n")


# The calendar and a single event are among the screens of the sweep.
@pytest.mark.parametrize("path", ["fr/events/elf-workshops/", "nl/events/praatcafe/"])
def test_it_is_accessible(path: str, new_context: Callable[..., BrowserContext], address: str) -> None:
    page = new_context(color_scheme="dark", viewport={"width": 320, "height": 740}).new_page()
    page.goto(f"{address}{path}")
    page.locator("html.ready").wait_for()
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_her_plan_says_what_is_held_this_week_until_that_step_is_behind_her(
    at: Callable[[str, str], Page], address: str
) -> None:
    page = at("nl/about/", "2026-12-02T12:00:00Z")
    page.evaluate(GIVE, {**FIVE, "situation": "jobseeker"})
    page.goto(f"{address}nl/plan/")
    week = page.locator(".week")
    expect(week.locator("h2")).to_have_text("Deze week voor jou")
    rows = week.locator("li")
    title, when = "Infosessie over starten met een coöperatie", "Donderdag 3 december, 10:00–12:00"
    expect(rows).to_have_text([f"{title}{when}Zaal in de bibliotheek"])
    expect(rows.locator("a")).to_have_attribute("href", re.compile("/events/infosessie-starterslabo/$"))
    assert violations(page) == []
    page.locator('portal-plan li[data-task="praat-met-iemand"] .tick input').first.dispatch_event("click")
    expect(week).to_be_hidden()
    # Without answers, and where nothing is hers, nothing stands there.
    page.clock.set_fixed_time("2027-11-22T10:00:00Z")
    page.reload()
    expect(page.locator("portal-plan .now li").first).to_be_visible()
    expect(week).to_be_hidden()
