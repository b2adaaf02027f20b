"""A coach opens plans side by side, writes with them, hands them back, and leaves nothing behind."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.journeys.test_export_import import Contexts, offer
from tests.browser.journeys.test_task_details import story
from tests.browser.screens import PLAN_FILE, opened
from tests.unit.web.core.journal.test_journal import JOURNALS

TRACES = """async () => [Object.keys(localStorage), Object.keys(sessionStorage),
  (await indexedDB.databases()).map(({ name }) => name)]"""


def payload(name: str, **fields: Any) -> FilePayload:
    plan: dict[str, Any] = json.loads(json.dumps(PLAN_FILE))
    for path, value in fields.items():
        plan["fields"][path] = {"value": value, "at": [1_790_000_000_500, 0, "x"]}
    return FilePayload(name=name, mimeType="application/json", buffer=json.dumps(plan).encode())


def columns(page: Page) -> Locator:
    return page.locator('[data-part="rows"] thead th')


def line(page: Page, label: str) -> Locator:
    """Return what stands in a row of the table, a cell for each plan."""
    header = page.get_by_role("rowheader", name=label, exact=True)
    return page.locator('[data-part="rows"] tr').filter(has=header).locator("td")


def write_with(page: Page, step: str, text: str) -> Locator:
    """Type something with a step of the plan that is shown, and do not add it."""
    row = page.locator(f'[data-step="{step}"]')
    if not row.locator("textarea").is_visible():
        row.locator("summary").click()
    row.locator("textarea").fill(text)
    return row


def open_files(page: Page, files: list[FilePayload]) -> None:
    """Open plans once the desk is there: what is chosen before it listens, it does not hear."""
    page.locator('[data-part="desk"]:visible').wait_for()
    page.locator('[data-part="files"]').set_input_files(files)


@pytest.fixture
def desk(open_in_november: Open) -> Page:
    """The coach's page on a desk, with two plans on it."""
    page = open_in_november("nl/coach/", viewport={"width": 1280, "height": 900})
    today = {"appointments/a1/task": "kbo", "appointments/a1/day": "2026-11-22", "tasks/vangnet/state": "done"}
    files = [payload("first.json"), payload("bea.json", **today, **{"plan/name": None})]
    open_files(page, files)
    expect(columns(page)).to_have_count(2)
    return page


def asks_before_it_goes(page: Page) -> bool:
    """Say whether the browser would ask before it leaves the page."""
    script = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    return bool(page.evaluate(script))


def save(page: Page, path: Path) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Bewaar het bestand van").click()
    download.value.save_as(path)
    return path.read_text("utf-8")


def advice_in(text: str) -> dict[str, str]:
    """Return what the advice in a file says, by the name of the field."""
    fields = json.loads(text)["fields"]
    return {path.split("/")[2]: field["value"] for path, field in fields.items() if path.startswith("advice/")}


def test_plans_stand_side_by_side_with_who_they_are_and_whom_they_chose(desk: Page) -> None:
    open_files(desk, [payload("c.json", **{"plan/name": "Cem", "tasks/springplank/chosen/rva/springboard": True})])
    expect(columns(desk)).to_have_count(3)
    names = columns(desk).locator('[data-part="name"]').all_inner_texts()
    by_name = {name: place for place, name in enumerate(names)}
    assert set(by_name) == {"A.", "bea", "Cem"}
    expect(columns(desk).nth(by_name["A."])).to_contain_text("Ik krijg een werkloosheidsuitkering")
    expect(columns(desk).nth(by_name["A."])).to_contain_text("1 van ")
    expect(line(desk, "Gekozen hulp").nth(by_name["Cem"])).to_have_text("RVA")
    expect(line(desk, "Gekozen hulp").nth(by_name["A."])).to_have_text("niets")
    expect(line(desk, "Laatst gedaan").nth(by_name["A."])).to_contain_text("Meld je plan vóór je begint")
    expect(line(desk, "Volgende afspraak").nth(by_name["A."])).to_have_text("niets")
    expect(line(desk, "Volgende stap").nth(by_name["A."])).to_contain_text("Kijk eerst naar jezelf (niets gedaan sinds")
    expect(line(desk, "Laatst gedaan").nth(by_name["bea"])).to_contain_text("Weet waar je terechtkunt als het tegenzit")
    expect(line(desk, "Volgende afspraak").nth(by_name["bea"])).to_contain_text("22 november 2026")
    # All answers, and whom to call for what, stand on top of her plan.
    desk.get_by_role("button", name="Cem Bekijk").click()
    expect(desk.locator('[data-part="plan-answers"] li')).to_have_count(5)
    expect(desk.locator('[data-part="helpers"]')).to_contain_text(
        "RVA, 02 515 44 44 (Nummer van jaarverslag.rva.be; nog niemand heeft het gebeld.): "
    )


