"""What a starter, a coach and an organisation do most, in the engine of every iPhone."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.browser.conftest import FIVE
from tests.browser.screens import KINDS, PLAN_FILE
from tests.browser.webkit.conftest import Window

STEP = '[data-task="eerst-melden"]'
TICK = f"{STEP} .tick input"
# What anyone can open by its address, once for each page.
PAGES = sorted({path for path, _ in KINDS.values() if path.startswith("{}/")})


def answer(window: Window, **answers: str) -> None:
    for question, option in answers.items():
        window.click(f'fieldset[data-question="{question}"] input[value="{option}"]')
        window.click('main button[type="submit"]')


@pytest.fixture
def plan(window: Window) -> Window:
    """The plan of someone who gave five answers."""
    window.goto("nl/questions/")
    answer(window, **FIVE)
    window.sees("[data-screen=enough]")
    window.goto("nl/plan/")
    window.sees(STEP)
    return window


def test_a_tick_is_there_after_a_reload_and_on_the_first_page(plan: Window) -> None:
    plan.click(TICK)
    plan.until(f"""document.querySelector('{STEP}').dataset.state === "done" """)
    plan.until("document.querySelector('[data-part=progress-words]').textContent.startsWith('1 van')")
    done, count = re.findall(r"\d+", plan.text("[data-part=progress-words]"))
    plan.until("!document.querySelector('[aria-busy]')")
    plan.goto("nl/plan/")
    plan.until(f"document.querySelector('{TICK}')?.checked")
    # This engine may take seconds to give its database to a page that comes while the one before is still at work.
    plan.goto("nl/")
    plan.until("document.querySelector('portal-resume-banner [data-part=progress]')?.textContent")
    assert plan.text("portal-resume-banner [data-part=progress]") == f"Je hebt {done} van de {count} stappen gedaan."


def test_a_link_opens_the_plan_where_nothing_is_kept(plan: Window) -> None:
    plan.click(".keep > summary")
    plan.click(".keep [data-part=link]")
    plan.sees("[data-part=made]")
    link = str(plan.ask("document.querySelector('[data-part=url]').value"))
    assert link.startswith(f"{plan.address}nl/plan/#plan=")
    plan.goto("nl/about/")
    plan.driver.execute_async_script(
        """const done = arguments[0];
        localStorage.clear();
        indexedDB.databases().then((all) => {
          const gone = ({ name }) => new Promise((resolve) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = request.onerror = resolve;
          });
          return Promise.all(all.map(gone));
        }).then(done);"""
    )
    plan.goto("nl/plan/")
    plan.sees("[data-part=empty]")
    plan.goto(link.removeprefix(plan.address))
    plan.sees("[data-part=preview]")
    # One of the five is nobody else's business, and stays out of a link.
    assert "antwoorden 4" in plan.text("[data-part=preview-words]")


def test_a_coach_opens_a_file_and_sees_its_steps(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(PLAN_FILE), "utf-8")
    window.goto("nl/coach/")
    window.sees("[data-part=desk]")
    window.write("[data-part=files]", str(path))
    window.click("[data-part=rows] [data-part=open]")
    window.sees("[data-step]")


def test_an_organisation_s_file_is_read_by_the_form(window: Window) -> None:
    window.goto("nl/join/#change=starterslabo")
    window.sees("portal-partner-form form")
    window.until("document.querySelector('[data-path=name]').value === 'Starterslabo'")
    window.click("portal-partner-form form [type=submit]")
    window.sees("[data-part=faults]")


def test_the_directory_is_filtered_and_says_so_in_its_address(window: Window) -> None:
    window.goto("nl/partners/")
    window.write("input[type=search]", "starterslabo")
    window.until("[...document.querySelectorAll('li.card')].filter((card) => card.checkVisibility()).length === 1")
    window.until("location.hash.includes('starterslabo')")


def test_search_finds_a_page(window: Window) -> None:
    window.goto("nl/search/")
    window.write("input[type=search]", "plan")
    window.sees("[data-part=results] li a")


def test_the_self_assessment_ends_in_what_it_shows(window: Window) -> None:
    window.goto("nl/mirror/")
    window.click("[data-part=short]")
    for value in (5, 2, 4):
        window.sees(".statement--here")
        shown = f'.statement--here input[value="{value}"]'
        window.ask(f"document.querySelectorAll({shown!r}).forEach((box) => box.click())")
        window.click('[data-part=actions] button[type="submit"]')
    window.sees("[data-part=result]")


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_nothing_is_missing_on_any_page_and_none_is_too_wide(language: str, window: Window) -> None:
    for path in PAGES:
        window.goto(path.format(language))
        window.until("!document.querySelector('[aria-busy]')")
        assert window.ask("document.querySelector('[role=alert]')?.checkVisibility() ?? false") is False, path
        wide = window.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide == 0, path
