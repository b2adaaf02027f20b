"""The plan on paper is the same sheet from the browser's own menu as from the button, and takes two pages at most."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect
from starterspad.content.loader import load_catalog
from starterspad.rules.model_compiler import compile_decision_model

from tests.browser.conftest import FIVE, Open
from tests.browser.journeys.test_current_plan import KEEP
from tests.browser.screens import PLAN_FILE
from tests.conftest import REPOSITORY
from tests.support.js_engine import Engine
from tests.support.profiles import random_profiles
from tests.support.trials import trials

pytestmark = [pytest.mark.chromium, pytest.mark.night]

PEOPLE = 1500
# Of the largest plans, so many are printed in each language.
LARGEST = min(trials(20), 40)
ANSWERS: dict[str, Any] = {f"answers/{question}": [option] for question, option in FIVE.items()}
# What the sheet said when the browser printed: afterwards it is off the page.
LISTEN = """addEventListener("beforeprint", () => {
  document.body.dataset.sheet = document.querySelector(".print-sheet")?.textContent ?? "";
}); null"""


def plan_with(page: Page, fields: dict[str, Any], path: str = "plan/") -> None:
    """Come to the plan with this journal on the device."""
    page.evaluate(KEEP, fields)
    page.goto(page.url.replace("about/", path))
    page.locator("html.ready").wait_for()
    expect(page.locator("portal-plan[aria-busy]")).to_have_count(0)


@pytest.fixture
def plan(open_in_november: Open) -> Page:
    page = open_in_november("nl/about/")
    plan_with(page, ANSWERS)
    return page


def pages_of(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))


def printed(page: Page) -> str:
    """Print with the browser's own menu, and return what stood on the sheet; nothing where there was none."""
    page.evaluate(LISTEN)
    assert pages_of(page) <= 2
    return page.locator("body").get_attribute("data-sheet") or ""


def on_paper(page: Page) -> Any:
    """Show the page as paper."""
    page.emulate_media(media="print")
    return page.locator(".print-sheet")


def said(page: Page) -> list[str]:
    """Return her answers as the sheet has them."""
    answers = on_paper(page).locator('[data-part="sheet-answers"]')
    expect(answers).not_to_be_empty()
    return str(answers.inner_text()).split("\u00a0· ")


def test_the_menu_prints_what_the_button_prints(plan: Page) -> None:
    # Nothing was pressed yet.
    by_menu = printed(plan)
    assert "Bespreek je plan thuis" in by_menu
    expect(plan.locator(".print-sheet")).to_have_count(0)
    shown = on_paper(plan).text_content()
    plan.emulate_media(media="screen")
    expect(plan.locator(".print-sheet")).to_have_count(0)
    plan.evaluate("window.print = () => {}; null")
    plan.locator(".keep > summary").click()
    plan.locator('[data-part="print"]').click()
    assert by_menu == shown == plan.locator(".print-sheet").text_content()
    assert plan.locator(".print-sheet [data-task]").count() == 0


def test_the_sheet_follows_a_tick_and_another_answer(plan: Page) -> None:
    assert "Gedaan:" not in printed(plan)
    plan.locator('[data-task="eerst-melden"] .tick input').check()
    assert "Gedaan: Meld je plan vóór je begint" in printed(plan)
    question = plan.locator('[data-part="cards"] article').first
    asked = question.locator("legend").inner_text()
    question.locator("input").first.check()
    question.locator('button[type="submit"]').click()
    expect(plan.get_by_role("group", name=asked)).to_have_count(0)
    assert len(said(plan)) == len(FIVE) + 1


def test_the_first_step_has_all_that_a_talk_needs(plan: Page) -> None:
    sheet = on_paper(plan)
    first = sheet.locator('[data-part="sheet-first"] > li')
    expect(first.locator('[data-part="title"]')).to_have_text("Meld je plan vóór je begint")
    expect(first.locator('[data-part="number"]')).to_have_text("02 515 44 44")
    expect(first).to_contain_text("RVA nummer niet getest")
    expect(first.locator('[data-part="warning"]')).to_contain_text("Schrijf je nergens in")
    expect(first.locator('[data-part="say"] span')).not_to_have_count(0)
    expect(first.locator("p.write")).to_have_count(2)
    assert first.locator('[data-part="number"]').evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)") > 16
    for item in sheet.locator("li").all():
        expect(item).to_have_css("break-inside", "avoid")
    expect(plan.locator("portal-plan")).to_be_hidden()
    expect(sheet.locator(".print-sheet__foot")).to_contain_text("22 november 2026")


