"""A starter's journey, from the first page to a ticked step, as she walks it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import FIVE, Open, answer
from tests.browser.journeys.test_task_details import card, row, story


def test_she_goes_from_home_to_a_plan_after_five_answers_and_finds_it_again(open_page: Open) -> None:
    page = open_page("nl/")
    page.get_by_role("link", name="Maak mijn plan").click()
    answer(page, **FIVE)
    expect(page.locator("main h1:visible")).to_have_text("Je plan is er al")
    page.get_by_role("link", name="Toon mijn plan").click()
    expect(page.locator('[data-task="eerst-melden"]')).to_have_attribute("data-state", "open")
    assert page.locator("[data-task]").first.get_attribute("data-task") == "eerst-melden"
    expect(page.locator('[data-card] [data-part="title"]')).to_have_text("Meld je plan vóór je begint")
    page.locator('[data-task="eerst-melden"] .tick input').check()
    expect(page.locator('[data-task="eerst-melden"]')).to_have_attribute("data-state", "done")
    words = page.locator('[data-part="progress-words"]')
    expect(words).to_have_text(re.compile(r"^1 van \d+ gedaan$"))
    expect(page.locator('[data-card] [data-part="title"]')).to_have_text("Kijk eerst naar jezelf")
    stone = page.locator(".path__stone [data-part=long]").first
    expect(stone).to_have_text(re.compile(r"^Jij en je idee: 1 van de \d stappen gedaan$"))
    expect(page.locator(".path__stone--done")).to_have_count(0)
    page.reload()
    expect(page.locator('[data-task="eerst-melden"] .tick input')).to_be_checked()
    page.goto(page.url.replace("plan/", ""))
    page.get_by_role("link", name="Verder met mijn plan").click()
    expect(page.locator('[data-task="eerst-melden"]')).to_have_attribute("data-state", "done")


def test_each_task_stands_once_with_its_reasons_and_helpers(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, **FIVE)
    page.get_by_role("link", name="Toon mijn plan").click()
    page.locator("[data-task]").first.wait_for()
    ids = page.eval_on_selector_all("[data-task]", "rows => rows.map((row) => row.dataset.task)")
    assert len(ids) == len(set(ids))
    story(page, "springplank")
    task = card(page, "springplank")
    expect(task.locator('[data-part="because"]')).to_have_text(
        "Omdat je zei: Ik denk erover na; Ik krijg een werkloosheidsuitkering of inschakelingsuitkering; "
        "Nee, dit is nieuw voor mij"
    )
    task.locator('[data-part="help-summary"]').click()
    expect(task.locator(".card__name", has_text="RVA")).to_have_count(1)
    expect(card(page, "zelfinzicht").locator('[data-part="alone"]')).to_have_text("Deze stap doe je zelf.")


def test_three_helpers_stand_first_and_the_rest_on_request(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, **FIVE | {"situation": "none-of-these"})
    page.locator('main button[type="submit"]:visible').click()
    answer(page, start_way="own-number", workplace="home", place="gent", money="none")
    page.goto(page.url.split("questions/")[0] + "plan/")
    task = card(page, "kbo")
    task.locator('[data-part="help-summary"]').click()
    expect(task.locator(".card")).to_have_count(3)
    task.get_by_role("button", name="Toon ze alle 4").click()
    expect(task.locator(".card")).to_have_count(4)
    expect(task.locator(".card").nth(3).locator("a").first).to_be_focused()
    expect(task.locator(".card").get_by_role("link", name="Bel 09 264 12 66")).to_have_attribute(
        "href", "tel:092641266"
    )


def test_open_steps_wait_as_one_card_that_is_answered_in_place(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, **FIVE)
    page.get_by_role("link", name="Toon mijn plan").click()
    expect(page.locator("[data-waits-for]:visible")).to_have_count(1)
    page.locator('[data-part="mine"] > summary').click()
    expect(page.locator("[data-waits-for]")).to_have_count(1)
    page.locator('[data-part="more-questions"] > summary').click()
    several = page.locator('[data-waits-for="groups"]')
    # Many answers stand folded.
    several.locator('[data-part="answers"] > summary').click()
    several.locator("input").first.check()
    several.locator('input[value="none-of-these"]').check()
    expect(several.locator("input:checked")).to_have_value("none-of-these")
    asked = page.locator('[data-waits-for="start-way"]')
    expect(asked.locator('[data-part="count"]')).to_have_text(re.compile(r"^Beslist over \d+ stappen$"))
    # What is folded is made when it is opened, and stays as new as the plan.
    expect(page.locator('[data-task="kbo"]')).to_have_count(0)
    asked.locator('[data-part="folded"] > summary').click()
    expect(page.locator('[data-task="kbo"]')).to_have_attribute("data-state", "unknown")
    asked.get_by_role("button").first.click()
    expect(asked.locator('[data-part="error"]')).to_be_visible()
    expect(asked.locator("input").first).to_be_focused()
    asked.locator('input[value="own-number"]').check()
    asked.get_by_role("button").first.click()
    expect(page.locator('[data-task="kbo"]')).to_have_attribute("data-state", "open")
    expect(asked).to_have_count(0)
    expect(page.locator('[data-part="progress"]')).to_be_focused()
    page.reload()
    expect(page.locator('[data-task="kbo"]')).to_have_attribute("data-state", "open")


def test_nothing_is_chosen_for_her_and_a_click_does_not_go_on(open_page: Open) -> None:
    page = open_page("nl/questions/")
    expect(page.locator("fieldset:visible")).to_have_count(1)
    assert page.locator("input:checked").count() == 0
    assert page.locator("main button[type=submit]").first.is_visible()
    page.locator('input[value="idea"]').check()
    expect(page.locator("main h1:visible")).to_have_text("Hoe ver sta je?")


def test_a_missing_answer_is_named_above_and_beside_the_question(open_page: Open) -> None:
    page = open_page("nl/questions/")
    page.locator('main button[type="submit"]:visible').click()
    errors = page.locator('[data-part="errors"]')
    expect(errors).to_be_focused()
    expect(errors).to_contain_text("Kies één antwoord.")
    expect(page.locator("#error-stage")).to_have_text("Kies één antwoord.")
    assert "error-stage" in (page.locator("fieldset:visible").get_attribute("aria-describedby") or "")
    errors.get_by_role("link").click()
    expect(page.locator('input[value="idea"]')).to_be_focused()
    answer(page, stage="idea")
    expect(errors).to_be_hidden()
    page.go_back()
    expect(page.locator("#title-stage")).to_be_visible()
    expect(page.locator("fieldset:visible")).not_to_have_attribute("aria-describedby", re.compile("error"))


def test_back_forward_and_reload_bring_every_question_back(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, stage="idea", situation=["employee", "student"])
    expect(page.locator("main h1:visible")).to_have_text("Wat wil je doen?")
    # A stone for each question that is answered, and one for this.
    expect(page.locator('[data-part="stones"] .done')).to_have_count(2)
    page.go_back()
    expect(page.locator("main h1:visible")).to_have_text("Wat klopt nu voor jou?")
    chosen = page.locator("fieldset:visible input:checked")
    assert chosen.evaluate_all("all => all.map((input) => input.value)") == ["employee", "student"]
    page.go_back()
    expect(page.locator('input[value="idea"]')).to_be_checked()
    page.go_forward()
    page.reload()
    expect(page.locator("main h1:visible")).to_have_text("Wat klopt nu voor jou?")
    expect(page.locator('input[value="student"]')).to_be_checked()
    page.get_by_role("link", name="Terug", exact=True).click()
    expect(page.locator("main h1:visible")).to_have_text("Hoe ver sta je?")
    # From a question that was opened by its address, back is the question before it.
    page.goto(page.url.split("#")[0] + "#activity")
    expect(page.locator("main h1:visible")).to_have_text("Wat wil je doen?")
    page.get_by_role("link", name="Terug", exact=True).click()
    expect(page.locator("main h1:visible")).to_have_text("Wat klopt nu voor jou?")
    # A page that the browser kept as it was shows what was answered on another meanwhile.
    page.evaluate(
        """(name) => {
      const journal = JSON.parse(localStorage.getItem(name));
      journal.fields["answers/situation"] = { value: ["jobseeker"], at: [Date.now() + 1000, 0, "x"] };
      localStorage.setItem(name, JSON.stringify(journal));
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }""",
        "starterspad:/some-project/",
    )
    expect(page.locator('input[name="situation"]:checked')).to_have_value("jobseeker")


def test_the_heading_of_each_new_question_takes_the_focus(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, stage="idea")
    expect(page.locator("#title-situation")).to_be_focused()
    assert page.title() == "Wat klopt nu voor jou? · Proefstad"


def test_an_exclusive_answer_stands_alone(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, stage="idea")
    page.locator('input[name="situation"][value="employee"]').check()
    page.locator('input[name="situation"][value="dont-know"]').check()
    expect(page.locator('input[name="situation"]:checked')).to_have_count(1)
    page.locator('input[name="situation"][value="student"]').check()
    expect(page.locator('input[name="situation"]:checked')).to_have_value("student")


def test_a_changed_answer_leads_back_to_the_check_and_sets_others_aside(open_page: Open) -> None:
    page = open_page("nl/questions/")
    shown = page.locator("main h1:visible")
    answer(page, **FIVE | {"situation": "student"})
    expect(shown).to_have_text("Je plan is er al")
    page.goto(page.url.split("#")[0] + "#check")
    expect(shown).to_have_text("Kijk je antwoorden na")
    rows = page.locator(".answer")
    expect(rows.filter(has_text="Heb je dit werk al gedaan?")).to_contain_text("Nee, dit is nieuw voor mij")
    # Who only looked goes back to where she came from.
    rows.filter(has_text="Wat wil je doen?").get_by_role("link").click()
    expect(shown).to_have_text("Wat wil je doen?")
    page.get_by_role("link", name="Terug", exact=True).click()
    expect(shown).to_have_text("Kijk je antwoorden na")
    rows.filter(has_text="Hoe ver sta je?").get_by_role("link").click()
    answer(page, stage="growing")
    expect(shown).to_have_text("Waar ga je werken of verkopen?")  # the first one behind it that is still open
    answer(page, workplace="home", place="gent", money="none", school="hogent", groups="none-of-these", staff="no-hire")
    expect(shown).to_have_text("Kijk je antwoorden na")
    expect(rows.filter(has_text="Heb je dit werk al gedaan?")).to_have_count(0)
    rows.filter(has_text="Hoe ver sta je?").get_by_role("link").click()
    answer(page, stage="idea")
    expect(shown).to_have_text("Hoe wil je beginnen?")
    page.goto(page.url.split("#")[0] + "#check")
    expect(rows.filter(has_text="Heb je dit werk al gedaan?")).to_contain_text("Nee, dit is nieuw voor mij")


def test_she_can_do_it_all_with_the_keyboard(open_page: Open) -> None:
    page = open_page("nl/questions/")
    stage = page.locator('fieldset[data-question="stage"] input').first
    stage.wait_for()
    for _ in range(40):
        if page.evaluate("document.activeElement.name") == "stage":
            break
        page.keyboard.press("Tab")
    expect(stage).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("main h1:visible")).to_have_text("Wat klopt nu voor jou?")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("main h1:visible")).to_have_text("Wat wil je doen?")
    page.go_back()
    expect(page.locator('input[value="employee"]')).to_be_checked()


def test_with_no_answers_the_plan_says_what_to_do(open_page: Open) -> None:
    page = open_page("nl/plan/")
    expect(page.get_by_text("Je hebt nog geen plan.")).to_be_visible()
    expect(page.locator('[data-part="plan"]')).to_be_hidden()


def test_she_can_erase_everything_from_a_device_that_is_not_hers(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, **FIVE)
    page.get_by_role("link", name="Toon mijn plan").click()
    row(page, "vangnet").locator(".tick input").check()
    page.get_by_text("Wis alles op dit toestel").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_text("Alles is gewist.", exact=True)).to_be_focused()
    page.reload()
    expect(page.get_by_text("Je hebt nog geen plan.")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []


def test_a_damaged_journal_does_not_lock_her_out(open_page: Open) -> None:
    page = open_page("nl/about/")
    for damage in (
        "5",
        "null",
        "[1]",
        "{",
        '{"answers":null,"ticks":{}}',
        '{"answers":{"stage":{"value":7}},"ticks":{"x":null}}',
    ):
        page.evaluate(
            "(damage) => localStorage.setItem('starterspad:/some-project/', damage)",
            damage,
        )
        page.goto(page.url.split("nl/")[0] + "nl/questions/")
        expect(page.locator("main h1:visible")).to_have_text("Hoe ver sta je?")
        page.goto(page.url.split("nl/")[0] + "nl/plan/")
        expect(page.get_by_text("Je hebt nog geen plan.")).to_be_visible()


def test_two_tabs_keep_each_others_ticks(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, **FIVE)
    page.get_by_role("link", name="Toon mijn plan").click()
    other = page.context.new_page()
    other.goto(page.url)
    tick_every_other = (
        "(start) => [...document.querySelectorAll('.plan [data-task]:not([data-state=unknown])')]"
        ".map((row) => [row.dataset.task, row]).sort(([left], [right]) => (left < right ? -1 : 1))"
        ".filter((_, index) => index % 2 === start).forEach(([, row]) => row.querySelector('.tick input').click())"
    )
    for tab in (page, other):
        tab.locator("[data-task]").first.wait_for()
    page.evaluate(tick_every_other, 0)
    other.evaluate(tick_every_other, 1)
    for tab in (page, other):
        expect(tab.locator('.plan [data-state="open"]')).to_have_count(0)
    page.reload()
    expect(page.locator('[data-part="all-done"]')).to_be_visible()


def test_where_nothing_can_be_kept_the_page_says_so_and_goes_on(open_page: Open) -> None:
    page = open_page("nl/about/")
    page.add_init_script(
        "Object.defineProperty(window, 'indexedDB', {get() { throw new Error('blocked'); }});"
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('blocked'); }});"
    )
    page.goto(page.url.replace("about/", "questions/"))
    answer(page, stage="idea")
    expect(page.locator("main h1:visible")).to_have_text("Wat klopt nu voor jou?")
    expect(page.locator('[data-part="not-saved"]')).to_be_visible()
