"""What a starter, a coach and an organisation do most, written once, in Chromium, Firefox and WebKit."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import FIVE
from tests.browser.engines.windows import Window
from tests.browser.screens import GIVE, PLAN_FILE

FIRST = '[data-task="eerst-melden"]'
TICK = f"{FIRST} .tick input"
STORY = '[data-task="idee-toetsen"]'
# What the page would save as a file stands on the page instead: no driver of all three knows downloads.
CATCH = """(() => {
  URL.createObjectURL = (blob) => {
    blob.text().then((text) => { document.documentElement.dataset.text = text; });
    return "#";
  };
  HTMLAnchorElement.prototype.click = function () { document.documentElement.dataset.file = this.download; };
})()"""
FORGET = """(async () => {
  localStorage.clear();
  for (const { name } of await indexedDB.databases()) {
    await new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = resolve;
    });
  }
})()"""


def answer(window: Window, **answers: str) -> None:
    for question, option in answers.items():
        window.sees(f'fieldset[data-question="{question}"]')
        window.choose(f'fieldset[data-question="{question}"] input[value="{option}"]')
        window.click('main button[type="submit"]')


def saved(window: Window) -> tuple[str, str]:
    """Return the name and the text of the file that the page saved."""
    window.until("document.documentElement.dataset.text && document.documentElement.dataset.file")
    name, text = json.loads(
        str(window.run("(({ file, text }) => JSON.stringify([file, text]))(document.documentElement.dataset)"))
    )
    return name, text


def forget(window: Window) -> None:
    """Take everything away that this browser keeps, as on another device."""
    window.goto("nl/about/")
    window.run(FORGET)


def story(window: Window) -> None:
    """Open all that can be done with a step."""
    window.unfold(STORY)
    if not window.run(f"document.querySelector('{STORY} [data-part=card]').checkVisibility()"):
        window.click(f"{STORY} [data-part=unfold]")
    window.unfold(f"{STORY} [data-part=story]")
    window.sees(f"{STORY} .story")


@pytest.fixture
def plan(window: Window) -> Window:
    """The plan of someone who gave five answers."""
    window.goto("nl/about/")
    window.run(f"({GIVE})({json.dumps(FIVE)})")
    window.goto("nl/plan/")
    window.sees(FIRST)
    return window


def test_five_answers_make_a_plan_and_a_tick_is_there_after_a_reload_and_on_the_first_page(window: Window) -> None:
    window.goto("nl/")
    window.click('a[href$="questions/"]')
    answer(window, **FIVE)
    window.click('[data-screen=enough] a[href$="plan/"]')
    window.sees(FIRST)
    window.click(TICK)
    window.until(f"""document.querySelector('{FIRST}').dataset.state === "done" """)
    window.sees("[data-part=progress-words]", "1 van")
    count = re.findall(r"\d+", str(window.run("document.querySelector('[data-part=progress-words]').textContent")))[1]
    window.goto("nl/plan/")
    window.until(f"document.querySelector('{TICK}')?.checked")
    # WebKit may take seconds to give its database to a page that comes while the one before is still at work.
    window.goto("nl/")
    window.sees("portal-resume-banner [data-part=progress]", f"Je hebt 1 van de {count} stappen gedaan.")


def test_a_note_and_an_appointment_stay(plan: Window) -> None:
    story(plan)
    plan.fill(f"{STORY} .story [data-part=notes]", "Drie mensen: <b>ja</b>")
    plan.sees(f"{STORY} .story [data-part=kept]", "Bewaard op dit toestel.")
    plan.fill(f"{STORY} .story [data-part=day]", "2030-01-31")
    plan.fill(f"{STORY} .story [data-part=time]", "14:30")
    plan.fill(f"{STORY} .story [data-part=place]", "Stadskantoor")
    plan.click(f"{STORY} .story [data-part=appointment] [type=submit]")
    plan.sees("[data-part=appointment-next]", "31 januari 2030, 14:30")
    plan.goto("nl/plan/")
    plan.sees("[data-part=appointment-next]", "Stadskantoor")
    story(plan)
    plan.has(f"{STORY} .story [data-part=notes]", "Drie mensen: <b>ja</b>")


def test_a_plan_goes_out_as_a_file_and_comes_back_on_another_device(plan: Window, tmp_path: Path) -> None:
    plan.click(TICK)
    # What is behind her makes room before anything else is pressed.
    plan.sees("[data-part=done-now]")
    plan.run(CATCH)
    plan.click(".keep > summary")
    plan.click(".keep [data-part=save]")
    plan.fill("[data-part=file-name]", "Zoë Z.")
    plan.click("[data-part=naming] [type=submit]")
    name, text = saved(plan)
    assert re.fullmatch(r"plan-zoe-z-\d{4}-\d\d-\d\d\.json", name)
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert json.loads(text)["fields"]["tasks/eerst-melden/state"]["value"] == "done"
    forget(plan)
    plan.goto("nl/plan/")
    plan.sees("[data-part=empty]")
    plan.click(".keep > summary")
    plan.upload(".keep [data-part=file]", path)
    plan.sees("[data-part=preview-words]", "antwoorden 5, gedane stappen 1")
    plan.click("[data-part=preview] [data-part=replace]")
    plan.until(f"document.querySelector('{TICK}')?.checked")


def test_a_link_opens_the_plan_where_nothing_is_kept(plan: Window) -> None:
    plan.click(".keep > summary")
    plan.click(".keep [data-part=link]")
    plan.sees("[data-part=made]")
    link = str(plan.run("document.querySelector('[data-part=url]').value"))
    assert link.startswith(f"{plan.address}nl/plan/#plan=")
    forget(plan)
    plan.goto("nl/plan/")
    plan.sees("[data-part=empty]")
    plan.goto(link)
    # One of the five is nobody else's business, and stays out of a link.
    plan.sees("[data-part=preview-words]", "antwoorden 4")
    plan.click("[data-part=preview] [data-part=merge]")
    plan.sees("portal-plan [data-part=progress-words]")


def test_a_coach_opens_a_file_comments_and_saves_it(window: Window, tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(PLAN_FILE), "utf-8")
    window.goto("nl/coach/")
    window.sees("[data-part=desk]")
    window.upload("[data-part=files]", path)
    window.click("[data-part=rows] [data-part=open]")
    step = '[data-step="eerst-melden"]'
    window.click(f"{step} summary")
    window.fill(f"{step} [data-part=comment]", "Bel eerst even")
    window.sees(f"{step} [data-part=kept]", "Je concept blijft staan zolang dit tabblad open is.")
    window.click(f"{step} [type=submit]")
    window.sees(f"{step} [data-part=advice]", "Bel eerst even")
    window.run(CATCH)
    window.click("[data-part=save]")
    fields: dict[str, Any] = json.loads(saved(window)[1])["fields"]
    assert [field["value"] for path, field in fields.items() if re.fullmatch("advice/.*/text", path)] == [
        "Bel eerst even"
    ]


def test_an_organisation_fills_in_the_form_sees_itself_and_has_a_file(window: Window) -> None:
    window.goto("nl/join/")
    window.fill("[data-pick=tasks] [type=search]", "plan")
    window.choose("[data-pick=tasks] li input")
    texts = {"name": "Buurtwinkel De Proef", "summary.nl": "Wij helpen je.", "confirmed.by": "An"}
    texts |= {"website": "https://proef.example", "services.title.nl": "Een kraam voor één dag"}
    for path, words in texts.items():
        window.fill(f'[data-path="{path}"]', words)
    window.sees("[data-part=card-name]", "Buurtwinkel De Proef")
    # What is typed is there after a reload.
    window.goto("nl/join/")
    window.has('[data-path="name"]', "Buurtwinkel De Proef")
    window.click("[data-part=further] [type=submit]")
    window.fill('[data-path="kind.nl"]', "Coop")
    window.click("[data-part=last] [type=submit]")
    window.sees("[data-part=done]")
    window.run(CATCH)
    window.click("[data-part=download]")
    name, text = saved(window)
    assert name == "buurtwinkel-de-proef.yml"
    assert "Een kraam voor één dag" in text


def test_the_file_of_an_organisation_is_read_by_the_form(window: Window) -> None:
    window.goto("nl/join/#change=starterslabo")
    window.has("[data-path=name]", "Starterslabo")
    window.click("[data-part=last] [type=submit]")
    window.sees("[data-part=faults]")


def test_the_self_assessment_ends_in_what_it_shows_and_is_there_again(window: Window) -> None:
    window.goto("nl/mirror/")
    window.click("[data-part=short]")
    for value in (5, 2, 4):
        window.sees(".statement--here")
        shown = json.dumps(f'.statement--here input[value="{value}"]')
        window.run(f"document.querySelectorAll({shown}).forEach((box) => box.click())")
        window.click('[data-part=actions] button[type="submit"]')
    window.sees("[data-part=result]")
    window.goto("nl/mirror/")
    window.sees("[data-part=sentences]", "Hier kun je in groeien")


def test_a_decision_at_a_gate_is_kept_with_its_reason(plan: Window) -> None:
    plan.goto("nl/decide/you-and-idea/")
    plan.choose('input[name="decision"][value="no"]')
    plan.fill("[data-part=why]", "Thuis kan het nu niet.")
    plan.click("[data-part=form] [type=submit]")
    plan.sees("[data-part=kept-words]", "Nee, dit niet")
    plan.goto("nl/decide/you-and-idea/")
    plan.sees("[data-part=kept-why]", "Thuis kan het nu niet.")


def test_the_directory_is_filtered_and_says_so_in_its_address_and_search_finds_a_page(window: Window) -> None:
    window.goto("nl/partners/")
    window.fill("main input[type=search]", "starterslabo")
    window.until("[...document.querySelectorAll('li.card')].filter((card) => card.checkVisibility()).length === 1")
    window.until("location.hash.includes('starterslabo')")
    window.goto("nl/search/")
    window.fill("main input[type=search]", "plan")
    window.sees("[data-part=results] li a")
