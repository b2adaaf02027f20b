"""The mirror: a few sentences at a time, kept at once, never in the way of the plan; seen as bars, web and figures."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect
from starterspad.content.catalog import Catalog
from starterspad.content.limits import WRITING_LIMITS

from tests.browser.conftest import Open
from tests.browser.journeys.test_export_import import NAME

Contexts = Callable[..., BrowserContext]


@pytest.fixture
def page(open_in_november: Open) -> Page:
    page = open_in_november("nl/mirror/")
    page.locator('[data-part="start"]:visible').wait_for()
    return page


def choose(page: Page, value: str) -> None:
    """Choose the same place for every statement of the page that is shown."""
    page.locator(".statement--here").first.wait_for()
    for statement in page.locator(".statement--here").all():
        statement.locator(f'input[value="{value}"]').check()


def fill(page: Page, *values: str) -> None:
    """Fill in page after page, one value for each."""
    for value in values:
        choose(page, value)
        page.get_by_role("button", name="Verder").click()


def test_she_fills_in_the_short_version_and_sees_it_in_three_ways(page: Page) -> None:
    page.get_by_role("button", name="Kort: 12 zinnen").click()
    expect(page.locator(".statement--here")).to_have_count(4)
    expect(page.locator('[data-part="progress"]')).to_have_text("Zin 1 tot 4 van 12")
    fill(page, "5", "2", "4")
    expect(page.locator('[data-part="result-title"]')).to_be_focused()
    expect(page.locator('[data-part="sentences"]')).to_contain_text("Op of boven het voorbeeld: Doorzettingsvermogen,")
    expect(page.locator('[data-part="sentences"]')).to_contain_text("Hier kun je in groeien: Zelfstandigheid,")
    bar = page.locator('[data-bar="perseverance"]')
    expect(bar).to_contain_text("5 van 5")
    assert re.search("--own: ?1;", bar.get_attribute("style") or "")
    row = page.locator('[data-row="perseverance"]')
    expect(row.locator("td")).to_have_text(["Ik nu 5 van 5", "Een voorbeeld dat wij schreven 4 van 5"])
    expect(page.locator('[data-row="commitment"] td').first).to_have_text("Ik nu 5 van 5")
    # The web says nothing that the table does not say: one point for each row.
    points = page.locator(".web__drawing .web__own").get_attribute("points") or ""
    assert len(points.split()) == 12
    assert points.split()[0] == "0.0,-100.0"
    assert page.locator('[data-part="web"]').get_attribute("aria-hidden") == "true"


def test_she_may_stop_say_that_she_does_not_know_and_go_on_later(page: Page) -> None:
    page.get_by_role("button", name="Helemaal: 36 zinnen").click()
    choose(page, "3")
    page.locator(".statement--here").first.locator('input[value="unknown"]').check()
    page.get_by_role("button", name="Stop en toon de uitslag").click()
    expect(page.locator('[data-part="sentences"]')).to_contain_text("Nog niet ingevuld:")
    page.reload()
    expect(page.locator('[data-bar="perseverance"]')).to_contain_text("3 van 5")
    page.get_by_role("button", name="Vul de rest ook in").click()
    expect(page.locator('[data-part="progress"]')).to_have_text("Zin 5 tot 8 van 36")
    page.get_by_role("button", name="Terug").click()
    expect(page.locator(".statement--here").first.locator('input[value="unknown"]')).to_be_checked()


def test_a_second_look_shows_what_has_grown(page: Page) -> None:
    page.get_by_role("button", name="Kort: 12 zinnen").click()
    fill(page, "2", "3", "3")
    page.clock.set_fixed_time("2027-05-01T10:00:00")
    page.get_by_role("button", name="Kijk opnieuw").click()
    fill(page, "4", "3", "3")
    expect(page.locator('[data-part="sentences"]')).to_contain_text(
        "Gegroeid sinds 22 november 2026: Doorzettingsvermogen"
    )
    expect(page.locator('[data-part="heads"] th')).to_have_text(
        ["Wat", "Ik nu", "Ik op 22 november 2026", "Een voorbeeld dat wij schreven"]
    )


def test_someone_else_fills_it_in_and_both_lie_over_each_other(
    page: Page, new_context: Contexts, address: str, tmp_path: Path
) -> None:
    coach = new_context().new_page()
    coach.clock.set_fixed_time("2026-11-21T10:00:00")
    coach.goto(f"{address}nl/mirror/")
    coach.get_by_role("button", name="Ik vul dit in over iemand anders").click()
    coach.get_by_role("button", name="Verder").click()
    expect(coach.get_by_text("Vul beide namen in.")).to_be_visible()
    coach.get_by_label("Over wie?").fill("Bea")
    coach.get_by_label("Jouw naam").fill("An <b>")
    coach.get_by_role("button", name="Verder").click()
    # Both names stand there now, also when one comes back to them.
    coach.get_by_role("button", name="Terug").click()
    expect(coach.get_by_text("Vul beide namen in.")).to_be_hidden()
    coach.get_by_role("button", name="Verder").click()
    choose(coach, "5")
    coach.get_by_role("button", name="Verder").click()
    for place in (2, 3):
        coach.locator(".statement--here").nth(place).locator('input[value="1"]').check()
    coach.get_by_role("button", name="Stop en toon de uitslag").click()
    with coach.expect_download() as download:
        coach.get_by_role("button", name="Bewaar in een bestand").click()
    text = download.value.path().read_text("utf-8")
    assert json.loads(text)["by"] == "An <b>"
    coach.get_by_role("button", name="Maak een link").click()
    expect(coach.get_by_label("De link")).to_have_value(re.compile("#mirror="))
    link = coach.get_by_label("De link").input_value()

    page.get_by_role("button", name="Kort: 12 zinnen").click()
    fill(page, "3", "3", "3")
    page.locator('[data-part="file"]').set_input_files(
        FilePayload(name="m.json", mimeType="application/json", buffer=text.encode())
    )
    expect(page.locator('[data-part="told"]')).to_have_text("An <b> staat er nu naast.")
    expect(page.locator('[data-part="sentences"]')).to_contain_text("An <b> ziet meer dan jij bij: Zelfkennis.")
    less = "An <b> ziet minder dan jij bij: Besef van rendement."
    expect(page.locator('[data-part="sentences"]')).to_contain_text(less)
    expect(page.locator(".web__drawing .web__other")).to_have_count(1)
    # The same by link, opened anew, is the same look: it stands there once.
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator('[data-part="told"]')).to_have_text("An <b> staat er nu naast.")
    expect(page.locator(".web__drawing .web__other")).to_have_count(1)
    page.get_by_role("button", name="Haal An <b> weg").click()
    expect(page.locator(".web__drawing .web__other")).to_have_count(0)
    expect(page.locator('[data-part="told"]')).to_be_focused()
    # And on the page that stands open.
    page.goto(link)
    expect(page.locator(".web__drawing .web__other")).to_have_count(1)
    expect(page).to_have_url(re.compile("mirror/$"))


def test_of_many_looks_the_last_two_stand_there_and_who_filled_in_all_is_asked_nothing_more(
    page: Page, town: Catalog
) -> None:
    statements = [each.id for competence in town.competences.values() for each in competence.statements]
    days = ("2026-01-10", "2026-05-10", "2026-11-10")
    fields: dict[str, Any] = {f"mirror/{place}/day": day for place, day in enumerate(days)}
    fields |= {f"mirror/{place}/given/{id}": 3 for place in range(3) for id in statements}
    fields[f"mirror/2/given/{statements[0]}"] = "unknown"
    journal = {"journal_schema": 3, "fields": {path: {"value": one, "at": [1, 0, "x"]} for path, one in fields.items()}}
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAME, json.dumps(journal)])
    page.reload()
    expect(page.locator('[data-part="heads"] th').nth(2)).to_have_text("Ik op 10 mei 2026")
    expect(page.get_by_role("button", name="Vul de rest ook in")).to_be_hidden()


def test_what_is_no_mirror_changes_nothing(page: Page) -> None:
    page.get_by_role("button", name="Kort: 12 zinnen").click()
    fill(page, "3", "3", "3")
    plan = FilePayload(name="m.json", mimeType="application/json", buffer=b'{"kind": "starterspad-plan"}')
    page.locator('[data-part="file"]').set_input_files(plan)
    told = page.locator('[data-part="told"]')
    expect(told).to_contain_text("Hierin staan geen antwoorden op deze vragen.")
    # The second time the same is said anew, so that it is read out again.
    told.evaluate("""(told) => {
      const said = [];
      new MutationObserver(() => {
        said.push(told.textContent);
        document.body.toggleAttribute("data-said-anew", said.length > 1 && said[0] === "");
      }).observe(told, { childList: true });
    }""")
    page.locator('[data-part="file"]').set_input_files(plan)
    expect(page.locator("body[data-said-anew]")).to_have_count(1)
    expect(told).to_contain_text("Hierin staan geen antwoorden op deze vragen.")


def test_what_she_wants_to_learn_becomes_a_step_of_her_plan_with_a_day_to_look_again(page: Page) -> None:
    page.get_by_role("button", name="Kort: 12 zinnen").click()
    fill(page, "2", "2", "2")
    learn = page.locator('[data-develop="perseverance"]')
    learn.locator("summary").click()
    learn.locator('[data-part="small"]').evaluate("(small) => small.append(' en nog iets'.repeat(30))")
    learn.get_by_role("button", name="Zet op mijn plan", exact=True).first.click()
    expect(learn.get_by_role("button", name="Staat op je plan").first).to_be_disabled()
    learn.get_by_label("Ik kijk opnieuw op").fill("2027-02-01")
    page.reload()
    learn.locator("summary").click()
    expect(learn.get_by_label("Ik kijk opnieuw op")).to_have_value("2027-02-01")
    expect(learn.get_by_role("button", name="Staat op je plan").first).to_be_disabled()
    page.goto(page.url.replace("/mirror/", "/questions/"))
    page.locator('fieldset[data-question="stage"] input').first.check()
    page.locator('main button[type="submit"]:visible').click()
    page.locator('fieldset[data-question="situation"]:visible').wait_for()
    page.goto(page.url.split("questions/")[0] + "plan/")
    step = page.locator(".row__title", has_text="Spreek deze week drie mogelijke klanten aan")
    page.locator("#own > summary").click()
    expect(step).to_be_visible()
    assert WRITING_LIMITS["own_step"] - 15 < len(step.inner_text()) <= WRITING_LIMITS["own_step"]


def test_the_keyboard_is_enough(page: Page) -> None:
    page.get_by_role("button", name="Kort: 12 zinnen").press("Enter")
    expect(page.locator('[data-part="progress"]')).to_be_focused()
    first = page.locator(".statement--here input").first
    first.focus()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    page.get_by_role("button", name="Stop en toon de uitslag").press("Enter")
    expect(page.locator('[data-part="result-title"]')).to_be_focused()


def test_without_script_every_sentence_stands_there_to_read_and_print(open_page: Open) -> None:
    page = open_page("nl/mirror/", java_script_enabled=False)
    expect(page.locator(".statement:visible")).to_have_count(36)


def test_what_it_shows_fits_on_two_sheets_of_paper_with_what_she_opened_to_learn(page: Page) -> None:
    page.get_by_role("button", name="Kort: 12 zinnen").click()
    fill(page, "5", "2", "4")
    page.locator("[data-part=result]:visible").wait_for()
    for competence in ("independence", "planning"):
        page.locator(f'[data-develop="{competence}"] summary').click()
    pages = re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))
    assert len(pages) == 2
