"""Whoever runs a meeting plans it, keeps the time, and takes home what people wrote; all of it stays on the device."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Open


def ready(page: Page) -> Page:
    page.locator('[data-part="numbers"]:visible').wait_for()
    return page


def test_the_plan_follows_the_numbers_and_comes_back(open_page: Open) -> None:
    page = ready(open_page("nl/meeting/"))
    result = page.locator('[data-part="result"]')
    expect(result).to_have_text("6 rondes van 5 minuten, samen 30 minuten. Geen enkele starter hoeft te wachten.")
    page.locator('input[name="candidates"]').fill("10")
    page.locator('input[name="alumni"]').fill("3")
    page.locator('input[name="size"]').fill("2")
    expect(result).to_contain_text("Samen wachten starters 20 keer een ronde, en minder kan niet.")
    expect(page.locator('[data-part="rows"] tr')).to_have_count(5)
    page.reload()
    expect(page.locator('[data-part="rows"] tr')).to_have_count(5)
    page.locator('input[name="alumni"]').fill("0")
    expect(result).to_have_text("Schrijf bij “Hoeveel oud-deelnemers?” een geheel getal van 1 tot 60.")
    expect(page.locator('[data-part="rows"] tr')).to_have_count(5)
    page.evaluate("window.print = () => {}")
    page.locator('[data-part="print-sheets"]').click()
    # A sheet for each of five tables and three alumni.
    expect(page.locator(".print-sheet .meeting-sheet")).to_have_count(8)
    sheet = page.locator(".print-sheet .meeting-sheet").last
    expect(sheet.locator("tr")).to_have_count(6)
    expect(sheet).to_contain_text("Oud-deelnemer C")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".print-sheet .meeting-sheet")).to_have_count(0)


def test_the_clock_runs_when_it_is_started_and_says_little(open_page: Open) -> None:
    page = open_page("nl/about/")
    page.clock.install(time="2026-11-22T10:00:00")
    page.goto(page.url.replace("about/", "meeting/"))
    time, said, start = (page.locator(f'[data-part="clock-{name}"]') for name in ("time", "said", "start"))
    expect(time).to_have_text("5:00")
    page.clock.run_for(10_000)
    expect(time).to_have_text("5:00")
    start.click()
    expect(said).to_have_text("Ronde 1 begint: 5 minuten.")
    page.clock.run_for(61_000)
    expect(time).to_have_text("3:59")
    expect(said).to_have_text("Ronde 1 begint: 5 minuten.")
    start.click()
    page.clock.run_for(60_000)
    expect(time).to_have_text("3:59")
    expect(start).to_have_text("Ga verder")
    start.click()
    page.clock.run_for(180_000)
    expect(said).to_have_text("Nog één minuut.")
    page.clock.run_for(60_000)
    expect(said).to_have_text("Ronde 1 is om.")
    expect(time).to_have_text("0:00")
    expect(start).to_have_text("Volgende ronde")
    start.click()
    expect(page.locator('[data-part="clock-round"]')).to_have_text("Ronde 2 van 6")
    expect(said).to_have_text("Ronde 2 begint: 5 minuten.")


def write(page: Page, words: str, sort: str, number: str, table: str) -> None:
    page.locator('select[name="round"]').select_option(number)
    page.locator('select[name="table"]').select_option(table)
    page.locator(f'input[name="sort"][value="{sort}"]').check()
    page.locator('textarea[name="text"]').fill(words)
    page.get_by_role("button", name="Voeg toe").click()


def test_what_people_take_home_is_put_together_saved_opened_and_erased(open_page: Open, tmp_path: Path) -> None:
    page = ready(open_page("nl/meeting/"))
    page.get_by_role("button", name="Voeg toe").click()
    told = page.locator('[data-part="written"]')
    expect(told).to_have_text("Schrijf eerst iets op.")
    write(page, "Hoe reken ik mijn uren?", "open", "2", "1")
    write(page, "<b>Bel</b> eerst klanten.", "heard", "1", "2")
    groups = page.locator('[data-part="groups"] h3')
    expect(groups).to_have_text(["Dit leerden we", "Deze vraag blijft open"])
    page.locator('[data-part="by"]').select_option("alumnus")
    # In round 1 B sits at table 2, in round 2 F at table 1.
    expect(groups).to_have_text(["Oud-deelnemer B", "Oud-deelnemer F"])
    expect(page.locator('[data-part="groups"]')).to_contain_text("<b>Bel</b> eerst klanten.")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Bewaar in een bestand").click()
    text = Path(saved.value.path()).read_text("utf-8")
    assert [item["table"] for item in json.loads(text)["impressions"]] == [1, 2]
    page.get_by_text("Wis deze ontmoeting").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(told).to_have_text("Alles van deze ontmoeting is gewist.")
    expect(groups).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':meeting')).length") == 0
    field = page.locator('[data-part="open"]')
    field.set_input_files([FilePayload(name="x.json", mimeType="application/json", buffer=b'{"kind": "other"}')])
    expect(told).to_have_text("Dit is geen bestand van een ontmoeting. Kies een bestand dat je hier bewaarde.")
    field.set_input_files([FilePayload(name="m.json", mimeType="application/json", buffer=text.encode())])
    expect(told).to_have_text("Het bestand is open.")
    page.reload()
    expect(groups).to_have_count(2)
    page.get_by_role("button", name="Verwijder").first.click()
    expect(groups).to_have_count(1)
    page.goto(page.url.replace("meeting/", "plan/"))
    page.get_by_text("Wis alles op dit toestel").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.", exact=True)).to_be_focused()
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.endsWith(':meeting')).length") == 0


def test_without_script_it_says_how_and_shows_a_plan(open_page: Open) -> None:
    page = open_page("nl/meeting/", java_script_enabled=False)
    expect(page.get_by_text("Een voorbeeld: 19 starters, 6 oud-deelnemers en 5 minuten per ronde.")).to_be_visible()
    expect(page.locator(".meeting__table tbody tr")).to_have_count(6)
    expect(page.get_by_role("button", name="Start de ronde")).to_be_hidden()
    page.get_by_text("Uitnodiging voor starters").click()
    assert page.locator("textarea:visible").first.input_value().startswith("Dag [naam]")
