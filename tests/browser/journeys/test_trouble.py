"""Who says that it goes badly leaves the questions, and meets one person to call before anything else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect
from starterspad.output.build import build

from tests.browser.conftest import Watch, serve
from tests.conftest import TODAY, TOWN

STEP = "bel-vandaag"
SAID = "say: [{nl: Het gaat niet goed.}, {nl: Ik weet niet waar te beginnen.}, {nl: Kan ik praten?}]\n"
LINE = """name: De lijn
kind: {nl: Een telefoonlijn}
summary: {nl: Luistert.}
contact:
  phone: "09 123 45 67"
area: gent
services:
  - id: call
    title: {nl: Iemand luistert}
    helps_with: [bel-vandaag]
    source: https://line.example/call
    when: {stage: difficulty}
sources: [https://line.example]
seen: archived
checked: 2026-11-01
"""


@pytest.fixture(scope="module")
def calling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The town, where somebody answers the phone, and the call is required before all else."""
    root = tmp_path_factory.mktemp("calling")
    shutil.copytree(TOWN, root / "town")
    task = root / f"town/content/tasks/{STEP}.yml"
    text = task.read_text("utf-8").replace("kind: recommended", "kind: required")
    text = text.replace("phase: further", "phase: keep-going").replace("order: 170", "order: 1")
    task.write_text(text + SAID, "utf-8")
    (root / "town/partners/line.yml").write_text(LINE, "utf-8")
    site = root / "town/site_config.yml"
    site.write_text(site.read_text("utf-8") + "assume: {place: gent}\n", "utf-8")
    build(root / "town", root / "site", today=TODAY)
    server = serve(Path(root / "site"))
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_her_answer_leads_to_one_number_and_to_a_plan_that_begins_with_that_call(
    calling: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    watch = Watch(calling)
    watch.follow(page)
    page.goto(f"{calling}nl/questions/")
    page.locator('input[value="difficulty"]').check()
    page.locator('main button[type="submit"]:visible').click()
    page.wait_for_url("**/nl/guides/hard-times/")
    call = page.get_by_role("link", name="Bel 09 123 45 67")
    expect(call).to_have_attribute("href", "tel:091234567")
    box = call.bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["y"] + box["height"] <= 460
    # Nothing else that can be pressed stands before it, no question is asked, nobody else is named.
    expect(page.locator("main").locator("a, button, summary, input").first).to_have_text("Bel 09 123 45 67")
    expect(page.locator("main").locator("input, select, textarea")).to_have_count(0)
    expect(page.locator('main a[href*="partners/"]:visible')).to_have_count(0)
    expect(page.get_by_role("heading", name="Dit kun je zeggen")).to_be_visible()
    expect(page.locator(".people__say > li")).to_have_count(3)
    # Who is here already is not sent here from the foot of the page.
    expect(page.get_by_role("link", name="Bel vandaag nog iemand")).to_be_hidden()
    page.locator("main summary").click()
    expect(page.get_by_role("link", name="Dyzo", exact=True)).to_be_visible()
    page.get_by_role("link", name="Eerst dit, dan mijn plan").click()
    page.wait_for_url("**/nl/plan/")
    expect(page.locator("[data-card]").first).to_have_attribute("data-card", STEP)
    assert watch.faults == []


def test_the_page_needs_no_script(calling: str, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{calling}nl/guides/hard-times/")
    expect(page.get_by_role("link", name="Bel 09 123 45 67")).to_be_visible()
    expect(page.get_by_role("link", name="Dyzo", exact=True)).to_be_hidden()
    page.locator("main summary").click()
    expect(page.get_by_role("link", name="Dyzo", exact=True)).to_be_visible()
