"""The plan as a dashboard: dates, own steps, turns, letters, news, other answers, and a copy to keep."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import icalendar
import pytest
from playwright.sync_api import Page, expect
from starterspad.content.catalog import Catalog

from tests.browser.conftest import Open
from tests.browser.journeys.test_export_import import NAME, kept
from tests.browser.journeys.test_task_details import card, helpers, row, story
from tests.browser.screens import ANSWERED, GIVE_JOURNAL


@pytest.fixture
def page(open_in_november: Open) -> Page:
    """Her first plan, on a day in November, nothing done."""
    page = open_in_november("nl/about/", timezone_id="Europe/Brussels")
    page.evaluate(GIVE_JOURNAL, {"journal_schema": 3, "fields": ANSWERED})
    page.goto(page.url.replace("about/", "plan/"))
    page.locator("[data-task]").first.wait_for()
    return page


def whole(page: Page) -> dict[str, Any]:
    """Return the journal as it lies on the device."""
    found: dict[str, Any] = json.loads(page.evaluate("(name) => localStorage.getItem(name)", NAME))
    return found


def settle(page: Page, path: str, value: Any) -> None:
    """Wait until the device keeps a value."""
    while whole(page)["fields"].get(path, {}).get("value") != value:
        page.evaluate("new Promise((resolve) => setTimeout(resolve, 5))")


def write(page: Page, **fields: Any) -> None:
    """Write into the journal what an earlier visit, or another device, would have written.

    That is done on a page where no element keeps anything: an open plan would keep its own over it.
    """
    plan = page.url
    page.goto(f"{plan.partition('/nl/')[0]}/nl/about/")
    journal = whole(page)
    for path, value in fields.items():
        journal["fields"][path] = {"value": value, "at": [1_795_400_000_000, 0, "x"]}
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [NAME, json.dumps(journal)])
    page.goto(plan)
    page.locator("[data-task]").first.wait_for()


NOW = '[data-part="now-tasks"] > [data-card]'


def test_the_next_step_says_what_it_opens_the_way_to(page: Page, town: Catalog) -> None:
    expect(page.locator(f'{NOW} [data-part="title"]')).to_have_text("Meld je plan vóór je begint")
    story(page, "eerst-melden")
    unlocks = page.locator(f'{NOW} [data-part="unlocks"]')
    expect(unlocks).to_contain_text("Daarna kun je verder met: Kijk eerst naar jezelf")
    certain = page.locator('.plan [data-task]:not([data-state="unknown"])').evaluate_all(
        "(all) => all.map((row) => row.dataset.task)"
    )
    opened = [id for id in certain if "eerst-melden" in town.before(id)]
    assert len(opened) > 4
    expect(unlocks).to_contain_text(f"{len(opened) - 3}")
    expect(page.locator(f'{NOW} [data-part="title"]')).to_have_attribute("href", "../tasks/eerst-melden/")


def test_from_top_to_bottom_on_a_phone_the_plan_is_in_its_order(page: Page) -> None:
    write(page, **{"appointments/a1/task": "kbo", "appointments/a1/day": "2026-11-22"})
    # Today's is still to come.
    expect(page.locator('[data-part="appointment-next"]')).to_contain_text("22 november 2026")
    expect(page.locator('[data-part="asked"]')).to_be_hidden()
    parts = ["progress", "path", "now-tasks", "appointment-next", "waiting", "copy", "phases", "mine", "details"]
    tops = [page.locator(f'[data-part="{name}"]').first.bounding_box() for name in parts]
    assert all(tops)
    heights = [box["y"] for box in tops if box]
    assert heights == sorted(heights)
    tick = page.locator(".tick").first.bounding_box()
    assert tick
    assert min(tick["width"], tick["height"]) >= 44


def test_a_phase_that_is_done_is_closed_and_opens_when_she_wants(page: Page) -> None:
    phase = page.locator("details.phase[data-phase=you-and-idea]")
    expect(phase).not_to_have_attribute("open", "")
    while page.locator(".path__stone--done").count() == 0:
        task = page.locator('[data-part="now-tasks"] > [data-task]').first.get_attribute("data-task")
        assert task
        page.locator(f'[data-task="{task}"] .tick input').check()
        settle(page, f"tasks/{task}/state", "done")
    page.reload()
    expect(page.locator(".path__stone--done")).to_have_count(1)
    expect(phase.locator('[data-part="count"]')).to_have_text("gedaan")
    # A stone opens its phase.
    page.locator(".path__stone--done a").click()
    expect(phase.locator(".tick input").first).to_be_checked()
    # What she opened stays open when the list is made anew.
    page.locator('[data-part="mine"] > summary').click()
    page.get_by_label("Wat wil je zelf nog doen?").fill("Bellen")
    page.get_by_role("button", name="Zet op mijn lijst").click()
    expect(page.locator('[data-part="own-tasks"] > li')).to_have_count(1)
    expect(phase).to_have_attribute("open", "")


def test_helpers_stand_in_the_same_order_at_every_visit_and_take_turns_where_they_are_equal(
    page: Page, open_page: Open
) -> None:
    def names() -> list[str]:
        return helpers(page, "ondernemingsplan").locator(".card__name").all_inner_texts()

    first = names()
    assert len(first) > 5
    page.reload()
    assert names() == first
    orders = set()
    for seed in ("one", "two", "three", "four", "five", "six"):
        write(page, **{"plan/seed": seed})
        orders.add(tuple(names()))
        assert sorted(names()) == sorted(first)
    assert len(orders) > 1
    expect(row(page, "ondernemingsplan").get_by_text("niemand betaalt voor een plaats")).to_be_visible()


def test_every_helper_says_why_it_is_there(page: Page) -> None:
    cards = helpers(page, "springplank").locator(".card")
    for helper in cards.all():
        words = helper.locator('[data-part="because"], [data-part="perhaps"]').all_inner_texts()
        assert any(words), helper.inner_text()
    expect(cards.filter(has_text="RVA").first.locator('[data-part="because"]')).to_have_text(
        re.compile("^(Omdat je zei: |Voor iedereen die start)")
    )
    # Who helps in several ways is counted once.
    several = helpers(page, "activiteitencooperatie")
    names = several.locator(".card__name").all_inner_texts()
    assert len(set(names)) < len(names)
    counted = re.findall(r"\d+", several.locator('[data-part="help-summary"]').inner_text())
    assert sum(map(int, counted)) == len(set(names))
    # Who perhaps fits is not there for everyone.
    unsure = helpers(page, "praat-met-iemand").locator(".card", has=page.locator('[data-part="perhaps"]:visible'))
    assert unsure.count()
    expect(unsure.filter(has_text="Voor iedereen die start").locator('[data-part="because"]:visible')).to_have_count(0)
    expect(cards.first.locator('[data-part="checked"]')).not_to_have_class(re.compile("old"))
    page.clock.set_fixed_time("2029-06-01T10:00:00")
    page.reload()
    first = helpers(page, "springplank").locator(".card").first
    expect(first.locator('[data-part="checked"]')).to_have_class(re.compile("old"))


def test_an_email_tells_only_what_she_ticks(page: Page) -> None:
    task = helpers(page, "ondernemingsplan")
    card = task.locator(".card", has=page.get_by_role("link", name="Schrijf een e-mail")).first
    card.get_by_role("link", name="Schrijf een e-mail").click()

    def letter() -> tuple[str, str]:
        address = urlsplit(card.get_by_role("link", name="Open in mijn e-mail").get_attribute("href") or "")
        assert address.scheme == "mailto"
        fields = parse_qs(address.query)
        return fields["subject"][0], fields["body"][0]

    subject, body = letter()
    assert subject == "Schrijf je ondernemingsplan en reken het door"
    assert "werkloosheidsuitkering" not in body
    assert "Over mij" not in body
    card.get_by_label("Wat je wilt doen: ").check()
    card.get_by_label("Je naam").fill("A.")
    card.get_by_label("Je naam").blur()
    assert "- Wat je wilt doen: Eten of drank maken of verkopen" in letter()[1]
    assert letter()[1].endswith("Met vriendelijke groeten\r\nA.")
    text = card.get_by_label("Lees na")
    text.fill(text.input_value().replace("Mijn vraag:", "Mijn vraag: mag ik langskomen?"))
    card.get_by_label("Hoe ver je staat: ").check()
    assert "- Hoe ver je staat: Ik denk erover na\r\n- Wat je wilt doen: " in letter()[1]
    assert "Mijn vraag: mag ik langskomen?" in letter()[1]
    card.get_by_label("Lees na").fill("Mag ik langskomen? & <b>gauw</b>")
    assert letter()[1] == "Mag ik langskomen? & <b>gauw</b>"
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    card.get_by_role("button", name="Kopieer de tekst").click()
    expect(card.get_by_role("status").filter(has_text="Gekopieerd.")).to_be_visible()


def test_a_phone_number_comes_with_its_hours(page: Page) -> None:
    expect(helpers(page, "springplank").get_by_text("Telefoon: maandag tot vrijdag, 8 tot 16.30 uur")).to_have_count(1)


def test_her_own_step_is_on_the_list_counts_and_can_go(page: Page) -> None:
    before = int(re.findall(r"\d+", page.locator('[data-part="progress-words"]').inner_text())[1])
    expect(page.locator("#own")).to_be_hidden()
    page.locator('[data-part="mine"] > summary').click()
    page.get_by_role("button", name="Zet op mijn lijst").click()
    expect(page.get_by_text("Schrijf op wat je wilt doen.")).to_be_visible()
    page.get_by_label("Wat wil je zelf nog doen?").fill("Mijn tante bellen <b>")
    page.get_by_role("button", name="Zet op mijn lijst").click()
    own = page.locator('[data-part="own-tasks"] > li')
    expect(own).to_contain_text("Mijn tante bellen <b>")
    expect(page.get_by_text("Schrijf op wat je wilt doen.")).to_be_hidden()
    expect(page.get_by_label("Wat wil je zelf nog doen?")).to_have_value("")
    expect(own.locator('[data-part="kind"]')).to_have_text("Mijn eigen stap")
    expect(page.locator('[data-part="progress-words"]')).to_have_text(f"0 van {before + 1} gedaan")
    expect(own).to_be_visible()
    own.locator(".tick input").check()
    path = f"tasks/{own.get_attribute('data-task')}/"
    settle(page, f"{path}state", "done")
    page.reload()
    page.locator("#own > summary").click()
    expect(own.locator(".tick input")).to_be_checked()
    own.locator('[data-part="unfold"]').click()
    own.locator('[data-part="story"] > summary').click()
    own.get_by_role("button", name="Schrap deze stap").click()
    expect(own).to_have_count(0)
    expect(page.locator('[data-part="gone"]')).to_be_hidden()
    settle(page, f"{path}title", None)
    assert {field["value"] for name, field in whole(page)["fields"].items() if name.startswith(path)} == {None}


def test_a_step_worth_doing_three_times_counts_and_is_done_at_the_third(page: Page) -> None:
    times = row(page, "idee-toetsen").locator('[data-part="times"]')
    expect(times).to_have_text("0 van 3 keer gedaan")
    panel = story(page, "idee-toetsen")
    again = panel.get_by_role("button", name="Ik deed dit (nog) een keer")
    again.click()
    again.click()
    expect(row(page, "idee-toetsen")).to_have_attribute("data-state", "open")
    page.clock.set_fixed_time("2026-11-23T10:00:00")
    again.click()
    expect(times).to_have_text("3 van 3 keer gedaan")
    expect(row(page, "idee-toetsen")).to_have_attribute("data-state", "done")
    panel.get_by_role("button", name="Eén keer minder").click()
    expect(times).to_have_text("2 van 3 keer gedaan")
    panel.get_by_label("Mijn notities").fill("Nog één.")
    settle(page, "tasks/idee-toetsen/notes", "Nog één.")
    # The last time is taken back, and not another.
    days = [field["value"] for name, field in whole(page)["fields"].items() if "/times/" in name]
    assert sorted(days, key=str) == ["2026-11-22", "2026-11-22", None]
    page.reload()
    expect(times).to_have_text("2 van 3 keer gedaan")


def test_done_is_not_approved_where_an_authority_decides(page: Page) -> None:
    task = card(page, "springplank")
    expect(task.locator('[data-part="decided"]')).to_be_hidden()
    expect(task.locator('[data-part="done-means"]')).to_have_text("Gedaan is: je hebt het antwoord van de RVA.")
    task.locator(".tick input").check()
    expect(task.locator('[data-part="decided"]')).to_have_text("Je hebt het antwoord van de RVA. Bewaar het.")


def test_from_the_day_she_wants_to_start_the_plan_counts_back(page: Page, tmp_path: Path) -> None:
    page.locator('[data-part="mine"] > summary').click()
    page.locator('[data-part="dates"] > summary').click()
    expect(page.get_by_text("Er zijn nog geen data.")).to_be_visible()
    page.get_by_label("Ik wil starten op").fill("2027-03-01")
    expect(page.locator(".timeline > li").last).to_contain_text("Je start")
    expect(row(page, "eerst-melden").locator('p[data-part="due"]')).to_have_text("Klaar tegen 1 maart 2027.")
    story(page, "idee-toetsen").get_by_label("Klaar tegen").fill("2026-12-24")
    expect(row(page, "idee-toetsen").locator('p[data-part="due"]')).to_have_text("Klaar tegen 24 december 2026.")
    # What must come before it must be ready before it.
    expect(row(page, "zelfinzicht").locator('p[data-part="due"]')).to_have_text("Klaar tegen 24 december 2026.")
    with page.expect_download() as download:
        story(page, "idee-toetsen").get_by_role("button", name="Zet deze stap in mijn agenda").click()
    download.value.save_as(tmp_path / "step.ics")
    (found,) = icalendar.Calendar.from_ical((tmp_path / "step.ics").read_bytes()).walk("VEVENT")
    portal = page.url.partition("://")[2].partition("/nl/")[0]
    assert (str(found["UID"]), found.decoded("DTSTART").isoformat()) == (f"due-idee-toetsen@{portal}", "2026-12-24")
    page.locator(".keep > summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Zet alles met een datum in mijn agenda").click()
    download.value.save_as(tmp_path / "all.ics")
    events = icalendar.Calendar.from_ical((tmp_path / "all.ics").read_bytes()).walk("VEVENT")
    uids = {str(event["UID"]) for event in events}
    assert {f"{id}@{portal}" for id in ("target", "due-idee-toetsen", "due-eerst-melden")} <= uids
    assert len(uids) == len(events)
    story(page, "idee-toetsen").get_by_label("Klaar tegen").fill("")
    page.get_by_label("Ik wil starten op").fill("")
    expect(page.get_by_text("Er zijn nog geen data.")).to_be_visible()


def test_a_day_that_has_passed_says_what_to_do(page: Page) -> None:
    write(page, **{"tasks/idee-toetsen/due": "2026-11-01"})
    expect(row(page, "idee-toetsen").locator('p[data-part="due"]')).to_have_text(
        "Klaar tegen 1 november 2026. Die dag is voorbij: kies een latere dag, of vraag raad."
    )
    page.locator('[data-part="mine"] > summary').click()
    page.locator('[data-part="dates"] > summary').click()
    expect(page.locator(".timeline > li").first).to_contain_text("1 november 2026 (voorbij)")
    # The day itself has not passed.
    write(page, **{"tasks/idee-toetsen/due": "2026-11-22"})
    expect(row(page, "idee-toetsen").locator('p[data-part="due"]')).to_have_text("Klaar tegen 22 november 2026.")


def test_time_that_we_estimate_says_so(page: Page) -> None:
    write(page, **{"answers/start-way": ["own-number"], "tasks/zichtrekening/due": "2027-02-10"})
    expect(row(page, "zichtrekening").locator('p[data-part="due"]')).to_have_text(
        "Begin ten laatste op 3 februari 2027, klaar tegen 10 februari 2027. (onze schatting)"
    )


def test_a_first_plan_asks_to_be_kept_and_again_when_much_has_happened(page: Page) -> None:
    box = page.locator('p[data-part="copy"]')
    expect(box).to_be_hidden()
    row(page, "thuis-bespreken").locator(".tick input").check()
    expect(box).to_contain_text("Je plan staat alleen op dit toestel.")
    page.locator(".keep > summary").click()
    expect(page.locator(".keep")).to_contain_text("Safari")
    expect(page.locator(".keep")).to_contain_text("zeven dagen")
    box.get_by_role("button", name="Bewaar in een bestand").click()
    with page.expect_download():
        page.get_by_role("button", name="Bewaar het bestand nu").click()
    expect(box).to_be_hidden()
    page.clock.set_fixed_time("2026-11-23T10:00:00")
    open_steps = page.locator('.plan [data-state="open"]').evaluate_all("(rows) => rows.map((row) => row.dataset.task)")
    for task in open_steps[:10]:
        expect(box).to_be_hidden()
        row(page, task).locator(".tick input").check()
    expect(box).to_contain_text("Sinds je laatste kopie veranderde je 10 dingen.")
    page.clock.set_fixed_time("2026-11-23T10:01:00")
    box.get_by_role("button", name="Later").click()
    expect(box).to_be_hidden()
    expect(page.locator('[data-part="progress"]')).to_be_focused()
    page.reload()
    page.locator("html.ready").wait_for()
    expect(box).to_be_hidden()


def test_what_changed_in_her_steps_is_told_until_she_has_seen_it(page: Page) -> None:
    news = page.locator('section[data-part="news"]')
    expect(news).to_be_hidden()
    write(page, **{"tasks/springplank/seen": "before", "tasks/idee-toetsen/seen": None})
    expect(news.get_by_role("heading")).to_have_text("Sinds je laatste bezoek: 2 stappen nieuw of veranderd")
    expect(news).to_contain_text("Veranderd · 22 november 2026: Er staat nu bij wie over je aanvraag beslist.")
    expect(row(page, "idee-toetsen").locator(".badge")).to_have_text("Nieuw")
    page.reload()
    news.get_by_role("button", name="Gezien").click()
    expect(news).to_be_hidden()
    expect(page.locator('[data-part="progress"]')).to_be_focused()
    page.reload()
    page.locator("html.ready").wait_for()
    expect(news).to_be_hidden()


def test_another_answer_first_shows_what_it_changes(page: Page) -> None:
    row(page, "springplank").locator(".tick input").check()
    page.locator('[data-part="mine"] > summary').click()
    page.get_by_role("link", name="Bekijk of wijzig mijn antwoorden").first.click()
    # What changes nothing on her plan is kept at once.
    page.locator(".answer", has_text="Heb je dit werk al gedaan?").get_by_role("link").click()
    page.locator('input[value="partly"]').check()
    page.locator('main button[type="submit"]:visible').click()
    expect(page.locator("main h1:visible")).to_have_text("Hoe wil je beginnen?")
    page.goto(page.url.split("#")[0] + "#check")
    page.locator(".answer", has_text="Wat klopt nu voor jou?").get_by_role("link").click()
    page.locator('input[value="unemployment-benefit"]').uncheck()
    page.locator('input[value="student"]').check()
    page.locator('main button[type="submit"]:visible').click()
    change = page.locator('[data-part="changing"]')
    expect(change.get_by_role("heading")).to_be_focused()
    expect(change).to_contain_text("1 nieuwe stap:")
    expect(change.locator('[data-part="come"]')).to_have_text("Vraag het statuut student-zelfstandige")
    expect(change.locator('[data-part="go"]')).to_contain_text("Vraag of je de springplank kunt gebruiken")
    expect(change).to_contain_text("1 vinkje blijft staan.")
    change.get_by_role("button", name="Nee, laat het zoals het was").click()
    expect(page.locator("main h1:visible")).to_be_focused()
    expect(page.locator('input[value="unemployment-benefit"]')).to_be_checked()
    assert kept(page)["answers/situation"] == ["unemployment-benefit"]
    page.locator('input[value="unemployment-benefit"]').uncheck()
    page.locator('input[value="student"]').check()
    page.locator('main button[type="submit"]:visible').click()
    change.get_by_role("button", name="Ja, verander mijn antwoord").click()
    settle(page, "answers/situation", ["student"])
    page.goto(page.url.split("questions/")[0] + "plan/")
    gone = page.locator('[data-part="gone-tasks"] > li')
    expect(gone).to_have_count(1)
    expect(gone.locator(".tick input")).to_be_checked()
    expect(page.locator('section[data-part="news"]')).to_be_hidden()


def test_a_step_that_the_city_took_away_stays_with_what_she_did(page: Page) -> None:
    # A step of her own that she took off on another device stays away, whatever this one noted of it meanwhile.
    own = {"tasks/0aunt/title": None, "tasks/0aunt/notes": "Zondag."}
    write(page, **{"tasks/was-once/state": "done", "tasks/was-once/notes": "Gedaan met Jan.", **own})
    gone = page.locator('[data-part="gone-tasks"] > li')
    expect(gone).to_have_count(1)
    expect(gone.locator('[data-part="kind"]')).to_have_text("Staat niet meer op de site")
    expect(story(page, "was-once").get_by_label("Mijn notities")).to_have_value("Gedaan met Jan.")


def test_someone_elses_plan_can_be_looked_at_without_a_trace(page: Page, open_page: Open) -> None:
    before = whole(page)
    other = {
        "kind": "starterspad-plan",
        "journal_schema": 2,
        "fields": {
            "answers/stage": {"value": ["started"], "at": [1, 0, "x"]},
            "tasks/vangnet/state": {"value": "done", "at": [1, 1, "x"]},
        },
    }
    file: Any = {"name": "other.json", "mimeType": "application/json", "buffer": json.dumps(other).encode()}
    page.locator('[data-part="file"]').set_input_files(file)
    page.get_by_role("button", name="Alleen kijken").click()
    expect(page.get_by_text("Je kijkt naar het plan van iemand anders.")).to_be_visible()
    expect(page.get_by_role("button", name="Stop met kijken")).to_be_focused()
    expect(page.locator('[data-task="vangnet"] .tick input')).to_be_checked()
    expect(page.locator('[data-task="vangnet"] .tick input')).to_be_disabled()
    expect(page.locator(".keep")).to_be_hidden()
    assert whole(page) == before
    page.get_by_role("button", name="Stop met kijken").click()
    expect(page.locator('[data-task="eerst-melden"] .tick input')).to_be_enabled()
    assert whole(page) == before
    # On a device without a plan it leaves none.
    fresh = open_page("nl/plan/")
    fresh.locator("html.ready").wait_for()
    fresh.locator('[data-part="file"]').set_input_files(file)
    fresh.get_by_role("button", name="Alleen kijken").click()
    expect(fresh.locator('[data-task="vangnet"] .tick input')).to_be_checked()
    assert fresh.evaluate("(name) => localStorage.getItem(name)", NAME) is None


def test_a_small_plan_is_a_qr_code_that_carries_the_link(page: Page) -> None:
    page.locator(".keep > summary").click()
    page.get_by_role("button", name="Maak de link").click()
    code = page.locator("figure.code")
    expect(code).to_be_visible()
    drawn = code.locator("path").get_attribute("d") or ""
    assert len(re.findall("M", drawn)) > 400
    # Four light modules around it; the corner of the code itself is dark.
    assert drawn.startswith("M4 4h1v1h-1z")
    url = page.locator('[data-part="url"]').input_value()
    script = "import('/some-project/assets/sources/core/formats/qr-code.js')"
    dark = page.evaluate(f"async (url) => (await {script}).qrOf(url).flat().filter(Boolean).length", url)
    assert len(re.findall("M", drawn)) == dark
    notes = story(page, "idee-toetsen").get_by_label("Mijn notities")
    # Text that cannot be pressed together: every letter another.
    notes.fill("".join(chr(0x4E00 + number * 7 % 5000) for number in range(1500)))
    expect(story(page, "idee-toetsen").get_by_text("Bewaard op dit toestel.")).to_be_visible()
    page.get_by_label("Ook wat ik opschreef").check()
    page.get_by_role("button", name="Maak de link").click()
    expect(page.locator('[data-part="told"]')).to_contain_text("te lang voor een QR-code")
    expect(code).to_be_hidden()
