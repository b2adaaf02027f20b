"""What is longer than its field holds stays whole in it, with how much is too many; nothing is told as kept."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect
from starterspad.content.limits import WRITING_LIMITS

from tests.browser.conftest import Open
from tests.browser.journeys.test_coach import desk, write_with
from tests.browser.journeys.test_export_import import NAME

__all__ = ["desk"]
VALUE = "([name, path]) => JSON.parse(localStorage.getItem(name) ?? '{\"fields\":{}}').fields[path]?.value ?? null"


def says_too_many(field: Locator, count: int) -> None:
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(rf"^Dit is {count} tekens? te lang"))


def test_a_worksheet_keeps_what_fits_and_cuts_nothing_off(open_in_november: Open) -> None:
    page = open_in_november("nl/worksheets/canvas/")
    field, told = page.locator('textarea[name="whom"]'), page.locator('[data-part="told"]')
    path = [NAME, "sheets/canvas/1/whom"]
    field.fill("Mijn buren")
    field.blur()
    expect(told).to_have_text("Bewaard op dit toestel.")
    pasted = "x" * 6205
    field.fill(pasted)
    says_too_many(field, 6205 - WRITING_LIMITS["worksheet"])
    field.blur()
    expect(told).to_have_text("")
    assert page.evaluate(VALUE, path) == "Mijn buren"
    # Another field is kept; this one stays as she left it, and no new round begins without it.
    page.locator('textarea[name="offer"]').fill("Soep")
    page.locator('textarea[name="offer"]').blur()
    page.wait_for_function(f"(arguments) => ({VALUE})(arguments) === 'Soep'", arg=[NAME, "sheets/canvas/1/offer"])
    expect(field).to_have_value(pasted)
    expect(told).to_have_text("")
    page.get_by_role("button", name="Begin een nieuwe ronde").click()
    expect(field).to_be_focused()
    expect(page.locator('[data-part="round"]')).to_have_text("Ronde 1")
    field.fill(pasted[: WRITING_LIMITS["worksheet"]])
    expect(field).not_to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("")
    field.blur()
    expect(told).to_have_text("Bewaard op dit toestel.")
    assert page.evaluate(VALUE, path) == pasted[: WRITING_LIMITS["worksheet"]]


def test_a_decision_is_not_kept_while_a_line_of_it_is_too_long_for_a_step(open_in_november: Open) -> None:
    page = open_in_november("nl/decide/plan-and-money/")
    page.locator('input[value="conditions"]').check()
    first = page.locator('[data-part="first"]')
    line = "y" * (WRITING_LIMITS["own_step"] + 1)
    first.fill(f"Bel mijn tante\n{line}")
    expect(first).to_have_accessible_description(re.compile("^Een regel is 1 teken te lang"))
    page.locator('[data-part="form"] [type="submit"]').click()
    expect(first).to_be_focused()
    assert page.evaluate(VALUE, [NAME, "gates/plan-and-money/decision"]) is None
    first.fill(f"Bel mijn tante\n{line[1:]}")
    page.locator('[data-part="form"] [type="submit"]').click()
    expect(page.locator('[data-part="kept"]')).to_be_visible()
    kept = page.evaluate("(name) => Object.values(JSON.parse(localStorage.getItem(name)).fields)", NAME)
    assert line[1:] in [field["value"] for field in kept]


def test_a_coach_adds_nothing_that_is_too_long_and_finds_it_again(desk: Page) -> None:
    desk.get_by_role("button", name="A. Bekijk").click()
    text = "z" * (WRITING_LIMITS["advice"] + 5)
    row = write_with(desk, "eerst-melden", text)
    field = row.locator("textarea")
    says_too_many(field, 5)
    expect(row.locator('[data-part="kept"]')).to_have_text("")
    row.locator('[type="submit"]').click()
    expect(field).to_have_value(text)
    with desk.expect_download():
        desk.locator('[data-part="save"]').click()
    expect(desk.locator('[data-part="saved"]')).to_contain_text("Wat te lang is")
    expect(desk.locator('[data-step="eerst-melden"] textarea')).to_have_value(text)
