"""Wherever her plan is shown, printed, handed over or counted on, it is the same plan."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect
from starterspad.content.catalog import Catalog

from tests.browser.conftest import FIVE, Open

# What she said, decided, added and wrote: a gate, a competence, a step of the city, one of her own with a day.
FIELDS: dict[str, Any] = {
    **{f"answers/{question}": [option] for question, option in FIVE.items()},
    "gates/plan-and-money/decision": "not-yet",
    "gates/plan-and-money/day": "2026-11-20",
    "tasks/1aunt/title": "Bel mijn tante",
    "tasks/1aunt/due": "2026-12-24",
}
# A step that these answers leave out, and the one partner who helps with it and with nothing else that is on the plan.
ADDED, ITS_HELPER = "als-werknemer-factureren", "smart"
KEEP = """(fields) => {
  const kept = Object.entries(fields).map(([path, value]) => [path, { value, at: [1, 0, "x"] }]);
  const name = `starterspad:${location.pathname.replace(/[a-z]+\\/about\\/$/, "")}`;
  localStorage.setItem(name, JSON.stringify({ journal_schema: 3, fields: Object.fromEntries(kept) }));
}"""
SHOWN = '.plan [data-task]:not([data-state="unknown"])'
TITLES = "(rows) => rows.map((row) => row.querySelector('[data-part=title]').textContent)"


@pytest.fixture
def plan(open_in_november: Open) -> Page:
    """The plan's page, with a step on it that the answers leave out and she put there."""
    page = open_in_november("nl/about/")
    page.evaluate(KEEP, FIELDS)
    page.goto(page.url.replace("about/", "plan/"))
    page.locator("html.ready").wait_for()
    expect(page.locator("portal-plan[aria-busy]")).to_have_count(0)
    page.locator('[data-part="not-here"] > summary').click()
    left_out = page.locator('[data-part="not-here-tasks"] > li').filter(has=page.locator(f'a[href$="tasks/{ADDED}/"]'))
    left_out.locator('[data-part="add"]').click()
    expect(page.locator('[data-task="1aunt"]')).to_have_count(1)
    page.locator(".keep > summary").click()
    return page


def titles(page: Page) -> list[str]:
    """The titles of every step that is certain, as the screen has them."""
    found: list[str] = page.locator(SHOWN).evaluate_all(TITLES)
    return found


def test_a_decision_at_a_gate_is_on_the_screen(plan: Page) -> None:
    expect(plan.locator('.plan [data-task="opnieuw-kijken"]')).to_have_count(1)


def test_the_sheet_holds_the_steps_of_the_screen(plan: Page) -> None:
    plan.evaluate("window.print = () => {}; null")
    plan.locator('[data-part="print"]').click()
    expect(plan.locator("html")).to_have_class(re.compile("prints-plan"))
    on_paper = plan.locator(".print-sheet li [data-part=title]").all_text_contents()
    assert sorted(on_paper) == sorted(titles(plan))


def test_a_coach_sees_and_prints_the_steps_of_the_screen(plan: Page, open_page: Open) -> None:
    shown = titles(plan)
    plan.locator('[data-part="save"]').click()
    with plan.expect_download() as saved:
        plan.get_by_role("button", name="Bewaar het bestand nu").click()
    text = Path(saved.value.path()).read_text("utf-8")
    desk = open_page("nl/coach/")
    desk.locator('[data-part="desk"]:visible').wait_for()
    file: FilePayload = {"name": "plan.json", "mimeType": "application/json", "buffer": text.encode()}
    desk.locator('input[type="file"]').set_input_files([file])
    desk.locator('[data-part="rows"] [data-part="open"]').first.click()
    expect(desk.locator("[data-step]")).to_have_count(len(shown))
    desk.evaluate("window.print = () => {}; null")
    desk.get_by_role("button", name="Druk alle plannen af").click()
    expect(desk.locator("html")).to_have_class(re.compile("prints-plan"))
    on_paper = desk.locator(".print-sheet li [data-part=title]").all_text_contents()
    assert sorted(on_paper) == sorted(shown)


def test_the_calendar_has_her_own_step_with_its_day(plan: Page) -> None:
    with plan.expect_download() as saved:
        plan.locator('[data-part="calendar"]').click()
    text = Path(saved.value.path()).read_text("utf-8")
    assert "Bel mijn tante" in text
    assert "20261224" in text


def test_the_first_page_counts_the_steps_of_the_screen(plan: Page) -> None:
    done, count = re.findall(r"\d+", plan.locator('[data-part="progress-words"]').inner_text())
    plan.goto(plan.url.replace("plan/", ""))
    expect(plan.locator('portal-resume-banner [data-part="progress"]')).to_have_text(
        f"Je hebt {done} van de {count} stappen gedaan."
    )


def test_when_only_her_own_step_is_left_the_first_page_leads_to_it_on_the_plan(open_page: Open, town: Catalog) -> None:
    aside = {f"tasks/{id}/state": "not-for-me" for id in town.tasks}
    page = open_page("nl/about/")
    page.evaluate(KEEP, {**FIELDS, **aside})
    page.goto(page.url.replace("about/", ""))
    expect(page.locator('portal-resume-banner [data-part="progress"]')).to_have_text(re.compile(r"\b0 van de 1\b"))
    expect(page.locator('[data-part="next-link"]')).to_have_text("Bel mijn tante")
    page.locator('[data-part="next-link"]').click()
    expect(page.locator('[data-card] [data-part="title"]')).to_have_text("Bel mijn tante")
    # Where nothing is left at all, nothing is praised.
    page.locator('[data-task="1aunt"] [data-part="story"] > summary').click()
    page.get_by_role("button", name="Schrap deze stap").click()
    expect(page.locator('[data-part="progress-words"]')).to_have_text(re.compile(r"\b0 van 0\b"))
    expect(page.locator('[data-part="all-done"]')).to_be_hidden()


def test_what_she_wants_help_with_first_is_next_on_the_first_page_too(open_page: Open) -> None:
    page = open_page("nl/about/")
    behind = {f"tasks/{id}/state": "done" for id in ("eerst-melden", "zelfinzicht")}
    page.evaluate(KEEP, {**FIELDS, **behind, "plan/needs": ["first-customer"]})
    page.goto(page.url.replace("about/", "plan/"))
    wanted = page.locator('[data-card] [data-part="title"]').inner_text()
    # Of the theme that she chose.
    assert wanted == "Vraag of je de springplank kunt gebruiken"
    page.goto(page.url.replace("plan/", ""))
    expect(page.locator('[data-part="next-link"]')).to_have_text(wanted)


def test_what_fits_her_in_the_directory_is_who_helps_with_the_steps_of_the_screen(plan: Page) -> None:
    expect(plan.locator(f'.plan [data-task="{ADDED}"]')).to_have_count(1)
    plan.goto(plan.url.replace("plan/", "partners/#mine=yes"))
    expect(plan.locator('[data-part="mine-box"]')).to_be_checked()
    expect(plan.locator(f'ul.cards > li:visible a[href$="{ITS_HELPER}/"]')).to_have_count(1)
