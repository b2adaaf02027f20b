"""A plan can be kept in a file and shared by a link; what comes in is seen before it changes anything."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Download, FilePayload, Page, Route, expect

from tests.browser.conftest import Open
from tests.browser.journeys.test_task_details import helpers, make_appointment, story
from tests.browser.screens import PLAN_FILE, opened
from tests.unit.web.core.journal.test_journal import hostile

NAME = "starterspad:/some-project/"
Contexts = Callable[..., BrowserContext]


@pytest.fixture
def page(open_page: Open) -> Page:
    page = opened(open_page, "plan", "nl")
    page.locator(".keep > summary").click()
    return page


def save_as(page: Page, name: str = "") -> Download:
    """Save the plan of whoever has not said her name yet, under this one."""
    page.locator('[data-part="save"]').click()
    asked = page.get_by_label("Je naam, zodat je begeleider weet")
    expect(asked).to_be_focused()
    asked.fill(name)
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar het bestand nu").click()
    return download.value


def told(page: Page) -> Any:
    return expect(page.locator('[data-part="told"]'))


def kept(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(page.evaluate("(name) => localStorage.getItem(name) ?? '{}'", NAME))
    # What the page itself remembers of the plan is no work of hers.
    mine = {path: field for path, field in found.get("fields", {}).items() if not re.search("^plan/|/seen$", path)}
    return {path: field["value"] for path, field in mine.items()}


def offer(page: Page, text: str) -> None:
    file = FilePayload(name="plan.json", mimeType="application/json", buffer=text.encode())
    page.locator('[data-part="file"]').set_input_files(file)


def elsewhere(new_context: Contexts, address: str) -> Page:
    """Open the plan's page on another device."""
    page = new_context().new_page()
    page.goto(f"{address}nl/plan/")
    page.locator("html.ready").wait_for()
    return page


def link_with(page: Page, *chosen: str) -> str:
    for name in chosen:
        page.get_by_label(name).check()
    page.get_by_role("button", name="Maak de link").click()
    told(page).to_have_text("De link is klaar.")
    return page.locator('[data-part="url"]').input_value()


def test_a_saved_file_opens_on_another_device_after_a_preview(
    page: Page, new_context: Contexts, address: str, tmp_path: Path
) -> None:
    download = save_as(page)
    assert re.fullmatch(r"plan-\d{4}-\d\d-\d\d\.json", download.suggested_filename)
    download.save_as(tmp_path / "plan.json")
    other = elsewhere(new_context, address)
    other.locator(".keep > summary").click()
    other.locator('[data-part="file"]').set_input_files(tmp_path / "plan.json")
    expect(other.get_by_role("heading", name="Dit plan openen?")).to_be_focused()
    expect(other.locator('[data-part="preview-words"]')).to_contain_text("antwoorden 5, gedane stappen 1")
    assert kept(other) == {}
    other.get_by_role("button", name="Voeg samen met mijn plan").click()
    told(other).to_have_text("Het plan is geopend.")
    expect(other.locator('[data-task="eerst-melden"] .tick input')).to_be_checked()
    assert kept(other) == kept(page)


def test_a_saved_file_says_whose_it_is_once_she_said_so(page: Page) -> None:
    first = save_as(page, "Fatima Z.")
    told(page).to_contain_text("Het bestand is bewaard.")
    told(page).to_be_focused()
    assert re.fullmatch(r"plan-fatima-z-\d{4}-\d\d-\d\d\.json", first.suggested_filename)
    assert json.loads(first.path().read_text("utf-8"))["fields"]["plan/name"]["value"] == "Fatima Z."
    # Asked once: the next file bears it, also when she writes it otherwise.
    page.reload()
    page.locator(".keep > summary").click()
    name = page.get_by_label("Je voornaam of letters")
    expect(name).to_have_value("Fatima Z.")
    name.fill("Fatima")
    name.blur()
    with page.expect_download() as again:
        page.locator('[data-part="save"]').click()
    assert again.value.suggested_filename.startswith("plan-fatima-2")
    expect(page.locator('[data-part="naming"]')).to_be_hidden()


