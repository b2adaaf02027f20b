"""Every kind of page and screen, and how to come there: for the tests, and for the contact sheet."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import FIVE, Open, answer

Prepare = Callable[[Page], None]


# Puts answers on the device as the page does, without the screens that ask for them.
GIVE = """(answers) => {
  const fields = Object.entries(answers).map(([question, option]) => [question, { value: [option], at: 1 }]);
  const journal = { journal_schema: 1, answers: Object.fromEntries(fields), ticks: {} };
  localStorage.setItem(`starterspad:${location.pathname.replace(/[a-z]+\\/about\\/$/, "")}`, JSON.stringify(journal));
}"""

# The journal itself, as a page without elements may leave it.
GIVE_JOURNAL = """(journal) => {
  localStorage.setItem(`starterspad:${location.pathname.replace(/[a-z]+\\/about\\/$/, "")}`, JSON.stringify(journal));
}"""


def _ready(page: Page) -> None:
    """Wait until every script of the page is at work."""
    page.locator("html.ready").wait_for()


def _made(page: Page) -> None:
    """Wait until the plan, if the page has one, is there with all its parts."""
    _ready(page)
    expect(page.locator("portal-plan[aria-busy]")).to_have_count(0)


def _nothing(page: Page) -> None:
    """Wait for the scripts, if the page has any."""
    if page.evaluate("document.documentElement.classList.contains('js')"):
        _ready(page)


def _go(page: Page, path: str, answers: dict[str, str] = FIVE) -> None:
    """Come to a page with answers on the device."""
    page.evaluate(GIVE, answers)
    page.goto(page.url.split("about/")[0] + path)
    _made(page)


def _fill_in(page: Page, **figures: str) -> None:
    """Fill a calculator in, and wait until everything is drawn."""
    _nothing(page)
    if not page.locator("[data-part=form]:visible").count():
        return
    for id, figure in figures.items():
        page.locator(f'input[data-input="{id}"]:not([data-month])').fill(figure)
    page.locator(".chart svg").wait_for()
    page.locator("[data-part=what-if] > summary").click()
    # What is chosen from a list takes another field.
    typed = page.locator("input[data-input]:not([data-month])").first.get_attribute("data-input")
    page.locator("[data-part=what-if-input]").select_option(typed)
    page.locator("input[data-part=what-if-value]").fill("50")
    page.locator("[data-part=what-if-add]").click()
    page.locator(".compare:visible").wait_for()


def _calculator(page: Page) -> None:
    _fill_in(page, fixed_costs="450", price="60", cost="18")


def _any_calculator(page: Page) -> None:
    """Fill something in everywhere: what is asked differs from city to city."""
    _nothing(page)
    for choice in page.locator("select[data-input]:visible").all():
        choice.select_option(index=1)
    for field in page.locator("input[data-input]:not([data-month]):visible").all():
        # Of ten euro nothing is left that could be drawn.
        field.fill("40000" if field.get_attribute("data-input") == "turnover" else "10")
    _fill_in(page)


def _question(page: Page) -> None:
    page.locator("fieldset:visible").wait_for()


def _error(page: Page) -> None:
    page.locator('main button[type="submit"]:visible').click()


def _enough(page: Page) -> None:
    answer(page, **FIVE)
    page.locator("[data-screen=enough]:visible").wait_for()


def _check(page: Page) -> None:
    _go(page, "questions/#check")
    page.locator(".answer:visible").first.wait_for()


def _plan(page: Page) -> None:
    _go(page, "plan/")
    page.locator('[data-task="eerst-melden"] .tick input').check()
    page.evaluate(
        "document.querySelectorAll('.phase, .task[data-card] details, .door-box, .erase, [data-part=needs-box], "
        "[data-part=more-questions], .card--waiting details')"
        ".forEach((details) => { details.open = true; })"
    )
    stories = page.locator("[data-part=story][open]")
    expect(stories.locator(".story")).to_have_count(stories.count())


def _every_phase(page: Page) -> None:
    own = {"start-way": "own-number", "staff": "hire", "activity": "food", "experience": "new"}
    _go(page, "plan/", {"stage": "testing", "situation": "employee", "living": "business", "money": "more"} | own)
    expect(page.locator(".path__stone")).to_have_count(7)


def _why_not(page: Page) -> None:
    _go(page, "plan/")
    page.locator('[data-part="not-here"] > summary').click()
    page.locator('[data-part="not-here-tasks"] > li').first.wait_for()


def _keep(page: Page) -> None:
    _go(page, "plan/")
    page.locator(".keep > summary").click()
    page.locator('[data-part="link"]').click()
    page.locator('[data-part="made"]:visible').wait_for()
    page.evaluate(
        "location.hash = location.hash || `plan=${document.querySelector('[data-part=url]').value.split('=')[1]}`"
    )
    page.locator('[data-part="preview"]:visible').wait_for()


def _look(page: Page) -> None:
    _keep(page)
    page.locator('[data-part="look"]').click()
    page.locator('[data-part="looking"]:visible').wait_for()


def _dates(page: Page) -> None:
    _go(page, "plan/")
    page.locator('[data-part="mine"] > summary').click()
    page.locator('[data-part="dates"] summary').click()
    page.locator('[data-part="target"]').fill("2027-03-01")
    page.locator(".timeline > li").first.wait_for()


# What a coach wrote, and a step that was seen as it was before it changed.
_VISIT = """(name) => {
  const journal = JSON.parse(localStorage.getItem(name));
  const fields = {
    "advice/a1/task": "eerst-melden", "advice/a1/text": "Bel eerst even.", "advice/a1/day": "2026-11-20",
    "advice/a1/by": "An", "advice/a2/suggests": "kbo", "advice/a2/day": "2026-11-20",
    "tasks/idee-toetsen/seen": "before", "tasks/kbo/notes": "x",
  };
  for (const [path, value] of Object.entries(fields)) journal.fields[path] = { value, at: [9e12, 0, "x"] };
  localStorage.setItem(name, JSON.stringify(journal));
}"""


def _visit(page: Page) -> None:
    _go(page, "plan/")
    page.locator("[data-task]").first.wait_for()
    page.evaluate(_VISIT, "starterspad:" + page.evaluate("location.pathname.replace(/[a-z]+\\/plan\\/$/, '')"))
    page.reload()
    _made(page)
    page.locator('[data-part="advice-list"] li').first.wait_for()


def _letter(page: Page) -> None:
    _go(page, "plan/")
    row = page.locator('[data-task="ondernemingsplan"]')
    row.evaluate("(row) => { row.closest('details').open = true; row.dispatchEvent(new Event('unfold')); }")
    row.locator('[data-part="help-summary"]').click()
    row.locator('[data-part="more"]').click()
    row.locator(".cards [data-way=mail]").first.click()
    row.locator("textarea:visible").wait_for()


def _change(page: Page) -> None:
    _go(page, "plan/")
    page.locator("[data-task]").first.wait_for()
    page.goto(page.url.replace("plan/", "questions/#check"))
    page.locator(".answer [data-part=change]").nth(1).click()
    page.locator('input[value="student"]').check()
    page.locator('main button[type="submit"]:visible').click()
    page.locator('[data-part="changing"]:visible').wait_for()


# The five answers as a journal holds them.
ANSWERED: dict[str, Any] = {
    f"answers/{question}": {"value": [option], "at": [1_790_000_000_000, place, "x"]}
    for place, (question, option) in enumerate(FIVE.items())
}
PLAN_FILE = {
    "kind": "starterspad-plan",
    "journal_schema": 2,
    "fields": ANSWERED
    | {
        "plan/name": {"value": "A.", "at": [1_790_000_000_000, 9, "x"]},
        "tasks/eerst-melden/state": {"value": "done", "at": [1_790_000_000_001, 0, "x"]},
    },
}


def _coach(page: Page) -> None:
    page.locator('[data-part="desk"]:visible').wait_for()
    files = [
        FilePayload(name=name, mimeType="application/json", buffer=json.dumps(PLAN_FILE).encode())
        for name in ("one.json", "two.json")
    ]
    page.locator('[data-part="files"]').set_input_files(files)
    page.locator('[data-part="open"]').first.click()
    page.locator("[data-step]").first.wait_for()


def _search(page: Page) -> None:
    page.locator("input[type=search]").fill("a")
    page.locator("input[type=search]").fill("plan")
    page.locator("[data-part=results] li").first.wait_for()


def _ask(page: Page) -> None:
    _ready(page)
    page.evaluate("document.querySelectorAll('details.asked').forEach((details) => { details.open = true; })")


def _talk(page: Page) -> None:
    if page.evaluate("document.documentElement.classList.contains('js')"):
        page.locator(".person").first.wait_for()


def _home_on_return(page: Page) -> None:
    _go(page, "")
    page.locator("[data-part=next]:visible").wait_for()


def _task_on_the_plan(page: Page) -> None:
    _go(page, "tasks/eerst-melden/")
    page.locator("portal-task [data-card]").wait_for()


def _journey(page: Page) -> None:
    _go(page, "programmes/activiteitencooperatie/")
    page.locator("portal-programme-progress [data-part=progress]:visible").wait_for()


def _join(page: Page) -> None:
    if page.evaluate("document.documentElement.classList.contains('js')"):
        page.locator("portal-partner-form form:visible").wait_for()


def _join_error(page: Page) -> None:
    _join(page)
    page.locator("portal-partner-form form [type=submit]:visible").click()
    page.locator("[data-part=faults]:visible").wait_for()
    page.evaluate(
        "document.querySelectorAll('portal-partner-form details').forEach((details) => { details.open = true; })"
    )
    page.locator("[data-part=questions] fieldset").first.wait_for()


def _join_change(page: Page) -> None:
    _go(page, "join/#change=starterslabo")
    page.locator("portal-partner-form form:visible").wait_for()
    page.locator("[data-review] [value=change]").first.check()


def _join_done(page: Page) -> None:
    _join_change(page)
    page.locator("[data-part=rest]").click()
    page.locator('[data-path="confirmed.by"]').fill("A. Person")
    page.locator("[data-part=last] [type=submit]").click()
    page.locator("[data-part=done]:visible").wait_for()
    page.evaluate(
        "document.querySelectorAll('portal-partner-form details').forEach((details) => { details.open = true; })"
    )


def _decision(page: Page) -> None:
    _go(page, "decide/you-and-idea/")
    page.locator("[data-part=form]:visible").wait_for()
    page.locator('input[value="not-yet"]').check()


def _risks(page: Page) -> None:
    _go(page, "risks/")
    page.locator("[data-part=yours]:visible").wait_for()


def _mirror(page: Page) -> None:
    if page.evaluate("document.documentElement.classList.contains('js')"):
        page.locator("[data-part=short]:visible").wait_for()


def _mirror_page(page: Page) -> None:
    if page.evaluate("document.documentElement.classList.contains('js')"):
        page.locator("[data-part=short]:visible").click()
        page.locator(".statement--here").first.wait_for()


def _mirror_result(page: Page) -> None:
    _mirror_page(page)
    for value in (5, 2, 4):
        for box in page.locator(f'.statement--here input[value="{value}"]').all():
            box.check()
        page.locator('[data-part=actions] button[type="submit"]').click()
    page.locator("[data-part=result]:visible").wait_for()
    page.evaluate("document.querySelectorAll('details.develop').forEach((details) => { details.open = true; })")


def _filters(page: Page) -> None:
    page.locator("[data-part=count]").first.wait_for(state="attached")
    page.evaluate("document.querySelectorAll('details.filter').forEach((details) => { details.open = true; })")


def _meaning(page: Page) -> None:
    _ready(page)
    page.locator("button.term").first.click()
    page.locator(".meaning:visible").wait_for()


def _open_details(page: Page) -> None:
    _nothing(page)
    page.evaluate("document.querySelectorAll('main details').forEach((details) => { details.open = true; })")


def _meeting(page: Page) -> None:
    """With a clock that runs, and something that somebody wrote."""
    _open_details(page)
    if page.locator('[data-part="write"]:visible').count():
        page.locator('textarea[name="text"]').fill("A question of " + "many" * 20)
        page.locator('[data-part="write"] [type="submit"]').click()
        page.locator('[data-part="clock-start"]').click()
        page.locator('[data-part="groups"] li').wait_for()


def _menu(page: Page) -> None:
    _ready(page)
    page.evaluate("document.querySelector('details.menu').open = true")


KINDS: dict[str, tuple[str, Prepare]] = {
    "home": ("{}/", _nothing),
    "home on return": ("{}/about/", _home_on_return),
    "menu": ("{}/", _menu),
    "question": ("{}/questions/", _question),
    "question with an error": ("{}/questions/", _error),
    "offer": ("{}/questions/", _enough),
    "check": ("{}/about/", _check),
    "empty plan": ("{}/plan/", _nothing),
    "plan": ("{}/about/", _plan),
    "plan through every phase": ("{}/about/", _every_phase),
    "what is not on the plan": ("{}/about/", _why_not),
    "plan to keep or share": ("{}/about/", _keep),
    "plan of someone else": ("{}/about/", _look),
    "plan with dates": ("{}/about/", _dates),
    "plan with news and advice": ("{}/about/", _visit),
    "letter": ("{}/about/", _letter),
    "another answer": ("{}/about/", _change),
    "coach": ("{}/coach/", _coach),
    "changes": ("{}/changes/", _nothing),
    "paper": ("{}/paper/", _nothing),
    "sheet in two languages": ("{}/bilingual/", _nothing),
    "phases": ("{}/phases/", _nothing),
    "phase": ("{}/phases/start-officially/", _nothing),
    "tasks": ("{}/tasks/", _nothing),
    "task": ("{}/tasks/kbo/", _nothing),
    "task on the plan": ("{}/about/", _task_on_the_plan),
    "guides": ("{}/guides/", _nothing),
    "guide for a group": ("{}/guides/women/", _nothing),
    "guide to a theme": ("{}/guides/money/", _nothing),
    "guide in trouble": ("{}/guides/hard-times/", _nothing),
    "ask": ("{}/ask/", _ask),
    "talk": ("{}/talk/", _talk),
    "calendar": ("{}/calendar/", _open_details),
    "event": ("{}/events/infosessie-starterslabo/", _nothing),
    "partners": ("{}/partners/", _nothing),
    "join": ("{}/join/", _join),
    "join with errors": ("{}/join/", _join_error),
    "join to change": ("{}/about/", _join_change),
    "join, the file is ready": ("{}/about/", _join_done),
    "gaps": ("{}/gaps/", _open_details),
    "embed": ("{}/embed/", _nothing),
    "words": ("{}/glossary/", _nothing),
    "a word explained": ("{}/tasks/kbo/", _meaning),
    "filters": ("{}/partners/", _filters),
    "partner": ("{}/partners/starterslabo/", _open_details),
    "search": ("{}/search/", _search),
    "written page": ("{}/about/", _nothing),
    "written page with a list": ("{}/how-it-works/", _nothing),
    "programmes": ("{}/programmes/", _nothing),
    "programme": ("{}/programmes/activiteitencooperatie/", _nothing),
    "programme on the way": ("{}/about/", _journey),
    "routes": ("{}/routes/", _nothing),
    "decision": ("{}/about/", _decision),
    "outcomes": ("{}/outcomes/", _nothing),
    "worksheets": ("{}/worksheets/", _nothing),
    "calculators": ("{}/calculators/", _nothing),
    "calculator": ("{}/calculators/break-even/", _calculator),
    "calculator, month after month": ("{}/calculators/kasplan/", _any_calculator),
    "calculator, parts of a whole": ("{}/calculators/van-honderd-euro/", _any_calculator),
    "risks": ("{}/risks/", _nothing),
    "risks of one person": ("{}/about/", _risks),
    "worksheet": ("{}/worksheets/canvas/", _nothing),
    "business plan": ("{}/workbook/", _open_details),
    "loans": ("{}/loans/", _nothing),
    "meeting": ("{}/meeting/", _meeting),
    "partners meet": ("{}/partners-meet/", _open_details),
    "places": ("{}/places/", _nothing),
    "mirror": ("{}/mirror/", _mirror),
    "mirror, a page of it": ("{}/mirror/", _mirror_page),
    "mirror, what it shows": ("{}/mirror/", _mirror_result),
    "root": ("?", _nothing),
}


def answer_first(page: Page) -> None:
    """Give the first answer to each question until a plan is offered; `page` shows the questions."""
    while not page.locator("[data-screen=enough]:visible, [data-screen=check]:visible").count():
        asked = page.locator("fieldset:visible").first.get_attribute("data-question")
        page.locator("fieldset:visible input").first.check()
        page.locator('main button[type="submit"]:visible').click()
        page.locator(f'fieldset[data-question="{asked}"]').first.wait_for(state="hidden")


def opened(open_page: Open, kind: str, language: str, **settings: Any) -> Page:
    path, prepare = KINDS[kind]
    if kind == "root":
        settings |= {"java_script_enabled": False}  # with scripts it goes on at once
    page = open_page(path.format(language), **settings)
    prepare(page)
    return page
