"""A coach opens plans side by side, writes with them, hands them back, and leaves nothing behind."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Open
from tests.browser.journeys.test_export_import import Contexts, offer
from tests.browser.journeys.test_task_details import story
from tests.browser.screens import PLAN_FILE, opened

TRACES = """async () => [Object.keys(localStorage), Object.keys(sessionStorage),
  (await indexedDB.databases()).map(({ name }) => name)]"""


def payload(name: str, **fields: Any) -> FilePayload:
    plan: dict[str, Any] = json.loads(json.dumps(PLAN_FILE))
    for path, value in fields.items():
        plan["fields"][path] = {"value": value, "at": [1_790_000_000_500, 0, "x"]}
    return FilePayload(name=name, mimeType="application/json", buffer=json.dumps(plan).encode())


@pytest.fixture
def desk(open_page: Open) -> Page:
    """The coach's page with two plans on it."""
    page = open_page("nl/coach/")
    page.clock.set_fixed_time("2026-11-22T10:00:00")
    page.locator('[data-part="desk"]:visible').wait_for()
    today = {"appointments/a1/task": "kbo", "appointments/a1/day": "2026-11-22", "tasks/vangnet/state": "done"}
    files = [payload("first.json"), payload("bea.json", **today, **{"plan/name": None})]
    page.locator('[data-part="files"]').set_input_files(files)
    page.locator('[data-part="rows"] tr').nth(1).wait_for()
    return page


def asks_before_it_goes(page: Page) -> bool:
    """Say whether the browser would ask before it leaves the page."""
    script = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    return bool(page.evaluate(script))


def save(page: Page, path: Path) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar het bestand").click()
    download.value.save_as(path)
    return path.read_text("utf-8")


def test_plans_stand_side_by_side(desk: Page) -> None:
    rows = desk.locator('[data-part="rows"] tr')
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("A.")
    expect(rows.nth(0).locator('[data-part="last"]')).to_contain_text("Meld je plan vóór je begint")
    expect(rows.nth(0).locator('[data-part="next"]')).to_have_text("niets")
    expect(rows.nth(0).locator('[data-part="stuck"]')).to_contain_text("Kijk eerst naar jezelf (niets gedaan sinds")
    expect(rows.nth(1)).to_contain_text("bea")
    expect(rows.nth(1).locator('[data-part="last"]')).to_contain_text("Weet waar je terechtkunt als het tegenzit")
    expect(rows.nth(1).locator('[data-part="next"]')).to_contain_text("22 november 2026")


def test_what_a_coach_writes_goes_back_and_the_starter_decides(
    desk: Page, new_context: Contexts, address: str, tmp_path: Path
) -> None:
    desk.get_by_label("Je naam").fill("Coach An")
    desk.get_by_role("button", name="A. Bekijk").click()
    assert not asks_before_it_goes(desk)
    step = desk.locator('[data-step="eerst-melden"]')
    step.locator("summary").click()
    step.locator("textarea").fill("Bel eerst even <b>")
    step.get_by_role("button", name="Voeg toe").click()
    expect(step).to_contain_text("Coach An, 22 november 2026: Bel eerst even <b> (wacht op de starter)")
    expect(step.locator("summary")).to_be_focused()
    desk.get_by_text("Stel een stap voor").click()
    desk.get_by_label("Welke stap?").select_option("kbo")
    desk.get_by_label("Waarom?").fill("Je bent klaar.")
    desk.get_by_role("button", name="Stel voor").click()
    expect(desk.locator('[data-part="suggestions"]')).to_contain_text("stelt een stap voor: Schrijf je in bij de KBO")
    expect(desk.locator('[data-part="suggestions"]')).to_contain_text("Je bent klaar.")
    assert asks_before_it_goes(desk)
    text = save(desk, tmp_path / "back.json")
    assert not asks_before_it_goes(desk)

    starter = new_context().new_page()
    starter.goto(f"{address}nl/plan/")
    starter.locator("html.ready").wait_for()
    offer(starter, text)
    starter.get_by_role("button", name="Voeg samen met mijn plan").click()
    advice = starter.locator('[data-part="advice"]')
    expect(advice).to_contain_text("Coach An, 22 november 2026:")
    advice.get_by_role("button", name="Zet op mijn plan").click()
    expect(starter.locator('[data-part="phases"] [data-task="kbo"]')).to_have_count(1)
    expect(starter.locator('[data-part="progress"]')).to_be_focused()
    advice.get_by_role("button", name="Bewaar bij de stap").click()
    expect(advice).to_be_hidden()
    starter.locator('[data-task="eerst-melden"] [data-part="story"] > summary').click()
    expect(starter.locator('[data-task="eerst-melden"] [data-part="comments"]')).to_contain_text("Bel eerst even <b>")
    starter.reload()
    expect(starter.locator('[data-part="phases"] [data-task="kbo"]')).to_have_count(1)
    expect(advice).to_be_hidden()