def test_what_was_opened_can_be_undone(page: Page) -> None:
    before = kept(page)
    offer(page, json.dumps({"kind": "starterspad-plan", "journal_schema": 2, "fields": {}}))
    page.get_by_role("button", name="Vervang mijn plan").click()
    told(page).to_have_text("Het plan is geopend.")
    expect(page.get_by_text("Je hebt nog geen plan.")).to_be_visible()
    undo = page.get_by_role("button", name="Maak ongedaan")
    expect(undo).to_be_focused()
    undo.click()
    told(page).to_have_text("Je vorige plan is terug.")
    told(page).to_be_focused()
    expect(undo).to_be_hidden()
    expect(page.locator('[data-task="eerst-melden"] .tick input')).to_be_checked()
    assert kept(page) == before
    # From before her journal was brought to today's schema, and from before the file; the empty plan is none to go to.
    expect(page.locator('[data-part="snapshots"] > *')).to_have_count(2)


def test_what_is_undone_is_the_last_that_was_opened(page: Page) -> None:
    undo = page.get_by_role("button", name="Maak ongedaan")
    for answers in (["started"], ["growing"]):
        fields = {"answers/stage": {"value": answers, "at": [1, 0, "x"]}}
        offer(page, json.dumps({"kind": "starterspad-plan", "journal_schema": 2, "fields": fields}))
        expect(undo).to_be_hidden()
        page.get_by_role("button", name="Vervang mijn plan").click()
        expect(undo).to_be_visible()
    undo.click()
    told(page).to_have_text("Je vorige plan is terug.")
    assert kept(page) == {"answers/stage": ["started"]}


def test_doing_nothing_changes_nothing(page: Page) -> None:
    before = kept(page)
    offer(page, json.dumps({"kind": "starterspad-plan", "journal_schema": 2, "fields": {}}))
    page.get_by_role("button", name="Doe niets").click()
    told(page).to_have_text("Er is niets veranderd.")
    told(page).to_be_focused()
    expect(page.locator('[data-part="preview"]')).to_be_hidden()
    # The same file may be chosen again.
    expect(page.locator('[data-part="file"]')).to_have_value("")
    assert kept(page) == before


def test_a_link_carries_answers_alone_and_never_the_sensitive_ones_unasked(
    page: Page, new_context: Contexts, address: str
) -> None:
    url = link_with(page)
    assert url.startswith(f"{address}nl/plan/#plan=1")
    other = elsewhere(new_context, address)
    requests: list[str] = []
    other.on("request", lambda request: requests.append(request.url))
    other.goto("about:blank")
    other.goto(url)
    other.get_by_role("button", name="Vervang mijn plan").click()
    told(other).to_have_text("Het plan is geopend.")
    assert kept(other).keys() == {"answers/stage", "answers/activity", "answers/experience", "answers/living"}
    assert other.url == f"{address}nl/plan/"
    assert not [request for request in requests if "plan=" in request]


def test_a_link_carries_what_she_ticks(page: Page, new_context: Contexts, address: str) -> None:
    url = link_with(page, "Ook wat ik deed", "Ook deze antwoorden")
    other = elsewhere(new_context, address)
    other.goto("about:blank")
    other.goto(url)
    other.get_by_role("button", name="Voeg samen met mijn plan").click()
    told(other).to_have_text("Het plan is geopend.")
    assert kept(other)["answers/situation"] == ["unemployment-benefit"]
    assert kept(other)["tasks/eerst-melden/state"] == "done"


def test_an_earlier_state_can_be_put_back(page: Page) -> None:
    before = kept(page)
    offer(page, json.dumps({"kind": "starterspad-plan", "journal_schema": 2, "fields": {}}))
    page.get_by_role("button", name="Vervang mijn plan").click()
    told(page).to_have_text("Het plan is geopend.")
    page.get_by_role("button", name="Zet terug", exact=True).first.click()
    told(page).to_have_text("Je vorige plan is terug.")
    assert kept(page) == before


def test_a_plan_of_a_newer_version_is_not_taken(page: Page) -> None:
    offer(page, json.dumps({"kind": "starterspad-plan", "journal_schema": 9, "fields": {}}))
    told(page).to_contain_text("nieuwere versie")
    expect(page.locator('[data-part="preview"]')).to_be_hidden()


def test_two_hundred_hostile_files_and_links_change_nothing_before_she_says_so(page: Page, address: str) -> None:
    before = kept(page)
    things = hostile()
    texts = [json.dumps({"kind": "starterspad-plan", **one} if isinstance(one, dict) else one) for one in things]
    assert len(texts) >= 200
    file = page.locator('[data-part="file"]')
    give = (
        "async (input, text) => { const data = new DataTransfer();"
        " data.items.add(new File([text], 'plan.json')); input.files = data.files;"
        " input.dispatchEvent(new Event('change')); await new Promise((resolve) => setTimeout(resolve)); }"
    )
    for text in texts:
        file.evaluate(give, text)
    for damage in ("", "0", "1", "2x", "1!!!!", "0e30", "1" + "A" * 400, "0" + "%00", "<script>", "1" + "_-" * 50):
        page.evaluate("(hash) => { location.hash = hash; }", f"plan={damage}")
        told(page).to_contain_text("Er is niets veranderd.")
    assert kept(page) == before
    assert page.evaluate("() => ({}).polluted") is None
    assert page.locator("portal-export-import script, portal-export-import img").count() == 0


