"""The forms about records, as a civil servant without git uses them: from a fact on a page to a proposal to send."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect
from starterspad.cli.main import main
from starterspad.content.kinds import EVENT
from starterspad.content.loader import load_catalog
from starterspad.output.build import build
from starterspad.quality.checks import check
from starterspad.rules.event_dates import dates_of

from tests.browser.conftest import Open, Watch, serve
from tests.browser.journeys.test_partner_form import tab_to
from tests.conftest import TODAY, TOWN

SUBMIT = "portal-record-form form [type=submit]"
COST = {"nl": "120,50 euro", "fr": "120,50 euros", "en": "EUR 120.50"}
PAGE = "https://economie.fgov.be/nl/tarieven"


@pytest.fixture
def copy_of_town(tmp_path: Path) -> Path:
    root = tmp_path / "town"
    shutil.copytree(TOWN, root)
    return root


def form_of(page: Page) -> Page:
    page.locator("portal-record-form form:visible").wait_for()
    return page


def typed(page: Page, path: str, words: str) -> None:
    """Go to a field by the Tab key, and write over what stands there."""
    tab_to(page, f'[data-path="{path}"]')
    page.keyboard.press("Control+A")
    page.keyboard.type(words)


def letter_of(page: Page, folder: Path) -> Path:
    """Save the proposal as somebody without e-mail would."""
    with page.expect_download() as download:
        page.locator("[data-part=download]").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def new(kind: str, root: Path, letter: Path) -> str:
    command = ["new", kind, "--root", str(root), "--from-message", str(letter), "--today", TODAY.isoformat()]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_civil_servant_corrects_an_amount_on_a_phone_by_keyboard(
    language: str, open_page: Open, copy_of_town: Path
) -> None:
    page = open_page(f"{language}/tasks/kbo/", viewport={"width": 360, "height": 740})
    tab_to(page, "details:has(.fact-list) > summary")
    page.keyboard.press("Enter")
    tab_to(page, 'a[href$="#change=registration-cost"]')
    page.keyboard.press("Enter")
    form_of(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    # What stands there today is said beside each answer, and stands in it.
    expect(page.locator('[data-ask="value.nl"] [data-now]')).to_contain_text("105,50 euro")
    for code, words in COST.items():
        typed(page, f"value.{code}", words)
    typed(page, "source", PAGE)
    tab_to(page, SUBMIT)
    page.keyboard.press("Enter")
    page.locator("[data-part=done]:visible").wait_for()
    expect(page.locator("[data-part=done-title]")).to_be_focused()
    path = letter_of(page, copy_of_town.parent)
    assert path.name == "fact-registration-cost.txt"
    before = (copy_of_town / "content/facts/registration.yml").read_text("utf-8").splitlines()
    assert "Wrote content/facts/registration.yml." in new("fact", copy_of_town, path)
    catalog = load_catalog(copy_of_town)
    assert [problem for problem in check(catalog) if problem.severity == "error"] == []
    fact = catalog.facts["registration-cost"]
    assert (fact.value, fact.source, fact.seen) == (COST, PAGE, "told")
    # No other fact of the file has another line.
    after = (copy_of_town / "content/facts/registration.yml").read_text("utf-8").splitlines()
    assert len([line for line in before if line not in after]) <= 7


def test_who_has_no_link_finds_the_fact_in_plain_words(open_page: Open) -> None:
    page = open_page("nl/propose-fact/")
    find = page.locator("[data-part=find]")
    find.fill("xyzzy")
    expect(page.locator("portal-record-form [data-part=told]")).to_have_text("Niets gevonden. Probeer een ander woord.")
    find.fill("inschrijving kostte")
    page.locator("[data-part=found] a").first.click()
    expect(form_of(page).locator("[data-part=chosen]")).to_contain_text("De inschrijving kostte")
    page.get_by_text("Kies iets anders").click()
    expect(find).to_be_visible()
    page.evaluate("location.hash = 'change=../../etc/passwd'")
    expect(page.locator("portal-record-form [data-part=told]")).to_have_text("Dit bestaat niet meer. Zoek hieronder.")


def test_what_is_wrong_is_said_beside_the_answer(open_page: Open) -> None:
    page = form_of(open_page("nl/propose-fact/#change=registration-cost"))
    page.locator('[data-path="source"]').fill("ergens op internet")
    page.locator('[data-path="checked"]').fill("")
    page.locator(SUBMIT).click()
    expect(page.locator("[data-part=faults]")).to_be_focused()
    expect(page.locator("#join-source-fault")).to_be_visible()
    expect(page.locator("#join-checked-fault")).to_have_text("Vul dit in.")
    told = page.locator("[data-part=fault-list] a").all_inner_texts()
    assert any(line.startswith("Wanneer las je dat daar?") for line in told)


def test_without_script_and_where_nothing_can_be_received_the_page_says_so_first(open_page: Open) -> None:
    page = open_page("nl/propose-fact/")
    note = page.get_by_text("Deze site kan zelf niets ontvangen.")
    assert note.evaluate(
        "(one) => Boolean(one.compareDocumentPosition(document.querySelector('portal-record-form')) & 4)"
    )
    plain = open_page("nl/propose-fact/", java_script_enabled=False)
    expect(plain.locator("[data-part=without]")).to_be_visible()
    expect(plain.locator("portal-record-form form")).to_be_hidden()


def test_somebody_proposes_a_notice(open_page: Open, copy_of_town: Path) -> None:
    page = form_of(open_page("fr/propose-notice/", viewport={"width": 360, "height": 740}))
    page.locator('[data-path="text.fr"]').fill("Le guichet est fermé : # demain.")
    page.locator(SUBMIT).click()
    expect(page.locator("#join-until-fault")).to_be_visible()
    page.locator('[data-path="until"]').fill("2026-12-24")
    page.locator(SUBMIT).click()
    page.locator("[data-part=done]:visible").wait_for()
    assert "Wrote content/notices.yml." in new("notice", copy_of_town, letter_of(page, copy_of_town.parent))
    (notice,) = load_catalog(copy_of_town).notices_on(TODAY)
    assert notice.text == {"fr": "Le guichet est fermé : # demain."}


def test_a_reader_proposes_other_words_for_a_step(open_page: Open, copy_of_town: Path) -> None:
    page = open_page("nl/tasks/kbo/", viewport={"width": 320, "height": 640})
    tab_to(page, 'a[href$="propose-task/#change=kbo"]')
    page.keyboard.press("Enter")
    form_of(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator('[data-ask="title.nl"] [data-now]')).to_contain_text("Nu: ")
    # What this step does not say is not asked.
    tab_to(page, SUBMIT)
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=fault-list]")).to_have_text("Je hebt nog niets veranderd. Pas eerst een tekst aan.")
    typed(page, "title.nl", "Schrijf je zaak in")
    typed(page, "why.nl", "Dat kost € 33 en " + "heel " * 30 + "veel tijd.")
    tab_to(page, SUBMIT)
    page.keyboard.press("Enter")
    page.locator("[data-part=done]:visible").wait_for()
    hints = page.locator("[data-part=advice-list] li").all_inner_texts()
    assert any("heeft hier geen bron" in hint for hint in hints), hints
    assert "Wrote content/tasks/kbo.yml." in new("task", copy_of_town, letter_of(page, copy_of_town.parent))
    assert load_catalog(copy_of_town).tasks["kbo"].title["nl"] == "Schrijf je zaak in"


def test_other_words_for_a_question_are_found_from_the_page_to_join(open_page: Open, copy_of_town: Path) -> None:
    page = open_page("nl/join/")
    page.locator('a[href$="propose-question/"]').click()
    page.locator("[data-part=find]").fill("klopt nu")
    page.locator("[data-part=found] a").first.click()
    form_of(page)
    page.locator('[data-path="title.nl"]').fill("Wat past bij jou?")
    page.locator(SUBMIT).click()
    page.locator("[data-part=done]:visible").wait_for()
    assert "Wrote content/questions.yml." in new("question", copy_of_town, letter_of(page, copy_of_town.parent))
    titles = [question.title["nl"] for question in load_catalog(copy_of_town).questions.values()]
    assert titles.count("Wat past bij jou?") == 1


def test_an_organisation_puts_a_series_in_the_calendar_by_keyboard(open_page: Open, copy_of_town: Path) -> None:
    page = open_page("nl/calendar/", viewport={"width": 320, "height": 640})
    page.locator("details:has(a[href$='propose-event/'])").evaluate("(one) => { one.open = true; }")
    tab_to(page, "details a[href$='propose-event/']")
    page.keyboard.press("Enter")
    form_of(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    typed(page, "title.nl", "Avond over prijzen: # twee")
    typed(page, "summary.nl", "Je leert een prijs te maken.")
    page.locator('[data-path="kind"]').select_option("workshop")
    page.locator('[data-path="organiser"]').select_option(label="Coopkracht")
    page.locator('[data-path="day"]').fill("2027-01-07")
    page.locator('[data-path="starts"]').fill("16:00")
    page.locator('[data-path="ends"]').fill("14:00")
    page.locator('[data-path="again.every"]').select_option("week")
    tab_to(page, SUBMIT)
    page.keyboard.press("Enter")
    expect(page.locator('[id="join-ends-fault"]')).to_have_text("Dit ligt niet na het begin. Kijk het na.")
    expect(page.locator('[id="join-again.until-fault"]')).to_have_text("Vul dit in.")
    page.locator('[data-path="starts"]').fill("14:00")
    page.locator('[data-path="ends"]').fill("16:00")
    page.locator('[data-path="again.until"]').fill("2027-03-18")
    tab_to(page, '[data-path="again.except"][value="2027-02-18"]')
    page.keyboard.press("Space")
    expect(page.locator("[data-part=days-said]")).to_have_text(
        "10 keer op donderdag van 14:00 tot 16:00, van 7 januari 2027 tot en met 18 maart 2027."
        " Niet op: 18 februari 2027."
    )
    typed(page, "source", "coopkracht.example/reeks")
    page.locator("details[data-more] > summary").click()
    page.locator("[data-pick=tasks] [data-part=find]").fill("plan")
    page.locator("[data-pick=tasks] [data-part=found] input").first.check()
    page.locator(SUBMIT).click()
    page.locator("[data-part=done]:visible").wait_for()
    said = page.locator("[data-part=message]").text_content() or ""
    assert "FREQ" not in said
    # Words stand before the id that the command reads, because people read the letter too.
    for words in ("Workshop (workshop)", "Coopkracht (coopkracht)", "Elke week, op dezelfde dag (week)"):
        assert f"\n{words}\n" in said
    assert re.search(r"\n- [A-Z][^\n]+ \([a-z-]+\)\n", said)
    letter = letter_of(page, copy_of_town.parent)
    assert "Wrote content/events/avond-over-prijzen-twee.yml." in new("event", copy_of_town, letter)
    catalog = load_catalog(copy_of_town)
    assert [problem for problem in check(catalog) if problem.severity == "error"] == []
    event = catalog.of(EVENT)["avond-over-prijzen-twee"]
    assert (event.organiser, event.seen, len(event.helps_with)) == ("coopkracht", "told", 1)
    dates = [date.day for date in dates_of("x", event, TODAY, TODAY + timedelta(400))]
    assert (len(dates), date(2027, 2, 18) in dates) == (10, False)


def test_an_organisation_cancels_one_date_of_a_series(open_page: Open, copy_of_town: Path) -> None:
    page = open_page("nl/propose-event/", viewport={"width": 360, "height": 740})
    form_of(page).locator('[data-part="beginning"] a').click()
    page.locator("#propose-find").fill("elf workshops")
    page.locator("[data-part=found] a").first.click()
    expect(form_of(page).locator("[data-part=changing]")).to_contain_text("Elf workshops")
    expect(page.locator('[data-ask="kind"] [data-now]')).to_have_text("Nu: Workshop")
    page.locator('[data-path="one_day.day"]').fill("2027-03-05")
    page.locator('[data-path="one_day.cancelled"]').select_option("true")
    page.locator(SUBMIT).click()
    expect(page.locator('[id="join-one_day.day-fault"]')).to_contain_text("Op die dag is het er niet.")
    page.locator('[data-path="one_day.day"]').fill("2027-03-04")
    page.locator(SUBMIT).click()
    page.locator("[data-part=done]:visible").wait_for()
    assert "\nJa (true)\n" in (page.locator("[data-part=message]").text_content() or "")
    before = (copy_of_town / "content/events/elf-workshops.yml").read_text("utf-8").splitlines()
    assert "Wrote content/events/elf-workshops.yml." in new("event", copy_of_town, letter_of(page, copy_of_town.parent))
    after = (copy_of_town / "content/events/elf-workshops.yml").read_text("utf-8").splitlines()
    assert [line for line in before if line.startswith("title:")] == [
        line for line in after if line.startswith("title:")
    ]
    event = load_catalog(copy_of_town).of(EVENT)["elf-workshops"]
    assert event.repeat
    assert [(change.day, change.cancelled) for change in event.repeat.changed] == [
        (date(2027, 3, 4), True),
        (date(2027, 4, 22), False),
    ]


@pytest.fixture
def published(copy_of_town: Path, tmp_path: Path, new_context: Callable[..., Any]) -> Callable[[str], Page]:
    """Open a page of the town as a city with a repository and an address publishes it."""
    with (copy_of_town / "site_config.yml").open("a", encoding="utf-8") as file:
        file.write("contact: town@town.example\nrepository: https://github.com/town/portal\n")
    build(copy_of_town, tmp_path / "site", today=TODAY)
    server = serve(tmp_path / "site")
    start = f"http://127.0.0.1:{server.server_address[1]}/"

    def open_page(path: str) -> Page:
        context = new_context(locale="nl-BE")
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=start)
        page: Page = context.new_page()
        Watch(start).follow(page)
        page.goto(f"{start}{path}")
        return page

    return open_page


def test_the_repository_s_page_and_the_e_mail_bring_the_same_file(
    published: Callable[[str], Page], copy_of_town: Path, tmp_path: Path
) -> None:
    page = form_of(published("nl/propose-fact/#change=registration-cost"))
    for code, words in COST.items():
        page.locator(f'[data-path="value.{code}"]').fill(words)
    page.locator(SUBMIT).click()
    forge = page.locator("[data-part=forge]")
    assert forge.get_attribute("href") == "https://github.com/town/portal/edit/main/content/facts/registration.yml"
    page.context.route("https://github.com/**", lambda route: route.fulfill(body=""))
    forge.click()
    expect(page.locator("[data-part=copied]")).to_have_text("Gekopieerd.")
    pasted = page.evaluate("navigator.clipboard.readText()")
    mail = urlsplit(page.locator("[data-part=mail]").get_attribute("href") or "")
    asked = parse_qs(mail.query)
    assert (mail.path, asked["subject"]) == ("town@town.example", ["Een feit klopt niet meer"])
    letter = tmp_path / "mail.txt"
    letter.write_text(asked["body"][0], "utf-8")
    day = re.search(r"\[checked\][^\n]*\n(\S+)", letter.read_text("utf-8"))
    assert day
    new("fact", copy_of_town, letter)
    assert (copy_of_town / "content/facts/registration.yml").read_text("utf-8") == pasted