def test_files_of_every_version_open(desk: Page) -> None:
    files = sorted(JOURNALS.glob("*.json"))
    assert len(files) >= 3
    texts = [json.dumps({"kind": "starterspad-plan", **json.loads(path.read_text("utf-8"))}) for path in files]
    open_files(
        desk,
        [
            FilePayload(name=path.name, mimeType="application/json", buffer=text.encode())
            for path, text in zip(files, texts, strict=True)
        ],
    )
    expect(desk.locator('[data-part="told"]')).to_have_text(f"{len(files) + 2} plannen zijn open.")
    expect(columns(desk).locator('[data-part="answers"]:not(:empty)')).to_have_count(min(5, len(files) + 2))


def test_a_step_is_a_row_and_says_how_it_is_in_each_plan(desk: Page) -> None:
    own = {
        "plan/name": "Cem",
        "tasks/kbo/added": True,
        "appointments/a1/task": "zelfinzicht",
        "appointments/a1/day": "2026-11-25",
        "tasks/0own/title": "Bel mijn tante",
        "tasks/eerst-melden/notes": "Ik durf niet te bellen.",
    }
    open_files(desk, [payload("c.json", **own)])
    expect(columns(desk)).to_have_count(3)
    names = columns(desk).locator('[data-part="name"]').all_inner_texts()
    cem, other = names.index("Cem"), names.index("A.")
    expect(line(desk, "Bel mijn tante").nth(cem)).to_contain_text("open")
    expect(line(desk, "Bel mijn tante").nth(other)).to_contain_text("niet op dit plan")
    for step, hers, others in (
        ("kbo", "open", "niet op dit plan"),
        ("zelfinzicht", "25 nov", "nu"),
        ("eerst-melden", "Gedaan, met notitie", "Gedaan"),
    ):
        row = desk.locator(f'[data-row="{step}"] td')
        expect(row.nth(cem)).to_contain_text(hers)
        expect(row.nth(other)).to_contain_text(others)
    expect(desk.get_by_role("rowheader", name="Jij en je idee")).to_have_attribute("colspan", "4")


def test_who_needs_the_coach_stands_first_and_alone_has_colour(open_page: Open) -> None:
    page = open_page("nl/coach/", at="2026-09-25T10:00:00", viewport={"width": 1280, "height": 900})
    page.locator('[data-part="desk"]:visible').wait_for()
    # Everything in them was written on 21 September, unless it says otherwise.
    old = [1_789_000_000_000, 0, "x"]
    waiting = json.loads(payload("w", **{"plan/name": "Fatima"})["buffer"])
    waiting["fields"]["tasks/springplank/chosen/rva/springboard"] = {"value": True, "at": old}
    meeting = {"appointments/a1/task": "zelfinzicht", "appointments/a1/day": "2026-09-23"}
    idle = json.loads(payload("i", **{"plan/name": "Sara"})["buffer"])
    del idle["fields"]["tasks/eerst-melden/state"]
    files = [
        payload("j.json", **{"plan/name": "Joris"}),
        FilePayload(name="i.json", mimeType="application/json", buffer=json.dumps(idle).encode()),
        payload("l.json", **{"plan/name": "Lien", **meeting}),
        FilePayload(name="w.json", mimeType="application/json", buffer=json.dumps(waiting).encode()),
    ]
    open_files(page, files)
    expect(columns(page).locator('[data-part="name"]')).to_have_text(["Fatima", "Lien", "Sara", "Joris"])
    expect(page.locator('[data-part="needs"] p')).to_have_text(
        ["Fatima wacht 15 dagen op RVA", "Lien had een afspraak op 23 september 2026", "Sara is nog niet begonnen"]
    )
    expect(page.locator("thead [data-wanted]")).to_have_count(3)
    wanted = page.locator(".columns__cell[data-wanted]")
    expect(wanted).to_have_count(2)
    calm = page.locator('.columns__cell[data-state="open"]').first
    assert wanted.first.evaluate("(cell) => getComputedStyle(cell).color") != calm.evaluate(
        "(cell) => getComputedStyle(cell).color"
    )
    page.get_by_role("button", name="Schrijf iets Lien").click()
    expect(page.get_by_role("heading", name="Het plan van Lien")).to_be_visible()
    expect(page.locator('[data-step="zelfinzicht"] textarea')).to_be_focused()
    # The step stands there alone; the others are one button away.
    expect(page.locator("[data-step]:visible")).to_have_count(1)
    page.get_by_role("button", name="Toon alle stappen van dit plan").click()
    expect(page.locator("[data-step]:visible")).not_to_have_count(1)


