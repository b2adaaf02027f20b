"""Each task is a small story: chosen, an appointment, done, elsewhere or not for her; with notes of her own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from starterspad.output.build import build

from tests.browser.conftest import Open, serve
from tests.browser.screens import answer_first, opened
from tests.conftest import TINY, TODAY


@pytest.fixture
def page(open_in_november: Open) -> Page:
    """Her plan, on a day in November."""
    return opened(open_in_november, "plan", "nl", timezone_id="Europe/Brussels")


def row(page: Page, task: str) -> Locator:
    """Return the row of a task, with what it is folded away in opened."""
    found = page.locator(f'[data-task="{task}"]').first
    found.evaluate("""(row) => {
      for (let box = row.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    }""")
    return found


def card(page: Page, task: str) -> Locator:
    """Unfold the card of a task."""
    found = row(page, task)
    if found.locator('[data-part="card"]').is_hidden():
        found.locator('[data-part="unfold"]').click()
    return found


def helpers(page: Page, task: str) -> Locator:
    """Show everyone who helps with a task: who stands first is a matter of turns."""
    found = card(page, task)
    if found.locator('[data-part="help"]').get_attribute("open") is None:
        found.locator('[data-part="help-summary"]').click()
    found.locator(".card").first.wait_for()
    if found.locator('[data-part="more"]').is_visible():
        found.locator('[data-part="more"]').click()
    return found


def story(page: Page, task: str) -> Locator:
    """Open the story of a task."""
    panel = card(page, task).locator('[data-part="story"]')
    if not panel.locator(".story").count():
        panel.evaluate("(details) => { details.open = true; }")
    panel.locator(".story").wait_for()
    return panel


def make_appointment(page: Page, task: str, day: str) -> None:
    panel = story(page, task)
    panel.get_by_label("Dag").fill(day)
    panel.get_by_label("Uur").fill("14:30")
    panel.get_by_label("Waar of hoe").fill("Stadskantoor")
    panel.get_by_role("button", name="Bewaar deze afspraak").click()
    expect(panel.get_by_text("Bewaard op dit toestel.")).to_be_visible()
    for label in ("Dag", "Uur", "Waar of hoe"):
        expect(panel.get_by_label(label)).to_have_value("")


def test_she_chooses_an_organisation_and_finds_it_chosen_again(page: Page) -> None:
    task = helpers(page, "springplank")
    task.get_by_role("button", name="Kies RVA").click()
    expect(task.get_by_role("button", name="Gekozen RVA")).to_have_attribute("aria-pressed", "true")
    expect(task.locator('[data-part="state"]')).to_have_text("Organisatie gekozen")
    page.reload()
    expect(row(page, "springplank").locator('[data-part="state"]')).to_have_text("Organisatie gekozen")
    helpers(page, "springplank").get_by_role("button", name="Gekozen RVA").click()
    expect(row(page, "springplank").locator('[data-part="state"]')).to_be_hidden()


def test_an_appointment_stands_with_its_task_and_on_top(page: Page) -> None:
    make_appointment(page, "springplank", "2026-12-01")
    words = "Afspraak: 1 december 2026, 14:30 · RVA · Stadskantoor"
    expect(page.locator('[data-part="appointment-next"]')).to_have_text(words)
    expect(row(page, "springplank").locator('[data-part="moments"]')).to_have_text(words)
    expect(row(page, "springplank").locator('[data-part="state"]')).to_have_text("Afspraak gemaakt")
    page.reload()
    expect(page.locator('[data-part="appointment-next"]')).to_have_text(words)
    story(page, "springplank").get_by_role("button", name="Schrap").click()
    expect(page.locator('[data-part="appointment-next"]')).to_be_hidden()
    expect(row(page, "springplank").locator('[data-part="state"]')).to_have_text("Organisatie gekozen")


def test_an_appointment_without_a_day_is_not_kept(page: Page) -> None:
    panel = story(page, "springplank")
    panel.get_by_role("button", name="Bewaar deze afspraak").click()
    expect(panel.get_by_text("Vul de dag in.")).to_be_visible()
    expect(panel.get_by_label("Dag")).to_be_focused()


def test_after_an_appointment_the_plan_asks_how_it_went_and_offers_the_others(page: Page) -> None:
    make_appointment(page, "springplank", "2026-11-20")
    asked = page.locator('[data-part="asked"]')
    expect(asked).to_contain_text("Hoe ging het bij RVA op 20 november 2026?")
    asked.get_by_role("button", name="Dit was niets voor mij").click()
    expect(asked).to_be_hidden()
    expect(row(page, "springplank").locator('[data-part="help"]')).to_have_attribute("open", "")
    expect(helpers(page, "springplank").get_by_role("button", name="Kies RVA")).to_be_visible()
    # What was is no longer for her calendar.
    page.locator(".keep > summary").click()
    page.get_by_role("button", name="Zet alles met een datum in mijn agenda").click()
    expect(page.locator('portal-export-import [data-part="told"]')).to_have_text(
        "Er staat nog niets met een datum op je plan."
    )
    with page.expect_download() as download:
        story(page, "springplank").get_by_role("button", name="Zet deze stap in mijn agenda").click()
    assert "VEVENT" not in download.value.path().read_text("utf-8")
    page.reload()
    expect(page.locator('[data-part="progress-words"]')).to_be_visible()
    expect(asked).to_be_hidden()


def test_what_is_not_for_her_counts_for_nothing_and_comes_back_when_she_wants(page: Page) -> None:
    words = page.locator('[data-part="progress-words"]')
    before = int(re.findall(r"\d+", words.inner_text())[1])
    panel = story(page, "idee-toetsen")
    back = panel.get_by_role("button", name="Zet terug op mijn lijst")
    expect(back).to_be_hidden()
    panel.get_by_role("button", name="Dit is niets voor mij").click()
    expect(back).to_be_focused()
    expect(words).to_contain_text(f"van {before - 1} gedaan")
    expect(row(page, "idee-toetsen").locator('[data-part="state"]')).to_have_text("Niets voor mij")
    panel.get_by_label("Waarom?").fill("Ik heb al klanten.")
    expect(panel.get_by_text("Bewaard op dit toestel.")).to_be_visible()
    page.reload()
    again = story(page, "idee-toetsen")
    expect(again.get_by_label("Waarom?")).to_have_value("Ik heb al klanten.")
    again.get_by_role("button", name="Zet terug op mijn lijst").click()
    expect(words).to_contain_text(f"van {before} gedaan")


def test_what_was_done_elsewhere_is_behind_her(page: Page) -> None:
    story(page, "idee-toetsen").get_by_role("button", name="Ik deed dit ergens anders").click()
    expect(row(page, "idee-toetsen").locator("input[type=checkbox]")).to_be_checked()
    expect(row(page, "idee-toetsen").locator('[data-part="state"]')).to_have_text("Elders gedaan")


def test_what_is_not_on_the_plan_says_which_answer_decided_and_can_be_put_there(page: Page) -> None:
    page.locator('[data-part="not-here"]').evaluate("(box) => { box.open = true; }")
    left = page.locator('[data-part="not-here-tasks"] > li', has_text="Vraag het statuut student-zelfstandige")
    expect(left.locator('[data-part="because"]')).to_have_text(
        "Omdat je zei: Ik krijg een werkloosheidsuitkering of inschakelingsuitkering"
    )
    left.get_by_role("button", name="Zet op mijn plan").click()
    expect(row(page, "student-zelfstandige")).to_have_attribute("data-state", "open")
    expect(left).to_have_count(0)


def test_an_appointment_goes_into_her_own_calendar(page: Page, tmp_path: Path) -> None:
    make_appointment(page, "springplank", "2026-12-01")
    with page.expect_download() as download:
        story(page, "springplank").get_by_role("button", name="In mijn agenda", exact=True).click()
    download.value.save_as(tmp_path / "one.ics")
    page.locator(".keep > summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet alles met een datum in mijn agenda").click()
    download.value.save_as(tmp_path / "all.ics")
    assert (tmp_path / "one.ics").read_bytes() == (tmp_path / "all.ics").read_bytes()
    (found,) = icalendar.Calendar.from_ical((tmp_path / "one.ics").read_bytes()).walk("VEVENT")
    assert found.decoded("DTSTART").isoformat() == "2026-12-01T13:30:00+00:00"
    assert str(found["SUMMARY"]) == "RVA: Vraag of je de springplank kunt gebruiken"
    assert str(found["LOCATION"]) == "Stadskantoor"


def test_what_she_wants_help_with_first_comes_on_top_with_what_must_come_before(page: Page) -> None:
    page.evaluate("""() => document.querySelectorAll(
      '[data-part=mine], [data-part=needs-box], [data-part=first]').forEach((box) => { box.open = true; })""")
    page.get_by_role("checkbox", name="Een eerste klant").check()
    first = page.locator(':is([data-part="now-tasks"], [data-part="first-tasks"]) > [data-task]')
    expect(first.first).to_have_attribute("data-task", "zelfinzicht")
    expect(page.locator('[data-part="first-tasks"] > [data-task]').first).to_be_visible()
    ids = first.evaluate_all("(rows) => rows.map((row) => row.dataset.task)")
    assert ids.index("zelfinzicht") < ids.index("idee-toetsen")
    expect(page.locator('[data-task="idee-toetsen"]')).to_have_count(1)
    expect(page.get_by_role("checkbox", name="Een eerste klant")).to_be_focused()
    page.get_by_role("checkbox", name="Eerst praten").check()
    expect(first.nth(2)).to_be_visible()
    page.locator(".path__stone a").evaluate_all(
        "(links) => links.forEach((link) => { if (!document.querySelector(link.hash)) throw new Error(link.hash); })"
    )
    page.get_by_role("checkbox", name="Eerst praten").uncheck()
    expect(page.get_by_role("checkbox", name="Eerst praten")).not_to_be_checked()
    page.reload()
    expect(page.locator('[data-part="first"]')).to_be_visible()
    page.locator('[data-part="mine"] > summary').click()
    page.locator("summary", has_text="Waar wil je eerst hulp bij?").click()
    page.get_by_role("checkbox", name="Een eerste klant").uncheck()
    expect(page.locator('[data-part="first"]')).to_be_hidden()


def test_notes_stay_with_their_task(page: Page) -> None:
    panel = story(page, "idee-toetsen")
    panel.get_by_label("Mijn notities").fill("Drie mensen gevraagd: <b>ja</b>")
    expect(panel.get_by_text("Bewaard op dit toestel.")).to_be_visible()
    page.reload()
    notes = story(page, "idee-toetsen").get_by_label("Mijn notities")
    expect(notes).to_have_value("Drie mensen gevraagd: <b>ja</b>")
    # While she types nothing is written over it, and nothing is said to be kept that is not.
    typing = """(field, words) => {
      field.focus();
      field.value = words;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.closest("[data-task]").querySelector(".tick input").click();
      return [field.value, field.closest(".story").querySelector("[data-part=kept]").textContent];
    }"""
    for words in ("Nog", "Nog één"):
        assert notes.evaluate(typing, words) == [words, ""]
        expect(story(page, "idee-toetsen").get_by_text("Bewaard op dit toestel.")).to_be_visible()


def test_what_is_opened_before_everything_has_arrived_is_filled_as_well(open_page: Open) -> None:
    page = opened(open_page, "plan with news and advice", "nl")
    held: list[Route] = []
    page.route("**/card/task-details.*", lambda route: held.append(route))
    with page.expect_request("**/card/task-details.*"):
        page.reload()
    page.locator('[data-part="not-here"] > summary').click()
    for route in held:
        route.continue_()
    page.locator('[data-part="not-here-tasks"] > li').first.wait_for()


def test_a_journey_of_others_says_how_far_she_is_on_it(page: Page) -> None:
    row(page, "ondernemingsplan").get_by_role("checkbox").check()
    page.goto(page.url.replace("/plan/", "/programmes/ondernemersatelier/"))
    first = page.locator("#stage-1")
    expect(page.locator("portal-programme-progress > [data-part=progress]")).to_have_text(
        "Je hebt 1 van de 5 stappen gedaan."
    )
    expect(first.locator('[data-task="ondernemingsplan"]')).to_contain_text("(Gedaan)")
    expect(first.locator('[data-task="ondernemingsplan"]')).to_have_attribute("data-state", "done")
    # A step that stands there twice counts once.
    page.locator("portal-programme-progress").evaluate("""(journey) => {
      const step = journey.querySelector("[data-task]");
      step.after(step.cloneNode(true));
      journey.querySelector(":scope > [data-part=progress]").textContent = "";
      journey.replaceWith(journey);
    }""")
    expect(page.locator("portal-programme-progress > [data-part=progress]")).to_have_text(
        "Je hebt 1 van de 5 stappen gedaan."
    )


def test_a_journey_says_nothing_of_who_has_no_plan(open_page: Open) -> None:
    page = open_page("nl/programmes/ondernemersatelier/")
    page.locator("html.ready").wait_for()
    expect(page.locator("portal-programme-progress > [data-part=progress]")).to_be_hidden()


def test_who_chose_a_partner_that_left_reads_so_and_chooses_another(
    new_context: Callable[..., BrowserContext], tmp_path: Path
) -> None:
    """The same town before and after its desk left: her plan is the same journal."""
    root, out = tmp_path / "town", tmp_path / "site"
    shutil.copytree(TINY, root)
    build(root, out, today=TODAY)
    server = serve(out)
    start = f"http://127.0.0.1:{server.server_address[1]}/en/"
    page = new_context(locale="en-US").new_page()
    page.goto(start + "tasks/talk-first/")
    page.goto(start + "questions/")
    answer_first(page)
    page.goto(start + "plan/")
    row = page.locator('[data-task="talk-first"]')
    row.locator('[data-part="help-summary"]').click()
    row.locator('[data-part="choose"]').first.click()
    expect(row.locator('[data-part="with"]')).to_have_text("Chosen: Town desk")
    path = root / "partners/town-desk.yml"
    path.write_text(path.read_text("utf-8") + "left: 2026-11-01\n", "utf-8")
    build(root, out, today=TODAY)
    page.goto(start + "plan/")
    said = "Chosen: Town desk (no longer helps since November 1, 2026; choose someone else)"
    expect(row.locator('[data-part="with"]')).to_have_text(said)
    page.goto(start + "partners/town-desk/")
    expect(page.locator("main")).to_contain_text("has not helped starters since November 1, 2026")
    page.goto(start + "partners/")
    expect(page.locator("[data-partner]")).to_have_count(0)
    server.shutdown()
    server.server_close()
