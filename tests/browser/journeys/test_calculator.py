"""A calculator: she fills in, what comes out stands there as she types, and it is there when she comes back."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from typing import cast

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Locator, Page, expect

from tests.browser.conftest import FIVE, Open
from tests.browser.journeys.test_export_import import NAME
from tests.browser.screens import GIVE, PLAN_FILE
from tests.unit.output.test_scripts import in_brotli


@pytest.fixture
def page(open_in_november: Open) -> Page:
    return calculator(open_in_november, "break-even")


def calculator(open_in_november: Open, id: str, language: str = "nl") -> Page:
    page = open_in_november(f"{language}/calculators/{id}/")
    page.locator('portal-calculator [data-part="form"]:visible').wait_for()
    return page


def field(page: Page, id: str) -> Locator:
    return page.locator(f'[data-input="{id}"]:not([data-month])')


def output(page: Page, id: str) -> Locator:
    return page.locator(f'[data-output="{id}"]')


def fill_in(page: Page, **figures: str) -> None:
    """Fill in and leave the last field; it is kept then."""
    for id, figure in figures.items():
        field(page, id).fill(figure)
    field(page, id).blur()
    expect(page.locator('[data-part="kept"]')).to_have_text("Bewaard op dit toestel.")


def test_a_newcomer_finds_with_keys_alone_how_much_to_sell(open_page: Open) -> None:
    page = open_page("nl/tasks/kosten-rekenen/")
    page.locator("html.ready").wait_for()
    page.get_by_role("link", name="Reken het uit: Hoeveel moet ik verkopen?").press("Enter")
    page.locator('portal-calculator [data-part="form"]:visible').wait_for()
    page.get_by_label("Vaste kosten per maand").focus()
    for figure in ("2000", "3,50", "0,90"):
        page.keyboard.type(figure)
        page.keyboard.press("Tab")
        # A word that explains itself may stand between two fields.
        while page.evaluate("document.activeElement.matches('.term')"):
            page.keyboard.press("Tab")
    expect(output(page, "units")).to_have_text("Vanaf 770 stuks per maand verlies je niets meer.")
    expect(output(page, "units")).to_have_attribute("data-exact", "770/1")
    expect(output(page, "turnover")).to_have_text("Dat is € 2.695 omzet per maand, zonder btw.")
    # What is read out comes once she pauses.
    expect(page.locator('[data-part="said"]')).to_contain_text("Vanaf 770 stuks")


def test_what_is_missing_or_wrong_is_said_in_words_and_never_as_a_number(page: Page) -> None:
    missing = page.locator('[data-part="missing"]')
    expect(missing).to_contain_text("Vul nog in: Prijs van één stuk, zonder btw; Wat één stuk je kost")
    fill_in(page, fixed_costs="1000", price="10", cost="4")
    expect(missing).to_be_hidden()
    price = field(page, "price")
    wrong = page.locator("#in-price-wrong")
    for typed, words in (
        ("100001", "Schrijf een getal van € 0 tot € 100.000."),
        ("-1", "Schrijf een getal van € 0 tot € 100.000."),
        ("veel", "Schrijf hier een getal, zoals 12,50."),
        ("9" * 40, "Schrijf hier een getal, zoals 12,50."),
        ("1,005", "Schrijf niet meer dan 2 cijfers na de komma."),
    ):
        price.fill(typed)
        expect(wrong).to_have_text(words)
        expect(price).to_have_attribute("aria-invalid", "true")
        expect(missing).to_have_text("Kijk eerst dit na: Prijs van één stuk, zonder btw.")
        expect(output(page, "units")).to_have_attribute("data-exact", "")
    price.fill("4")
    expect(wrong).to_be_hidden()
    expect(output(page, "units")).to_contain_text("Aan elk stuk verlies je geld")
    assert not re.search("NaN|undefined|Infinity", page.locator("main").inner_text())


@pytest.mark.parametrize(
    ("language", "typed", "exact"),
    [
        ("nl", "1.250,50", "2501/2"),
        ("nl", "1250.5", "2501/2"),
        ("nl", "1.250", "1250/1"),
        ("en", "1,250.50", "2501/2"),
        ("en", "1.25", "5/4"),
        ("fr", "1 250,50", "2501/2"),
        ("fr", "€ 1250,5", "2501/2"),
    ],
)
def test_a_number_is_read_as_her_language_writes_it(
    language: str, typed: str, exact: str, open_in_november: Open
) -> None:
    page = calculator(open_in_november, "break-even", language)
    field(page, "fixed_costs").fill("1")
    field(page, "price").fill(typed)
    field(page, "cost").fill("0")
    expect(output(page, "turnover")).to_have_attribute("data-exact", exact)


def test_each_result_opens_into_the_steps_that_lead_to_it(page: Page) -> None:
    fill_in(page, fixed_costs="450", price="60", cost="18,5")
    page.locator('[data-how="turnover"]').click()
    steps = page.locator('[data-part="steps"] [data-step]:visible')
    expect(steps).to_have_count(3)
    expect(steps.nth(0)).to_contain_text("€ 60 − € 18,50 = € 41,50")
    # Of a condition the figures say only the way that is taken.
    expect(steps.nth(1).locator('[data-part="figures"]')).to_contain_text("€ 450 ÷ € 41,50, naar boven afgerond")
    expect(steps.nth(1).locator('[data-part="figures"]')).not_to_contain_text("anders")
    expect(page.locator('[data-part="steps-for"]')).to_be_focused()
    page.get_by_role("button", name="Toon alle stappen").click()
    expect(steps).to_have_count(4)


def test_two_trials_stand_beside_what_is_so_now(page: Page) -> None:
    fill_in(page, fixed_costs="450", price="60", cost="18,5")
    page.locator('[data-part="what-if"] > summary').click()
    page.get_by_label("Welk getal?").select_option("price")
    for price in ("70", "80"):
        page.get_by_label("Wat als het dit is?").fill(price)
        page.get_by_label("Wat als het dit is?").press("Enter")
        expect(page.get_by_role("columnheader", name=f"€ {price}")).to_be_visible()
    row = page.get_by_role("row", name="Vanaf … stuks per maand").get_by_role("cell")
    expect(row).to_have_text(["11", "9", "8"])
    # What she changes above changes each of them, and the trials stay as they are.
    fill_in(page, fixed_costs="900")
    expect(row).to_have_text(["22", "18", "15"])
    page.get_by_label("Wat als het dit is?").fill("90")
    page.get_by_role("button", name="Zet ernaast").click()
    expect(page.get_by_text("Er staan er al twee naast")).to_be_visible()
    page.reload()
    page.locator('[data-part="what-if"] > summary').click()
    expect(row).to_have_text(["22", "18", "15"])
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("button", name="Haal weg").first.click()
    expect(row).to_have_text(["22", "15"])


def test_the_drawing_the_table_and_what_is_read_out_say_the_same(page: Page) -> None:
    fill_in(page, fixed_costs="450", price="60", cost="18,5")
    point = page.get_by_label("Schuif langs de tekening")
    said = "11 stuks per maand: Omzet €_660; Kosten €_653,50; Blijft over €_6,50".replace("_", "\u00a0")
    expect(point).to_have_attribute("aria-valuetext", said)
    expect(page.locator(".figures .here")).to_have_text("11€ 660€ 653,50€ 6,50")
    point.press("ArrowRight")
    expect(page.locator('[data-part="at"]')).to_contain_text("15 stuks per maand: Omzet € 900")
    expect(page.locator(".figures .here")).to_contain_text("15€ 900")
    page.locator('[data-part="drawing"]').hover(position={"x": 300, "y": 60})
    expect(point).to_have_attribute("aria-valuetext", re.compile("^25 stuks"))


# How far each text below the axis reaches, from left to right, and the drawing itself.
REACH = """(svg) => {
  const reach = (node) => { const { left, right } = node.getBoundingClientRect(); return [left, right]; };
  const below = [...svg.querySelectorAll('text[text-anchor="middle"]')];
  return [reach(svg), ...below.map(reach)];
}"""


@pytest.mark.parametrize(
    "figures",
    [
        {"fixed_costs": "450", "price": "60", "cost": "18,5"},
        {"fixed_costs": "2000", "price": "3,50", "cost": "0,9"},
        {"fixed_costs": "200000", "price": "1", "cost": "0,9"},
    ],
)
def test_figures_below_the_axis_are_whole_and_lie_apart(page: Page, figures: dict[str, str]) -> None:
    fill_in(page, **figures)
    drawing = page.locator('[data-part="drawing"] svg')
    (left, right), *labels = drawing.evaluate(REACH)
    assert len(labels) > 2
    assert left < labels[0][0]
    assert labels[-1][1] < right
    assert all(one[1] < other[0] for one, other in pairwise(labels))


def test_the_lowest_month_is_marked_and_each_month_may_be_another(open_in_november: Open) -> None:
    page = calculator(open_in_november, "kasplan")
    fill_in(page, at_start="1000", sales="500", costs="600")
    expect(output(page, "lowest")).to_have_text("Op je laagste punt staat er −€ 200.")
    expect(page.locator('[data-part="key"]')).to_contain_text("Het laagste punt: Maand 12: −€ 200")
    page.get_by_text("Vul per maand in").click()
    page.get_by_label("Maand 1", exact=True).fill("0")
    expect(output(page, "lowest")).to_have_text("Op je laagste punt staat er −€ 700.")
    expect(field(page, "season")).to_have_value("100")
    page.get_by_label("Maand 1", exact=True).blur()
    expect(field(page, "season")).to_have_value("")
    page.reload()
    expect(page.get_by_label("Maand 1", exact=True)).to_have_value("0")
    expect(page.get_by_label("Maand 2", exact=True)).to_have_value("100")
    page.locator(".chart svg").wait_for()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".figures tbody tr:visible")).to_have_count(12)


def test_what_another_calculator_gives_is_taken_over_until_she_writes(open_in_november: Open) -> None:
    page = calculator(open_in_november, "kasplan")
    expect(field(page, "sales")).to_have_value("")
    page.get_by_role("link", name="Hoeveel moet ik verkopen?").click()
    page.locator('portal-calculator [data-part="form"]:visible').wait_for()
    fill_in(page, fixed_costs="450", price="60", cost="18,5")
    page.go_back()
    expect(field(page, "sales")).to_have_value("660")
    fill_in(page, sales="700")
    page.reload()
    expect(field(page, "sales")).to_have_value("700")


def test_parts_of_a_whole_and_a_range_are_told(open_in_november: Open) -> None:
    page = calculator(open_in_november, "van-honderd-euro")
    field(page, "costs").fill("30")
    field(page, "kind").select_option("Naast een job")
    expect(output(page, "yours")).to_have_text("Zonder belasting is € 63 van jou.")
    expect(page.get_by_text("De belasting hangt af van je gezin.")).to_be_visible()
    expect(page.locator(".figures tbody tr")).to_have_text(
        ["Kosten op honderd euro€ 3030%", "Bijdragen€ 77%", "Wat van jou is€ 6363%"]
    )
    page.locator('[data-part="what-if"] > summary').click()
    page.get_by_label("Welk getal?").select_option("kind")
    page.get_by_label("Wat als het dit is?").select_option("Alleen als zelfstandige")
    page.get_by_role("button", name="Zet ernaast").click()
    expect(page.get_by_role("columnheader", name="Alleen als zelfstandige")).to_be_visible()


def test_it_is_kept_cleared_and_brought_back(page: Page) -> None:
    other = page.context.new_page()
    other.goto(page.url)
    other.locator('portal-calculator [data-part="form"]:visible').wait_for()
    fill_in(page, fixed_costs="1250,50", price="10", cost="4")
    kept = "(name) => JSON.parse(localStorage.getItem(name)).fields['money/break-even/now/fixed-costs'].value"
    assert page.evaluate(kept, NAME) == "1250.50"
    expect(field(other, "fixed_costs")).to_have_value("1.250,50")
    expect(output(other, "units")).to_have_text("Vanaf 209 stuks per maand verlies je niets meer.")
    page.reload()
    expect(field(page, "fixed_costs")).to_have_value("1.250,50")
    page.get_by_role("button", name="Wis alles hier").click()
    expect(field(page, "fixed_costs")).to_have_value("")
    expect(page.locator('[data-part="missing"]')).to_be_visible()
    page.get_by_role("button", name="Maak ongedaan").press("Enter")
    expect(field(page, "fixed_costs")).to_have_value("1.250,50")
    # A field that counts without her, and that she empties, is not known; so it stays.
    page.locator('[data-part="more"] > summary').click()
    fill_in(page, weeks_open="")
    expect(page.locator('[data-part="missing"]')).to_have_text("Vul nog in: Hoeveel weken per jaar je open bent.")
    page.reload()
    expect(page.locator('[data-part="missing"]')).to_have_text("Vul nog in: Hoeveel weken per jaar je open bent.")


def test_hostile_figures_in_a_journal_are_no_figures(page: Page) -> None:
    fill_in(page, fixed_costs="450", price="60", cost="18,5")
    page.evaluate(
        """(name) => {
          const journal = JSON.parse(localStorage.getItem(name));
          journal.fields["money/break-even/now/price"] = { value: "1e999", at: [Date.now() + 9, 0, "x"] };
          localStorage.setItem(name, JSON.stringify(journal));
        }""",
        NAME,
    )
    page.reload()
    expect(page.locator('[data-part="missing"]')).to_have_text("Kijk eerst dit na: Prijs van één stuk, zonder btw.")


def test_the_card_of_a_step_leads_to_its_calculator(open_page: Open) -> None:
    page = open_page("nl/about/")
    page.evaluate(GIVE, FIVE)
    page.goto(page.url.replace("about/", "tasks/kosten-rekenen/"))
    card = page.locator('[data-part="card"]')
    card.get_by_role("link", name="Reken het uit", exact=True).click()
    page.wait_for_url("**/nl/calculators/break-even/")


def test_a_coach_reads_what_was_worked_out_and_changes_nothing_of_it(open_page: Open) -> None:
    page = open_page("nl/coach/")
    page.locator("[data-part=desk]:visible").wait_for()
    written = {"fixed-costs": "450", "price": "60", "cost": "18.50", "unheard-of": "1", "weeks-open": "1e9"}
    at = [1_790_000_000_002, 0, "x"]
    sums = {f"money/break-even/now/{name}": {"value": value, "at": at} for name, value in written.items()}
    sums["money/kasplan/now/season"] = {"value": "100 " * 11 + "90", "at": at}
    sums["money/van-honderd-euro/now/kind"] = {"value": "2", "at": at}
    plan = {**PLAN_FILE, "fields": {**cast("dict[str, object]", PLAN_FILE["fields"]), **sums}}
    file = FilePayload(name="plan.json", mimeType="application/json", buffer=json.dumps(plan).encode())
    page.locator("[data-part=files]").set_input_files(file)
    page.locator("[data-part=open]").first.click()
    page.get_by_text("Wat er is uitgerekend").click()
    items = page.locator('[data-part="sums"] > li')
    expect(items).to_have_count(3)
    expect(items.nth(1)).to_contain_text("Hoe druk elke maand is: 100%; 100%;")
    expect(items.nth(0)).to_contain_text("Hoeveel moet ik verkopen?")
    expect(items.nth(0)).to_contain_text("Wat één stuk je kost, zonder btw: € 18,50")
    expect(items.nth(0)).to_contain_text("Vanaf 11 stuks per maand verlies je niets meer. Dat is € 660 omzet")
    expect(items.nth(2)).to_contain_text("Hoe je werkt: Naast een job")
    expect(items.locator("input, button")).to_have_count(0)
    page.get_by_role("button", name="Sluit alles").click()
    expect(page.locator('[data-part="sums"]')).to_be_empty()
    expect(page.locator('[data-part="sums-box"]')).to_be_hidden()


def test_search_finds_a_calculator_by_what_it_answers(open_page: Open) -> None:
    page = open_page("nl/search/#q=hoeveel verkopen")
    expect(page.locator('[data-part="results"] a[href="../calculators/break-even/"]')).to_be_visible()


def test_without_script_it_says_what_to_fill_in_the_formulas_and_an_example(open_page: Open) -> None:
    page = open_page("nl/calculators/break-even/", java_script_enabled=False)
    main = page.locator("main")
    expect(main.locator("input:visible")).to_have_count(0)
    expect(main).to_contain_text("euro per maand, van € 0 tot € 1.000.000.")
    expect(main.locator('[data-step="margin"]')).to_contain_text("€ 3,50 − € 0,90 = € 2,60")
    expect(main).to_contain_text("Vanaf 770 stuks per maand verlies je niets meer.")
    page.goto(page.url.replace("break-even/", ""))
    expect(page.locator(".row__title")).to_have_count(3)


def test_on_a_phone_the_result_stays_above_the_fields_while_she_types(page: Page) -> None:
    # What the keys of a phone leave of it.
    page.set_viewport_size({"width": 360, "height": 490})
    line = page.locator(".sum__now")
    expect(line).to_contain_text("nog niet bekend")
    for id, figure in {"fixed_costs": "450", "price": "60", "cost": "18,5"}.items():
        field(page, id).fill(figure)
    page.locator('[data-part="form"]').evaluate("(form) => scrollBy(0, form.getBoundingClientRect().top + 60)")
    expect(output(page, "units")).not_to_be_in_viewport()
    expect(line.locator("span")).to_have_text(output(page, "units").inner_text())
    expect(line).to_be_in_viewport(ratio=1)
    # It hides no field that has the focus, and leads to all that comes out.
    field(page, "cost").focus()
    page.keyboard.press("Shift+Tab")
    expect(field(page, "price")).to_be_focused()
    focused, shown = field(page, "price").bounding_box(), line.bounding_box()
    assert focused and shown and focused["y"] >= shown["y"] + shown["height"]
    line.get_by_role("link", name="Dit komt eruit").click()
    expect(output(page, "units")).to_be_in_viewport()


def test_the_line_above_the_fields_stands_still_where_a_screen_is_low_and_is_gone_where_it_is_wide(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    expect(page.locator(".sum__now")).to_have_css("position", "static")
    page.set_viewport_size({"width": 1000, "height": 700})
    expect(page.locator(".sum__now")).to_be_hidden()


def test_a_key_changes_the_result_before_anything_else_happens(page: Page) -> None:
    """Nothing is waited for between a key and its result; how long that takes is measured by `make bench`."""
    fill_in(page, fixed_costs="450", price="60", cost="18,5")
    changed = page.evaluate(
        """(prices) => {
          const price = document.querySelector('[data-input="price"]');
          const units = document.querySelector('[data-output="units"]');
          return prices.map((figure) => {
            const before = units.dataset.exact;
            price.value = figure;
            price.dispatchEvent(new Event("input", { bubbles: true }));
            return units.dataset.exact !== before;
          });
        }""",
        ["30", "35", "40"],
    )
    assert changed == [True] * 3


def test_a_calculator_weighs_little_with_all_that_is_opened_on_it(page: Page) -> None:
    fill_in(page, fixed_costs="450", price="60", cost="18,5")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.locator(".chart svg").wait_for()
    page.locator('[data-part="what-if"] > summary').click()
    page.get_by_label("Wat als het dit is?").fill("70")
    page.get_by_role("button", name="Zet ernaast").click()
    page.locator(".compare:visible").wait_for()
    page.locator('[data-part="steps"] > summary').click()
    page.locator("[data-step] [data-part=example]").first.wait_for()
    files = set(asked)
    assert {url.rsplit(".", 1)[-1] for url in files} >= {"js", "css"}
    weights = in_brotli({url: page.request.get(url).body() for url in files})
    assert sum(weights.values()) <= 40_000, weights


# Puts values into the journal of a page that has none yet, by their paths.
KEEP = """(values) => {
  const fields = {};
  for (const path in values) fields[path] = { value: values[path], at: [1, 0, "x"] };
  const name = `starterspad:${location.pathname.replace(/[a-z]+\\/about\\/$/, "")}`;
  localStorage.setItem(name, JSON.stringify({ journal_schema: 3, fields }));
}"""
SHORT = {"own-cash": "1000", "sales": "100", "fixed-costs": "900", "living": "800", "contributions": "900", "vat": "21"}


# What is folded is made when it is opened, and may hold what is folded too.
OPENED = """() => {
  for (const folded of document.querySelectorAll("portal-plan details")) folded.open = true;
  return document.querySelector('[data-task="kosten-verlagen"]');
}"""


def test_a_cash_plan_that_runs_short_brings_a_step_says_why_and_loads_nothing_before(
    new_context: Callable[..., BrowserContext], ghent_address: str
) -> None:
    page = new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    answers = {f"answers/{id}": [answer] for id, answer in (("stage", "started"), ("situation", "employee"))}
    figures = {f"money/kasplan/now/{id}": figure for id, figure in SHORT.items()}
    row = page.locator('[data-task="kosten-verlagen"]')
    for kept, words in ((answers, "Hangt af van een antwoord"), (answers | figures, "binnen drie maanden geld tekort")):
        page.goto(f"{ghent_address}nl/about/")
        page.evaluate(KEEP, kept)
        page.goto(f"{ghent_address}nl/plan/")
        page.locator("html.ready").wait_for()
        page.wait_for_function(OPENED)
        row.dispatch_event("unfold")
        expect(row).to_contain_text(words)
        assert ("money-answers.js" in asked) == (kept is not answers), words
