"""A business plan: kept as she leaves a field, filled from what she wrote before, and made into files on her device."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open
from tests.browser.journeys.test_coach import open_files, payload, save

NAME = re.compile(r"^mijn-ondernemingsplan-2026-11-22\.\w+$")


@pytest.fixture
def page(open_in_november: Open) -> Page:
    page = open_in_november("nl/workbook/")
    page.locator('[data-part="actions"]:visible').wait_for()
    return page


def section(page: Page, id: str) -> Locator:
    """Return a section, open."""
    section = page.locator(f'[data-section="{id}"]')
    if section.get_attribute("open") is None:
        section.locator("summary").first.click()
    return section


def answer(page: Page, question: str, words: str) -> None:
    field = section(page, question.split("/")[0]).locator(f'textarea[name="{question}"]')
    field.fill(words)
    field.blur()
    expect(page.locator('[data-part="told"]')).to_have_text("Bewaard op dit toestel.")


def test_what_she_writes_is_kept_and_counted(page: Page) -> None:
    expect(page.locator('[data-part="progress"]')).to_have_text("0 van de 10 vragen zijn beantwoord")
    answer(page, "ik/kunnen", "Ik kook al tien jaar <b>")
    expect(page.locator('[data-part="progress"]')).to_have_text("1 van de 10 vragen is beantwoord")
    expect(section(page, "ik").locator('[data-part="count"]')).to_have_text("1 van 3")
    page.reload()
    expect(page.locator('textarea[name="ik/kunnen"]')).to_have_value("Ik kook al tien jaar <b>")
    answer(page, "ik/kunnen", " ")
    expect(page.locator('[data-part="progress"]')).to_have_text("0 van de 10 vragen zijn beantwoord")


def test_she_takes_over_what_she_wrote_elsewhere_with_its_source(page: Page) -> None:
    expect(page.locator("[data-take]:visible")).to_have_count(0)
    page.goto(page.url.replace("/workbook/", "/worksheets/canvas/"))
    page.locator('textarea[name="learned"]').fill("Ze eten laat")
    page.locator('textarea[name="learned"]').blur()
    expect(page.locator('[data-part="told"]')).to_have_text("Bewaard op dit toestel.")
    page.goto(page.url.replace("/worksheets/canvas/", "/workbook/"))
    page.locator('[data-part="actions"]:visible').wait_for()
    answer(page, "markt/gesprekken", "Ik sprak met zeven buren.")
    offer = section(page, "markt").locator("[data-take]:visible")
    expect(offer).to_have_count(1)
    offer.click()
    field = page.locator('textarea[name="markt/gesprekken"]')
    expect(field).to_have_value("Ik sprak met zeven buren.\nZe eten laat (Je idee op één blad)")
    expect(field).to_be_focused()
    expect(page.locator("[data-take]:visible")).to_have_count(0)
    expect(page.locator('[data-part="told"]')).to_have_text("Overgenomen uit: Je idee op één blad. Pas het gerust aan.")


def test_a_new_round_begins_with_the_words_of_the_last(page: Page) -> None:
    answer(page, "ik/kunnen", "Koken")
    page.clock.set_fixed_time("2026-12-01T10:00:00")
    page.get_by_role("button", name="Begin een nieuwe ronde").click()
    expect(page.locator('[data-part="round"]')).to_have_text("Ronde 2")
    answer(page, "ik/kunnen", "Koken en rekenen")
    expect(page.locator('[data-part="earlier"] li').last).to_have_text(
        "Ronde 2, 1 december 2026. Veranderd: Wat kan ik, en waar heb ik hulp bij nodig?"
    )


def test_the_gate_asks_for_every_question_of_a_section(page: Page) -> None:
    criterion = page.locator('[data-criterion="market"]')
    expect(criterion).to_have_attribute("data-state", "unknown")
    answer(page, "markt/kopers", "Buren")
    expect(criterion).to_have_attribute("data-state", "open")
    answer(page, "markt/anderen", "De frituur")
    answer(page, "markt/gesprekken", "Met zeven")
    expect(criterion).to_have_attribute("data-state", "done")
    page.goto(page.url.replace("/workbook/", "/decide/plan-and-money/"))
    expect(page.locator('[data-criterion="market"]')).to_have_attribute("data-state", "done")
    page.locator('[data-criterion="market"]').get_by_role("link", name="Klanten en concurrenten").click()
    expect(page.locator("#markt")).to_have_attribute("open", "")


def test_a_text_document_holds_the_plan_in_the_order_of_a_template(page: Page, tmp_path: Path) -> None:
    answer(page, "markt/kopers", "Buren & <vrienden>\nen hun kinderen")
    page.locator('[data-part="order"]').select_option("startkompas")
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak een tekst").click()
    assert NAME.match(download.value.suggested_filename)
    path = tmp_path / "plan.docx"
    download.value.save_as(path)
    with zipfile.ZipFile(path) as file:
        text = file.read("word/document.xml").decode()
    words = re.findall(r"<w:t[^>]*>([^<]*)<", text)
    assert words[:2] == ["Mijn ondernemingsplan", "22 november 2026 · Startkompas (VLAIO)"]
    headings = ["Projectvoorstelling", "Omgevingsanalyse", "Financieel luik", "Klanten en concurrenten"]
    assert [word for word in words if word in headings] == headings
    assert "Buren &amp; &lt;vrienden&gt;" in words
    expect(page.locator('[data-part="made"]')).to_have_text(
        "Gemaakt op dit toestel: mijn-ondernemingsplan-2026-11-22.docx"
    )


def test_a_spreadsheet_holds_the_formulas_and_what_they_give_now(page: Page, tmp_path: Path) -> None:
    answer(page, "ik/kunnen", "Koffie zetten")
    page.evaluate(
        """() => {
          const name = Object.keys(localStorage).find((key) => key.startsWith("starterspad:"));
          const journal = JSON.parse(localStorage.getItem(name));
          const typed = { "fixed-costs": "2000", price: "3.50", cost: "0.90" };
          for (const [input, value] of Object.entries(typed))
            journal.fields[`money/break-even/now/${input}`] = { value, at: [9e12, 0, "x"] };
          localStorage.setItem(name, JSON.stringify(journal));
        }"""
    )
    page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak een rekenblad").click()
    path = tmp_path / "plan.xlsx"
    download.value.save_as(path)
    with zipfile.ZipFile(path) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
        book = file.read("xl/workbook.xml").decode()
    assert 'fullCalcOnLoad="1"' in book
    cells = dict(re.findall(r'<c r="(B\d+)"[^>]*>(.*?)</c>', sheet))
    assert cells["B5"] == "<v>2000</v>"
    assert "<f>$B$6-$B$7</f><v>2.6</v>" in cells.values()
    assert any("ROUNDUP" in cell and cell.endswith("<v>770</v>") for cell in cells.values())
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak een tekst").click()
    path = tmp_path / "plan.docx"
    download.value.save_as(path)
    with zipfile.ZipFile(path) as file:
        text = file.read("word/document.xml").decode()
    words = re.findall(r"<w:t[^>]*>([^<]*)<", text)
    assert words.index("Geld") < words.index("Hoeveel moet ik verkopen?")
    assert "Dat is €\u00a02.695 omzet per maand, zonder btw." in words
    assert "€\u00a03,50" in words
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak een tabel").click()
    download.value.save_as(tmp_path / "plan.csv")
    table = (tmp_path / "plan.csv").read_text("utf-8-sig")
    assert '"Geld";"Hoeveel moet ik verkopen?";"Dat is €\u00a02.695 omzet per maand, zonder btw."' in table
    # A browser that prints by itself waits for nothing.
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".plan-paper")).to_contain_text("Dat is €\u00a02.695 omzet per maand")
    expect(page.locator(".plan-paper tr").filter(has_text="€\u00a03,50")).to_have_count(1)


def test_a_table_holds_every_question(page: Page, tmp_path: Path) -> None:
    answer(page, "markt/kopers", "=Buren; vrienden")
    # What is too long to be kept is in no journal, and in every file.
    page.locator('textarea[name="ik/kunnen"]').evaluate("(field) => { field.value = 'lang '.repeat(2000); }")
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak een tabel").click()
    download.value.save_as(tmp_path / "plan.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "plan.csv").read_text("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == 10
    assert ["Klanten en concurrenten", "Wie koopt dit, en hoeveel mensen zijn dat hier?", "'=Buren; vrienden"] in rows
    assert any(text.startswith("lang lang") for _, _, text in rows)


def test_paper_shows_the_plan_and_nothing_else(page: Page) -> None:
    answer(page, "markt/kopers", "Buren")
    page.evaluate("window.print = () => document.body.setAttribute('data-printed', ''); null")
    page.locator('.workbook__files [data-part="print"]').click()
    page.locator("[data-printed]").wait_for()
    page.emulate_media(media="print")
    sheet = page.locator(".plan-paper")
    expect(sheet).to_be_visible()
    expect(sheet).to_contain_text("Buren")
    expect(page.locator("portal-workbook")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)


def test_notes_stay_out_of_the_files(page: Page, tmp_path: Path) -> None:
    ik = section(page, "ik")
    ik.locator('[data-part="notes-box"] > summary').click()
    ik.locator('textarea[name="notes/ik"]').fill("Vraag het Ann")
    ik.locator('textarea[name="notes/ik"]').blur()
    expect(page.locator('[data-part="told"]')).to_have_text("Bewaard op dit toestel.")
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak een tabel").click()
    download.value.save_as(tmp_path / "plan.csv")
    assert "Ann" not in (tmp_path / "plan.csv").read_text("utf-8")
    page.reload()
    expect(page.locator('textarea[name="notes/ik"]')).to_have_value("Vraag het Ann")


def test_a_coach_comments_on_a_section_and_she_reads_it_there(open_in_november: Open, tmp_path: Path) -> None:
    page = open_in_november("nl/coach/", viewport={"width": 1280, "height": 900})
    written: dict[str, Any] = {"book/1/markt/kopers": "Mijn buren", "book/1/0day": "2026-11-20"}
    open_files(page, [payload("a.json", **written)])
    page.locator('[data-part="rows"] thead button').first.click()
    row = page.locator('[data-field="section/markt"]')
    expect(row).to_contain_text("Mijn buren")
    expect(page.locator("[data-field^=section]")).to_have_count(1)
    row.locator("summary").click()
    row.locator("textarea").fill("Hoeveel buren?")
    row.get_by_role("button", name="Voeg toe").click()
    expect(row).to_contain_text("Hoeveel buren?")
    saved = save(page, tmp_path / "a.json")
    page.evaluate(
        """(text) => {
          const name = "starterspad:" + location.pathname.split("/").slice(0, -3).join("/") + "/";
          const { kind, ...journal } = JSON.parse(text);
          localStorage.setItem(name, JSON.stringify(journal));
        }""",
        saved,
    )
    hers = page.context.new_page()
    hers.goto(page.url.replace("/coach/", "/workbook/"))
    expect(hers.locator('[data-section="markt"] [data-part="advice"] li')).to_contain_text("Hoeveel buren?")
    hers.goto(hers.url.replace("/workbook/", "/plan/"))
    expect(hers.locator('[data-part="advice-list"]')).to_contain_text("Klanten en concurrenten")


def test_without_script_there_are_the_questions_with_room_to_write(open_page: Open) -> None:
    page = open_page("nl/workbook/", java_script_enabled=False)
    expect(page.locator("textarea:visible")).to_have_count(0)
    expect(page.locator('[data-section="ik"] .write:visible')).to_have_count(3)
    expect(page.locator("button:visible", has_text="Maak")).to_have_count(0)