def test_the_plan_on_paper_holds_what_an_adviser_needs_on_two_pages(page: Page) -> None:
    page.evaluate("window.print = () => {}; null")
    helpers(page, "springplank").get_by_role("button", name="Kies RVA").click()
    expect(page.locator('[data-task="springplank"] [data-part="state"]')).to_have_text("Organisatie gekozen")
    page.get_by_label("Je voornaam of letters").fill("A.")
    story(page, "springplank").get_by_label("Mijn notities").fill("Eerst mijn zus bellen.")
    expect(story(page, "springplank").get_by_text("Bewaard op dit toestel.")).to_be_visible()
    make_appointment(page, "springplank", "2026-12-01")
    # From the reminder as from the list of ways; a plan on paper is a copy.
    page.get_by_role("button", name="Druk mijn plan af").first.click()
    expect(page.locator("html")).to_have_class(re.compile("prints-plan"))
    expect(page.locator('p[data-part="copy"]')).to_have_attribute("hidden", "")
    page.emulate_media(media="print")
    sheet = page.locator(".print-sheet")
    expect(sheet).to_contain_text("Naam: A.")
    chosen = sheet.locator('li[data-state="appointment"]')
    expect(chosen.locator('[data-part="helper"]')).to_have_text("RVA")
    expect(chosen.locator('[data-part="uncalled"]')).to_have_text("nummer niet getest")
    expect(chosen.locator('[data-part="number"]')).to_have_text("02 515 44 44")
    expect(sheet).to_contain_text("1 december 2026, 14:30")
    expect(sheet.locator('[data-part="sheet-done"]')).to_have_text("Gedaan: Meld je plan vóór je begint")
    expect(sheet).not_to_contain_text("Eerst mijn zus bellen.")
    expect(page.locator("[data-part=progress]")).to_be_hidden()
    pages = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert pages <= 2
    page.emulate_media(media="screen")
    expect(sheet).to_have_count(0)
    expect(page.locator("html")).not_to_have_class(re.compile("prints-plan"))
    page.reload()
    page.locator(".keep > summary").click()
    expect(page.get_by_label("Je voornaam of letters")).to_have_value("A.")
    page.evaluate("window.print = () => {}; null")
    page.get_by_label("Ook mijn notities").first.check()
    page.locator('[data-part="print"]').click()
    expect(sheet).to_contain_text("Eerst mijn zus bellen.")


def test_there_is_a_questionnaire_on_paper_for_who_has_no_device(open_page: Open) -> None:
    page = open_page("fr/paper/", java_script_enabled=False)
    assert page.locator(".paper > li").count() == 14
    assert page.locator(".boxes li").count() > 90


def test_a_file_that_is_chosen_while_the_page_still_loads_is_opened(
    page: Page, new_context: Contexts, address: str
) -> None:
    text = save_as(page).path().read_text("utf-8")
    other = new_context().new_page()
    held: list[Route] = []
    other.route("**/decision-model.*.json", lambda route: held.append(route))
    other.goto(f"{address}nl/plan/")
    other.locator("html.ready").wait_for()
    offer(other, text)
    for route in held:
        route.continue_()
    expect(other.get_by_role("button", name="Voeg samen met mijn plan")).to_be_visible()


def test_a_file_that_she_chooses_before_the_page_listens_is_opened_when_it_does(
    new_context: Contexts, address: str
) -> None:
    slow = new_context().new_page()
    held: list[Route] = []
    late = re.compile("/web/elements/")
    slow.route(late, lambda route: held.append(route))
    slow.goto(f"{address}nl/plan/", wait_until="commit")
    slow.locator(".keep > summary").click()
    offer(slow, json.dumps(PLAN_FILE))
    expect(slow.locator("html.ready")).to_have_count(0)
    slow.route(late, lambda route: route.continue_())
    for route in held:
        route.continue_()
    expect(slow.get_by_role("heading", name="Dit plan openen?")).to_be_focused()