def test_a_phone_shows_a_column_at_a_time_with_a_switch(desk: Page) -> None:
    expect(desk.get_by_text("Welk plan zie je?")).to_be_hidden()
    expect(columns(desk).nth(1)).to_be_visible()
    desk.set_viewport_size({"width": 360, "height": 740})
    expect(desk.get_by_text("Welk plan zie je?")).to_be_visible()
    expect(columns(desk).nth(0)).to_be_visible()
    expect(columns(desk).nth(1)).to_be_hidden()
    desk.get_by_role("radio", name="A.").check()
    expect(columns(desk).nth(0)).to_be_hidden()
    expect(columns(desk).nth(1)).to_be_visible()
    expect(desk.locator('[data-row="eerst-melden"] td:visible')).to_have_count(1)
    # What is written to shows its column too.
    desk.get_by_role("button", name="Schrijf iets bea").click()
    expect(desk.get_by_role("radio", name="bea")).to_be_checked()
    assert desk.evaluate("document.documentElement.scrollWidth") == 360


def test_more_than_five_plans_are_turned_to(desk: Page) -> None:
    open_files(desk, [payload(f"{number}.json", **{"plan/name": f"N{number}"}) for number in range(5)])
    expect(columns(desk)).to_have_count(5)
    expect(desk.locator('[data-part="pager-words"]')).to_have_text("Plan 1 tot 5 van 7")
    desk.get_by_role("button", name="Toon de volgende plannen").click()
    expect(columns(desk)).to_have_count(2)
    expect(desk.locator('[data-part="pager-words"]')).to_have_text("Plan 6 tot 7 van 7")
    # Who needs her is listed for all of them, and leads to where they stand.
    desk.locator('[data-part="write"]').first.click()
    expect(columns(desk)).to_have_count(5)
    desk.evaluate("let printed = 0; window.print = () => { document.body.dataset.printed = ++printed; }; null")
    desk.get_by_role("button", name="Druk alle plannen af").click()
    expect(desk.locator(".print-sheet")).to_have_count(7)


def test_what_a_coach_types_is_kept_and_is_there_after_a_reload(desk: Page) -> None:
    desk.get_by_role("button", name="A. Bekijk").click()
    desk.get_by_label("Je naam").fill("Coach An")
    step = write_with(desk, "eerst-melden", "Bel eerst even")
    expect(step.get_by_text("Je concept blijft staan zolang dit tabblad open is.")).to_be_visible()
    desk.get_by_text("Stel een stap voor").click()
    desk.get_by_label("Welke stap?").select_option("kbo")
    desk.get_by_label("Waarom?").fill("Je bent klaar.")
    assert asks_before_it_goes(desk)
    desk.reload()
    expect(desk.locator('[data-part="told"]')).to_have_text(
        "Je typte al iets. Open dezelfde plannen weer, dan staat het er nog."
    )
    open_files(desk, [payload("bea.json", **{"plan/name": None})])
    desk.get_by_role("button", name="bea Bekijk").click()
    expect(desk.locator('[data-step="eerst-melden"] textarea')).to_have_value("")
    open_files(desk, [payload("first.json")])
    desk.get_by_role("button", name="A. Bekijk").click()
    expect(step.locator("textarea")).to_be_visible()
    expect(step.locator("textarea")).to_have_value("Bel eerst even")
    expect(step.get_by_text("Je concept blijft staan zolang dit tabblad open is.")).to_be_visible()
    expect(desk.get_by_label("Welke stap?")).to_have_value("kbo")
    expect(desk.get_by_label("Waarom?")).to_have_value("Je bent klaar.")
    expect(desk.get_by_label("Je naam")).to_have_value("Coach An")
    # Once added, or emptied, it is no draft any more.
    step.get_by_role("button", name="Voeg toe").click()
    desk.get_by_label("Waarom?").fill("")
    desk.get_by_label("Welke stap?").select_option("")
    expect(step.get_by_text("Je concept blijft staan zolang dit tabblad open is.")).to_be_hidden()
    assert desk.evaluate("JSON.stringify(Object.values(sessionStorage))").count("Bel eerst even") == 0