def test_a_website_is_printed_as_people_type_it(plan: Page) -> None:
    sheet = on_paper(plan)
    expect(sheet).to_be_visible()
    reached = [text for text in sheet.locator('[data-part="reach"]').all_text_contents() if text]
    assert reached
    assert not [text for text in reached if text.startswith(("http", "www.")) or text.endswith("/")]


def test_the_sheet_says_what_she_waits_for_and_when_she_is_expected(open_in_november: Open) -> None:
    page = open_in_november("nl/about/")
    fields = {
        "tasks/springplank/state": "waiting",
        "tasks/springplank/since": "2026-11-18",
        "appointments/a/task": "ondernemingsplan",
        "appointments/a/day": "2026-12-11",
        "appointments/a/time": "14:30",
        "plan/name": "Fatima",
    }
    done = ("eerst-melden", "zelfinzicht", "thuis-bespreken", "praat-met-iemand")
    plan_with(page, ANSWERS | fields | {f"tasks/{id}/state": "done" for id in done})
    sheet = on_paper(page)
    expect(sheet).to_contain_text("Naam: Fatima")
    waits = sheet.locator("section").filter(has_text="Je wacht op antwoord")
    expect(waits.locator('li [data-part="state"]')).to_have_text("sinds 18 november 2026, 4 dagen")
    expect(waits.locator('li [data-part="helper"]')).not_to_be_empty()
    moment = sheet.locator('li[data-state="appointment"] [data-part="state"]')
    expect(moment).to_have_text("Afspraak: 11 december 2026, 14:30")
    # What is behind her takes one line.
    expect(sheet.locator('li[data-state="done"]')).to_have_count(0)
    expect(sheet.locator('[data-part="sheet-done"]')).to_have_text(re.compile("^Gedaan: .*; .*; .* en nog 1 stap$"))


def test_without_a_plan_the_page_says_so_on_paper(open_page: Open) -> None:
    page = open_page("nl/plan/")
    page.locator("html.ready").wait_for()
    assert printed(page) == ""
    page.emulate_media(media="print")
    expect(page.get_by_text("Je hebt nog geen plan.")).to_be_visible()


def test_of_a_plan_that_is_only_looked_at_that_one_is_printed(plan: Page) -> None:
    plan.locator(".keep > summary").click()
    plan.get_by_label("Je voornaam of letters").fill("Bea")
    file = FilePayload(name="a.json", mimeType="application/json", buffer=json.dumps(PLAN_FILE).encode())
    plan.locator('[data-part="file"]').set_input_files([file])
    plan.get_by_role("button", name="Alleen kijken").click()
    expect(plan.locator('[data-part="stop-looking"]')).to_be_focused()
    sheet = printed(plan)
    assert "A." in sheet
    assert "Bea" not in sheet
    assert "Gedaan: Meld je plan vóór je begint" in sheet


@pytest.fixture(scope="module")
def largest(engine: Engine) -> list[dict[str, Any]]:
    """The journals of those of many random people of Ghent whose plans take most room."""
    ghent = load_catalog(REPOSITORY)
    people = list(random_profiles(ghent, PEOPLE, seed=2026))
    size = (
        "batch.map((answers) => makePlan(model, answers).tasks.filter(({ verdict }) => verdict === 'yes')"
        ".reduce((sum, { id, services }) => sum + 40 + (services.length ? 40 : 0)"
        " + model.tasks.find((task) => task.id === id).title.length, 0))"
    )
    sizes = engine.call(size, model=compile_decision_model(ghent, "fr"), batch=people)
    order = sorted(range(PEOPLE), key=lambda place: -sizes[place])
    return [journal_of(people[place]) for place in order[:LARGEST]]


def journal_of(answers: dict[str, list[str]]) -> dict[str, Any]:
    """Return the journal behind answers: what she decided at a gate is no answer that she typed."""
    gates = {id.removeprefix("gate."): given for id, given in answers.items() if id.startswith("gate.")}
    decided = {f"gates/{gate}/decision": option for gate, [option] in gates.items()}
    return decided | {f"answers/{id}": given for id, given in answers.items() if "." not in id}


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_largest_plans_of_many_random_people_take_two_pages(
    language: str,
    largest: list[dict[str, Any]],
    ghent_address: str,
    new_context: Callable[..., BrowserContext],
) -> None:
    for fields in largest:
        page = new_context().new_page()
        page.goto(f"{ghent_address}{language}/about/")
        plan_with(page, fields)
        rows = page.locator(".plan [data-task]:not([data-state=unknown])").count()
        assert rows > 40
        assert pages_of(page) <= 2, fields
        on_paper(page)
        expect(page.locator(".print-sheet li")).to_have_count(rows)
        page.context.close()
