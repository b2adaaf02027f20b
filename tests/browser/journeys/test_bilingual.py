"""A sheet for the desk, in two languages: with a plan it holds the steps that are hers, what she does now first."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import FIVE, Open, answer

NOW = '[data-part="now-pairs"] [data-task]'


def test_with_a_plan_it_holds_her_steps_and_first_those_of_now(open_page: Open) -> None:
    page = open_page("fr/questions/")
    answer(page, **FIVE)
    root = page.url.partition("/fr/")[0]
    page.goto(f"{root}/fr/plan/")
    rows = page.locator('[data-part="now-tasks"] > [data-task]')
    expect(rows.first).to_be_visible()
    now = [row.get_attribute("data-task") for row in rows.all()]
    page.goto(f"{root}/fr/bilingual/")
    expect(page.locator(NOW).first).to_be_visible()
    assert [row.get_attribute("data-task") for row in page.locator(NOW).all()] == now
    expect(page.locator(NOW).first.locator("[lang=nl]")).not_to_be_empty()
    shown = page.locator("portal-bilingual [data-task]:visible").count()
    assert len(now) < shown < page.locator("portal-bilingual [data-task]").count()
    expect(page.locator('[data-part="all"]')).to_be_hidden()


def test_without_answers_it_holds_every_step_and_leads_to_the_questions(open_page: Open) -> None:
    page = open_page("en/bilingual/")
    page.locator("html.ready").wait_for()
    rows = page.locator("portal-bilingual [data-task]")
    expect(page.locator("portal-bilingual [data-task]:visible")).to_have_count(rows.count())
    expect(page.locator('[data-part="all"] a')).to_be_visible()
    expect(page.locator(NOW)).to_have_count(0)


def test_who_speaks_her_language_is_one_tap_away(open_page: Open) -> None:
    page = open_page("fr/bilingual/")
    page.locator('a[href$="#language=fr"]').click()
    expect(page.locator('input[name="language"][data-value="fr"]')).to_be_checked()