def test_a_file_that_was_renamed_or_written_in_since_finds_its_drafts(desk: Page) -> None:
    open_files(desk, [payload("z.json", **{"plan/seed": "s1", "plan/name": "Zoë"})])
    desk.get_by_role("button", name="Zoë Bekijk").click()
    write_with(desk, "eerst-melden", "Dag")
    later = {"plan/seed": "s1", "plan/name": "Zoë", "tasks/zelfinzicht/state": "done"}
    desk.reload()
    open_files(desk, [payload("plan (1).json", **later)])
    desk.get_by_role("button", name="Zoë Bekijk").click()
    expect(desk.locator('[data-step="eerst-melden"] textarea')).to_have_value("Dag")


def test_what_was_typed_and_not_added_goes_into_the_file_and_that_is_said(desk: Page, tmp_path: Path) -> None:
    desk.get_by_role("button", name="A. Bekijk").click()
    desk.get_by_label("Je naam").fill("Coach An")
    step = write_with(desk, "eerst-melden", " Bel eerst even ")
    text = save(desk, tmp_path / "back.json")
    assert advice_in(text) == {
        "task": "eerst-melden",
        "text": "Bel eerst even",
        "by": "Coach An",
        "day": "2026-11-22",
    }
    expect(desk.locator('[data-part="saved"]')).to_have_text(
        "Het bestand is bewaard. Ook 1 concept dat je nog niet had toegevoegd, staat er nu in."
    )
    expect(step).to_contain_text("Coach An, 22 november 2026: Bel eerst even (wacht op de starter)")
    expect(step.locator("textarea")).to_have_value("")
    assert not asks_before_it_goes(desk)
    # Saved again, it is in it once.
    assert save(desk, tmp_path / "again.json").count("Bel eerst even") == 1
    expect(desk.locator('[data-part="saved"]')).to_have_text("Het bestand is bewaard.")


def test_a_suggestion_that_was_chosen_and_not_made_goes_along_and_a_reason_alone_stays(
    desk: Page, tmp_path: Path
) -> None:
    desk.get_by_role("button", name="A. Bekijk").click()
    desk.get_by_text("Stel een stap voor").click()
    desk.get_by_label("Waarom?").fill("Je bent klaar.")
    desk.get_by_role("button", name="Stel voor").click()
    expect(desk.get_by_label("Welke stap?")).to_be_focused()
    assert advice_in(save(desk, tmp_path / "one.json")) == {}
    expect(desk.get_by_label("Waarom?")).to_have_value("Je bent klaar.")
    assert asks_before_it_goes(desk)
    desk.get_by_label("Welke stap?").select_option("kbo")
    text = save(desk, tmp_path / "two.json")
    assert advice_in(text) == {"suggests": "kbo", "text": "Je bent klaar.", "day": "2026-11-22"}
    expect(desk.get_by_label("Waarom?")).to_have_value("")


def test_all_files_that_she_wrote_in_are_saved_at_once_under_the_names_of_their_plans(desk: Page) -> None:
    every = desk.locator('[data-part="save-all"]')
    expect(every).to_be_hidden()
    for name in ("A.", "bea"):
        desk.get_by_role("button", name=f"{name} Bekijk").click()
        write_with(desk, "eerst-melden", f"Dag {name}")
    expect(every).to_have_text("Bewaar 2 bestanden waarin je schreef")
    with (
        desk.expect_download(lambda file: file.suggested_filename == "plan-a-2026-11-22.json") as first,
        desk.expect_download(lambda file: file.suggested_filename == "bea.json") as second,
    ):
        every.click()
    assert advice_in(first.value.path().read_text("utf-8"))["text"] == "Dag A."
    assert advice_in(second.value.path().read_text("utf-8"))["text"] == "Dag bea"
    expect(desk.locator('[data-part="saved"]')).to_contain_text("2 bestanden zijn bewaard. Ook 2 concepten")
    assert not asks_before_it_goes(desk)
    expect(every).to_be_hidden()


