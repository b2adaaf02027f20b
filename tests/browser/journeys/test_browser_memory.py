"""How long a browser keeps a plan: what it promises, and a window of the home screen with a memory of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import FIVE, Open, answer
from tests.browser.journeys.test_export_import import NAME
from tests.browser.journeys.test_task_details import row
from tests.browser.screens import PLAN_FILE

# A browser that gives this answer, and counts how often it was asked.
ANSWERS = """(() => {{
  let given = false;
  const count = () => Number(sessionStorage.getItem("asked") ?? 0);
  StorageManager.prototype.persisted = async () => given || ({answer} && count() > 0);
  StorageManager.prototype.persist = async () => {{
    sessionStorage.setItem("asked", count() + 1);
    given = {answer};
    return given;
  }};
}})()"""
KNOWS_NOTHING = "Object.defineProperty(navigator, 'storage', { value: undefined })"
ASKED = "Number(sessionStorage.getItem('asked') ?? 0)"
HOME_SCREEN = "Object.defineProperty(navigator, 'standalone', { value: true })"
STEP = "thuis-bespreken"


def plan(open_page: Open, script: str) -> Page:
    """Return her first plan, in a browser with a script of its own."""
    page = open_page("nl/about/")
    page.add_init_script(script)
    page.goto(page.url.replace("about/", "questions/"))
    answer(page, **FIVE)
    page.locator("[data-screen=enough]:visible").wait_for()
    page.goto(page.url.replace("questions/", "plan/").split("#")[0])
    page.locator("[data-task]").first.wait_for()
    return page


@pytest.mark.parametrize(
    ("given", "words"),
    [("true", "Deze browser beloofde je plan te bewaren."), ("false", "Deze browser mag je plan wissen.")],
)
def test_the_first_tick_asks_the_browser_to_keep_the_plan_and_tells_its_answer(
    given: str, words: str, open_page: Open
) -> None:
    page = plan(open_page, ANSWERS.format(answer=given))
    said = page.locator('[data-part="copy-promise"]')
    expect(said).to_be_hidden()
    assert page.evaluate(ASKED) == 0
    row(page, STEP).locator(".tick input").check()
    expect(said).to_contain_text(words)
    assert page.evaluate(ASKED) == 1
    # Once: neither the next tick nor the same again asks anew.
    row(page, STEP).locator(".tick input").uncheck()
    row(page, STEP).locator(".tick input").check()
    row(page, "eerst-melden").locator(".tick input").check()
    expect(page.locator('[data-task="eerst-melden"]').first).to_have_attribute("data-state", "done")
    assert page.evaluate(ASKED) == 1
    page.reload()
    expect(said).to_contain_text(words)
    assert page.evaluate(ASKED) == 1
    # What the browser said is no part of what she takes along.
    assert "promise" not in page.evaluate("(name) => localStorage.getItem(name)", NAME)
    assert page.evaluate("Object.keys(localStorage)") == [NAME]


def test_a_first_tick_on_the_page_of_a_step_asks_too(open_page: Open) -> None:
    page = plan(open_page, ANSWERS.format(answer="true"))
    page.goto(page.url.replace("plan/", f"tasks/{STEP}/"))
    page.get_by_role("button", name="Gedaan").click()
    expect(page.locator("[data-card]")).to_have_attribute("data-state", "done")
    page.wait_for_function(f"() => {ASKED} === 1")


def test_a_browser_that_knows_no_promise_may_erase_the_plan(open_page: Open) -> None:
    page = plan(open_page, KNOWS_NOTHING)
    row(page, STEP).locator(".tick input").check()
    expect(page.locator('[data-part="copy-promise"]')).to_contain_text("Deze browser mag je plan wissen.")


def test_the_box_leads_to_a_link_to_herself_with_its_warning(open_page: Open) -> None:
    page = plan(open_page, ANSWERS.format(answer="false"))
    row(page, STEP).locator(".tick input").check()
    page.get_by_role("button", name="Maak een link voor jezelf").click()
    expect(page.locator('[data-part="share"]')).to_be_focused()
    # A copy without what she answered would be another plan.
    for name in ("progress", "notes", "sensitive"):
        expect(page.locator(f'[data-part="with-{name}"]')).to_be_checked()
    expect(page.locator(".keep .warning")).to_be_visible()
    page.locator('.keep [data-part="link"]').click()
    link = page.locator('[data-part="url"]')
    expect(link).to_be_visible()
    other = open_page("nl/about/")
    other.goto(link.input_value())
    expect(other.locator('[data-part="preview-words"]')).to_contain_text("gedane stappen 1")


def test_a_window_of_the_home_screen_without_a_plan_says_why_and_opens_a_copy(open_page: Open, tmp_path: Path) -> None:
    page = open_page("nl/about/")
    page.add_init_script(HOME_SCREEN)
    page.goto(page.url.replace("about/", ""))
    why = page.locator('[data-part="own-memory"]')
    expect(why).to_contain_text("Het ziet niet wat je in Safari deed.")
    why.get_by_role("link", name="Open een bewaard plan").click()
    expect(why).to_contain_text("een eigen geheugen")
    why.get_by_role("button", name="Open een bewaard plan").click()
    field = page.locator('.keep [data-part="file"]')
    expect(field).to_be_focused()
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(PLAN_FILE), "utf-8")
    field.set_input_files(path)
    page.get_by_role("button", name="Vervang mijn plan").click()
    expect(page.locator("[data-task]").first).to_be_visible()
    expect(why).to_be_hidden()
    page.goto(page.url.replace("plan/", ""))
    expect(page.locator('portal-resume-banner [data-part="back"]')).to_be_visible()
    expect(why).to_be_hidden()


@pytest.mark.parametrize("path", ["nl/", "nl/plan/"])
def test_any_other_window_without_a_plan_says_nothing_of_a_home_screen(path: str, open_page: Open) -> None:
    page = open_page(path)
    page.locator("html.ready").wait_for()
    expect(page.locator('[data-part="own-memory"]')).to_be_hidden()