def test_what_she_declines_is_gone_and_changes_nothing(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    page.locator('[data-task="zelfinzicht"] .tick input').check()
    offer(page, json.dumps(PLAN_FILE | {"fields": {
        "advice/a1/suggests": {"value": "kbo", "at": [1, 0, "x"]},
        "advice/a1/day": {"value": "2026-11-20", "at": [1, 1, "x"]},
        "advice/a2/task": {"value": "eerst-melden", "at": [1, 2, "x"]},
        "advice/a2/text": {"value": "Bel eerst even.", "at": [1, 3, "x"]},
        "advice/a2/day": {"value": "2026-11-20", "at": [1, 4, "x"]},
    }}))  # fmt: skip
    page.get_by_role("button", name="Voeg samen met mijn plan").click()
    page.get_by_role("button", name="Nee, niet voor mij").click()
    page.get_by_role("button", name="Gelezen, mag weg").click()
    expect(page.locator('[data-part="advice"]')).to_be_hidden()
    expect(story(page, "eerst-melden").locator('[data-part="comments"] li')).to_have_count(0)
    expect(page.locator('[data-part="phases"] [data-task="kbo"]')).to_have_count(0)
    expect(page.locator('[data-task="zelfinzicht"] .tick input')).to_be_checked()


def test_nothing_of_it_stays_on_that_computer(desk: Page) -> None:
    desk.get_by_role("button", name="A. Bekijk").click()
    assert desk.evaluate(TRACES) == [[], [], []]
    desk.evaluate("let printed = 0; window.print = () => { document.body.dataset.printed = ++printed; }; null")
    for times in (1, 2):
        desk.get_by_role("button", name="Druk alle plannen af").click()
        expect(desk.locator("body")).to_have_attribute("data-printed", str(times))
        expect(desk.locator(".print-sheet")).to_have_count(2)
    desk.get_by_role("button", name="Sluit alles").click()
    expect(desk.get_by_text("Alles is weg van deze pagina.")).to_be_visible()
    expect(desk.locator('[data-part="plan"]')).to_be_hidden()
    assert "bea" not in desk.locator("main").inner_text()
    assert "bea" not in (desk.locator("portal-coach").text_content() or "")
    assert desk.evaluate(TRACES) == [[], [], []]


def test_a_coachs_own_plan_is_never_touched(open_page: Open) -> None:
    page = opened(open_page, "plan", "nl")
    before = page.evaluate("JSON.stringify(localStorage)")
    page.goto(page.url.replace("plan/", "coach/"))
    page.locator('[data-part="desk"]:visible').wait_for()
    page.locator('[data-part="files"]').set_input_files([payload("first.json")])
    page.locator('[data-part="open"]').click()
    page.locator('[data-step="eerst-melden"] summary').click()
    page.locator('[data-step="eerst-melden"] textarea').fill("Dag")
    page.locator('[data-step="eerst-melden"]').get_by_role("button", name="Voeg toe").click()
    expect(page.locator('[data-step="eerst-melden"]')).to_contain_text("Je begeleider, ")
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_what_is_no_plan_is_named_and_the_rest_opens(desk: Page) -> None:
    bad = FilePayload(name="letter.json", mimeType="application/json", buffer=b'{"kind":"letter"}')
    newer = b'{"kind":"starterspad-plan","journal_schema":9,"fields":{}}'
    later = FilePayload(name="later.json", mimeType="application/json", buffer=newer)
    desk.locator('[data-part="files"]').set_input_files([bad, later, payload("third.json")])
    told = "Dit konden we niet openen: letter, later 3 plannen zijn open."
    expect(desk.locator('[data-part="told"]')).to_have_text(told)
    # The same file may be chosen again, once it is mended.
    expect(desk.locator('[data-part="files"]')).to_have_value("")


def test_none_is_one_in_french_on_a_dutch_device_too(open_page: Open) -> None:
    page = open_page("fr/coach/")
    page.locator('[data-part="desk"]:visible').wait_for()
    bad = FilePayload(name="letter.json", mimeType="application/json", buffer=b"{}")
    page.locator('[data-part="files"]').set_input_files(bad)
    expect(page.locator('[data-part="told"]')).to_contain_text("0 plan est ouvert")


def test_a_link_opens_on_the_desk_too(desk: Page, open_page: Open) -> None:
    page = opened(open_page, "plan to keep or share", "nl")
    desk.get_by_label("Of plak hier een link").fill(page.locator('[data-part="url"]').input_value())
    desk.get_by_role("button", name="Open de link").click()
    expect(desk.locator('[data-part="rows"] tr')).to_have_count(3)
    expect(desk.locator('[data-part="rows"] tr').nth(2)).to_contain_text("Plan 3")
    desk.get_by_label("Of plak hier een link").fill("https://example.org/")
    desk.get_by_role("button", name="Open de link").click()
    expect(desk.locator('[data-part="told"]')).to_contain_text("Dit konden we niet openen")
