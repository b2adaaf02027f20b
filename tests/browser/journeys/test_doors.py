"""The doors for who does not start with questions, and the step's own page for who has a plan."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from starterspad.content.catalog import Catalog

from tests.browser.conftest import FIVE, Open, answer


def with_answers(open_page: Open) -> Page:
    page = open_page("nl/questions/")
    answer(page, **FIVE)
    expect(page.locator("[data-screen=enough]")).to_be_visible()
    return page


def test_a_step_can_be_ticked_off_on_its_own_page(open_page: Open, address: str) -> None:
    page = with_answers(open_page)
    page.goto(f"{address}nl/tasks/zelfinzicht/")
    expect(page.get_by_text("Deze stap staat op je plan.")).to_be_visible()
    page.get_by_role("button", name="Gedaan").click()
    expect(page.get_by_text("Je hebt deze stap gedaan.")).to_be_visible()
    expect(page.get_by_role("button", name="Toch nog niet klaar")).to_be_focused()
    page.get_by_role("button", name="Toch nog niet klaar").click()
    expect(page.get_by_text("Deze stap staat op je plan.")).to_be_visible()
    expect(page.get_by_role("button", name="Haal van mijn plan")).to_be_hidden()
    page.get_by_role("button", name="Gedaan").click()
    expect(page.get_by_text("Je hebt deze stap gedaan.")).to_be_visible()
    # A plan in the database alone is a plan; and where the browser does not say what it holds, there may be one.
    page.evaluate("localStorage.clear()")
    for script in ("null", "delete IDBFactory.prototype.databases"):
        page.add_init_script(script)
        page.reload()
        expect(page.get_by_text("Je hebt deze stap gedaan.")).to_be_visible()
    page.goto(f"{address}nl/plan/")
    expect(page.locator('[data-task="zelfinzicht"] input')).to_be_checked()
    here = page.locator('.bar a[aria-current="page"], .menu a[aria-current="page"]')
    assert here.evaluate_all("(links) => [...new Set(links.map(({ href }) => href))]") == [page.url]


def test_a_step_that_is_not_on_the_plan_can_be_put_there_and_taken_off(open_page: Open, address: str) -> None:
    page = with_answers(open_page)
    page.goto(f"{address}nl/tasks/student-zelfstandige/")
    expect(page.get_by_text("Deze stap staat niet op je plan.")).to_be_visible()
    page.get_by_role("button", name="Zet op mijn plan").click()
    expect(page.get_by_text("Je hebt deze stap zelf op je plan gezet.")).to_be_visible()
    page.goto(f"{address}nl/plan/")
    row = page.locator('[data-task="student-zelfstandige"]')
    expect(row.locator('[data-part="added"]')).to_have_text("Je hebt deze stap zelf op je plan gezet.")
    expect(row).to_have_attribute("data-state", "open")
    page.goto(f"{address}nl/tasks/student-zelfstandige/")
    page.get_by_role("button", name="Haal van mijn plan").click()
    expect(page.get_by_text("Deze stap staat niet op je plan.")).to_be_visible()


def test_who_has_no_plan_sees_a_step_without_any_of_this(open_page: Open) -> None:
    page = open_page("nl/tasks/zelfinzicht/")
    page.wait_for_load_state("networkidle")
    expect(page.locator('[data-part="on-plan"]')).to_be_hidden()
    expect(page.get_by_role("heading", name="Wie helpt je?")).to_be_visible()


def test_who_comes_back_sees_where_she_stands_and_her_next_step(open_page: Open, address: str) -> None:
    page = with_answers(open_page)
    page.goto(f"{address}nl/")
    expect(page.get_by_text(re.compile(r"^Je hebt 0 van de \d+ stappen gedaan\.$"))).to_be_visible()
    expect(page.get_by_role("link", name="Maak mijn plan")).to_be_hidden()
    page.locator('[data-part="next-link"]').click()
    page.get_by_role("button", name="Gedaan").click()
    expect(page.get_by_text("Je hebt deze stap gedaan.")).to_be_visible()
    page.goto(f"{address}nl/")
    expect(page.get_by_text(re.compile(r"^Je hebt 1 van de \d+ stappen gedaan\.$"))).to_be_visible()
    expect(page.locator('[data-part="next-link"]')).to_have_text("Kijk eerst naar jezelf")


def test_a_question_leads_to_who_can_answer_it(open_page: Open) -> None:
    page = open_page("nl/ask/")
    page.get_by_text("Wie leent mij geld om te beginnen?").click()
    page.get_by_role("link", name="microStart").first.click()
    expect(page.locator("h1")).to_have_text("microStart")


def test_a_typed_question_is_searched_on_the_same_page(open_page: Open) -> None:
    page = open_page("fr/ask/")
    page.get_by_role("searchbox").fill("qui me prête de l'argent")
    expect(page.locator("[data-part=results] a").first).to_be_visible()
    assert page.locator("[data-part=results] a").count() <= 20
    # The words stand in the address: who comes back finds the same.
    page.reload()
    expect(page.locator("[data-part=results] a").first).to_be_visible()
    page.get_by_role("searchbox").fill("zzzz")
    expect(page.locator("portal-search [data-part=status]")).to_contain_text("zzzz")
    expect(page.locator("[data-part=results] a")).to_have_count(0)
    page.get_by_role("searchbox").fill("")
    expect(page.locator("portal-search [data-part=status]")).to_have_text("")


def test_a_door_leads_to_steps_and_people_without_script(open_page: Open) -> None:
    page = open_page("nl/", java_script_enabled=False)
    page.get_by_role("link", name="Je bent een vrouw").click()
    expect(page.get_by_role("link", name="Fempreneurs (Artemis, Markant)").first).to_be_visible()
    page.get_by_role("link", name="Praat met iemand over je plan").click()
    expect(page.locator("h1")).to_have_text("Praat met iemand over je plan")


@pytest.mark.chromium
def test_the_path_prints_with_every_step_on_it(open_page: Open, town: Catalog) -> None:
    page = open_page("nl/phases/")
    expect(page.get_by_role("button", name="Druk het pad af")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".boxes li:visible").count() == len(town.tasks)
    expect(page.locator(".printed")).to_be_visible()
    expect(page.locator("header")).to_be_hidden()
