"""A portal that moved to another folder of its host: what people kept on their devices comes along."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import FIVE, Open, answer
from tests.browser.journeys.test_export_import import NAME
from tests.browser.journeys.test_faults import PUT

OLD = "starterspad:/before/"
NEIGHBOUR = "starterspad:/before/en/"
SCRIPT = '<script type="module" src="../../assets/{}/head/moved.js" data-moved-from="/before/"></script>'


def moved(route: Route) -> None:
    """The page as a portal has it that says where it stood before."""
    response = route.fetch()
    text = response.text()
    assets = text.split("/assets/")[1].split("/")[0]
    route.fulfill(
        response=response,
        body=text.replace('<script type="module"', f'{SCRIPT.format(assets)}<script type="module"', 1),
    )


def kept_before(open_page: Open) -> Page:
    """Make a plan, and put it where the portal would have kept it at its place of before."""
    page = open_page("nl/questions/")
    answer(page, **FIVE)
    page.locator("[data-screen=enough]:visible").wait_for()
    journal = page.evaluate("(name) => localStorage.getItem(name)", NAME)
    page.goto(page.url.replace("questions/", "about/").split("#")[0])
    page.evaluate("(name) => { localStorage.clear(); indexedDB.deleteDatabase(name); }", NAME)
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [OLD, journal])
    page.evaluate(PUT.replace(NAME, OLD), ["journal", json.loads(journal)])
    page.evaluate("(name) => localStorage.setItem(name, 'hers')", NEIGHBOUR)
    page.route("**/nl/plan/", moved)
    return page


@pytest.mark.parametrize("lost", ["neither", "local copy", "database"])
def test_a_plan_of_the_place_of_before_comes_along_from_either_copy_and_goes_from_there(
    lost: str, open_page: Open
) -> None:
    page = kept_before(open_page)
    if lost == "local copy":
        page.evaluate("(name) => localStorage.removeItem(name)", OLD)
    if lost == "database":
        page.evaluate("(name) => { indexedDB.deleteDatabase(name); }", OLD)
    page.goto(page.url.replace("about/", "plan/"))
    expect(page.locator('[data-task="eerst-melden"]').first).to_be_visible()
    page.wait_for_function("async () => !(await indexedDB.databases()).some(({ name }) => name.includes('/before/'))")
    assert page.evaluate("() => Object.keys(localStorage).sort()") == [NEIGHBOUR, NAME]
    page.unroute("**/nl/plan/")
    page.reload()
    expect(page.locator('[data-task="eerst-melden"]').first).to_be_visible()


def test_what_was_begun_here_since_stays(open_page: Open) -> None:
    page = kept_before(open_page)
    page.evaluate('(name) => localStorage.setItem(name, \'{"journal_schema": 3, "fields": {}}\')', NAME)
    page.evaluate(PUT, ["journal", {"journal_schema": 3, "fields": {}}])
    page.goto(page.url.replace("about/", "plan/"))
    expect(page.get_by_text("Je hebt nog geen plan.")).to_be_visible()
    assert OLD in page.evaluate("() => Object.keys(localStorage)")