def test_what_is_not_saved_is_said_before_all_is_closed(desk: Page) -> None:
    desk.get_by_role("button", name="A. Bekijk").click()
    write_with(desk, "eerst-melden", "Dag")
    desk.get_by_role("button", name="Sluit alles").click()
    expect(desk.locator('[data-part="saved"]')).to_contain_text("Nog niet bewaard: A.")
    expect(columns(desk)).to_have_count(2)
    desk.get_by_role("button", name="Sluit alles").click()
    expect(desk.get_by_text("Alles is weg van deze pagina.")).to_be_visible()
    assert desk.evaluate(TRACES) == [[], [], []]


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
    # What was written to her is what she reads first, and is led to.
    expect(starter.locator('[data-part="preview-words"]')).to_have_text(re.compile("^Coach An schreef 2 dingen. "))
    starter.get_by_role("button", name="Voeg samen met mijn plan").click()
    expect(starter.locator('[data-part="told"]')).to_have_text("Het plan is geopend. Coach An schreef 2 dingen.")
    advice = starter.locator('section[data-part="advice"]')
    expect(starter.get_by_role("button", name="Lees het")).to_be_focused()
    starter.get_by_role("button", name="Lees het").click()
    heading = advice.get_by_role("heading")
    expect(heading).to_have_text("Coach An schreef 2 dingen.")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(advice).to_contain_text("Coach An, 22 november 2026:")
    advice.get_by_role("button", name="Zet op mijn plan").click()
    expect(starter.locator('[data-part="phases"] [data-task="kbo"]')).to_have_count(1)
    # She goes on in place.
    expect(heading).to_have_text("Coach An schreef 1 ding.")
    expect(heading).to_be_focused()
    advice.get_by_role("button", name="Bewaar bij de stap").click()
    expect(advice).to_be_hidden()
    expect(starter.locator('[data-part="progress"]')).to_be_focused()
    story(starter, "eerst-melden")
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
    expect(page.get_by_role("heading", name="Je begeleider schreef 2 dingen.")).to_be_visible()
    page.get_by_role("button", name="Nee, niet voor mij").click()
    page.get_by_role("button", name="Gelezen, mag weg").click()
    expect(page.locator('section[data-part="advice"]')).to_be_hidden()
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
    open_files(page, [payload("first.json")])
    page.locator('[data-part="rows"] [data-part="open"]').click()
    page.locator('[data-step="eerst-melden"] summary').click()
    page.locator('[data-step="eerst-melden"] textarea').fill("Dag")
    page.locator('[data-step="eerst-melden"]').get_by_role("button", name="Voeg toe").click()
    expect(page.locator('[data-step="eerst-melden"]')).to_contain_text("Je begeleider, ")
    assert page.evaluate("JSON.stringify(localStorage)") == before


def test_what_is_no_plan_is_named_and_the_rest_opens(desk: Page) -> None:
    bad = FilePayload(name="letter.json", mimeType="application/json", buffer=b'{"kind":"letter"}')
    newer = b'{"kind":"starterspad-plan","journal_schema":9,"fields":{}}'
    later = FilePayload(name="later.json", mimeType="application/json", buffer=newer)
    open_files(desk, [bad, later, payload("third.json")])
    told = "Dit konden we niet openen: letter, later 3 plannen zijn open."
    expect(desk.locator('[data-part="told"]')).to_have_text(told)
    # The same file may be chosen again, once it is mended.
    expect(desk.locator('[data-part="files"]')).to_have_value("")


def test_none_is_one_in_french_on_a_dutch_device_too(open_page: Open) -> None:
    page = open_page("fr/coach/")
    page.locator('[data-part="desk"]:visible').wait_for()
    bad = FilePayload(name="letter.json", mimeType="application/json", buffer=b"{}")
    open_files(page, [bad])
    expect(page.locator('[data-part="told"]')).to_contain_text("0 plan est ouvert")


def test_a_link_opens_on_the_desk_too(desk: Page, open_page: Open) -> None:
    page = opened(open_page, "plan to keep or share", "nl")
    desk.get_by_text("Open plannen", exact=True).click()
    desk.get_by_label("Of plak hier een link").fill(page.locator('[data-part="url"]').input_value())
    desk.get_by_role("button", name="Open de link").click()
    expect(columns(desk)).to_have_count(3)
    expect(columns(desk).filter(has_text="Plan 3")).to_have_count(1)
    desk.get_by_text("Open plannen", exact=True).click()
    desk.get_by_label("Of plak hier een link").fill("https://example.org/")
    desk.get_by_role("button", name="Open de link").click()
    expect(desk.locator('[data-part="told"]')).to_contain_text("Dit konden we niet openen")


def test_a_plan_in_each_state_opens_on_the_desk(desk: Page) -> None:
    states = ("waiting", "elsewhere", "not-for-me")
    for state in states:
        open_files(desk, [payload(f"{state}.json", **{"plan/name": state, "tasks/eerst-melden/state": state})])
        desk.get_by_role("button", name=f"{state} Bekijk").click()
        expect(desk.locator('[data-part="plan-title"]')).to_contain_text(state)
