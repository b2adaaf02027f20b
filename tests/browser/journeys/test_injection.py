"""Forty and more attacks in every text field of partners and events, through a full build, into a real browser."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from starterspad.content.loader import load_catalog
from starterspad.intake.form_fields import model_fields
from starterspad.output.build import build
from starterspad.quality.checks import check

from tests.browser.conftest import Watch, serve
from tests.browser.screens import answer_first
from tests.conftest import TINY, TODAY
from tests.support.injection_payloads import PAYLOADS

WORDS = ("line", "title", "short-text")


def partner_with(payload: str) -> dict[str, Any]:
    """Return a partner file in which every field that holds words holds this."""
    partner: dict[str, Any] = {}
    service: dict[str, Any] = {"id": "desk", "helps_with": ["talk-first", "register"], "source": "https://a.example"}
    for field in model_fields():
        if field.kind not in WORDS or "contact.sources" in field.path:
            continue
        keys = field.path.split(".")
        record = service if keys[0] == "services" else partner
        keys = keys[1:] if keys[0] == "services" else keys
        for key in keys[:-1]:
            record = record.setdefault(key, {})
        record[keys[-1]] = {"en": payload} if field.localised else payload
    partner["confirmed"]["on"] = "2026-01-01"
    partner["contact"]["sources"] = {"address": {"url": "https://a.example", "seen": "told"}}
    service["accepted"] = {"some-check": payload}
    return partner | {"services": [service], "sources": ["https://a.example"], "seen": "told", "checked": "2026-01-01"}


def event_with(payload: str) -> dict[str, Any]:
    """Return a file of an event in which every field that holds words holds this."""
    text = {"en": payload}
    changed = [{"day": "2026-12-10", "note": text}]
    known = {"kind": "info", "organiser": "town-desk", "day": "2026-12-03", "helps_with": ["register"], "seen": "told"}
    known |= {"source": "https://a.example", "checked": "2026-01-01"}
    words = dict.fromkeys(("title", "summary", "place", "cost_note", "for_whom", "capacity"), text)
    repeat = {"rule": "FREQ=WEEKLY;COUNT=2", "changed": changed}
    return {**known, **words, "address": payload, "repeat": repeat}


def rhythm_with(payload: str) -> dict[str, Any]:
    """Return a file of an event without a known day, with this in its rhythm."""
    event = event_with(payload)
    return {key: value for key, value in event.items() if key not in ("day", "repeat")} | {"rhythm": {"en": payload}}


def fact_with(number: int, payload: str) -> dict[str, Any]:
    """Return a fact in which every key that holds words holds this."""
    text = {"en": payload}
    known = {"source": "https://a.example", "seen": "told", "checked": "2026-01-01"}
    return {"id": f"attack-{number}", "text": text, "value": text, "valid": text, **known}


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The tiny town with a partner for each attack, built and served."""
    root = tmp_path_factory.mktemp("attacked") / "town"
    shutil.copytree(TINY, root)
    (root / "content/events").mkdir()
    for number, payload in enumerate(PAYLOADS):
        # JSON is YAML, and quotes anything.
        text = json.dumps(partner_with(payload), ensure_ascii=False)
        (root / f"partners/attack-{number}.yml").write_text(text, "utf-8")
        for name, event in (("day", event_with(payload)), ("rhythm", rhythm_with(payload))):
            (root / f"content/events/{name}-{number}.yml").write_text(json.dumps(event, ensure_ascii=False), "utf-8")
    facts = [fact_with(number, payload) for number, payload in enumerate(PAYLOADS)]
    (root / "content/facts").mkdir(exist_ok=True)
    (root / "content/facts/attacks.yml").write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
    with (root / "site_config.yml").open("a", encoding="utf-8") as file:
        file.write("contact: town@town.example\nrepository: https://github.com/town/portal\n")
    out = root.parent / "out/site"
    build(root, out, today=TODAY)
    server = serve(out)
    yield f"http://127.0.0.1:{server.server_address[1]}/", out
    server.shutdown()
    server.server_close()


def test_at_least_forty_attacks_stand_in_every_field_that_holds_words(tmp_path: Path) -> None:
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 40
    held = [field.path for field in model_fields() if field.kind in WORDS]
    assert len(held) >= 12
    partner = partner_with("ATTACK")
    assert json.dumps(partner).count("ATTACK") >= len([path for path in held if "contact.sources" not in path])


def test_the_files_are_taken_as_words_and_nothing_is_written_elsewhere(attacked: tuple[str, Path]) -> None:
    _, out = attacked
    catalog = load_catalog(out.parent.parent / "town")
    assert [problem for problem in check(catalog) if problem.severity == "error"] == []
    assert {path.name for path in out.parent.iterdir()} == {"site"}
    assert all(path.resolve().is_relative_to(out) and not path.is_symlink() for path in out.rglob("*"))
    assert not Path("/tmp/portal-was-here").exists()


PAGES = (
    *(f"partners/attack-{number}/" for number in range(len(PAYLOADS))),
    *(f"events/day-{number}/" for number in range(len(PAYLOADS))),
    *("calendar/", "events/rhythm-0/", "partners/town-desk/"),
    *("", "partners/", "tasks/talk-first/", "tasks/register/", "guides/hard-times/", "gaps/", "search/#q=script"),
    *("phases/first/", "questions/", "embed/"),
)


def watched(new_context: Callable[..., Any], start: str) -> tuple[Page, Watch]:
    page: Page = new_context(locale="en-US").new_page()
    watch = Watch(start)
    watch.follow(page)
    page.on("dialog", lambda dialog: watch.faults.append(f"dialog: {dialog.message}"))
    return page, watch


CLICK_ALL = """(name) => document.querySelectorAll(`[data-part=${name}]`)
  .forEach((one) => one.checkVisibility() && one.click())"""
# Elements that no page of ours has, and attributes that none of ours carries.
FOREIGN = """[...document.querySelectorAll("main *")].filter((e) =>
  e.matches("script:not([type='application/ld+json']), style, object, embed, base, meta, link") ||
  e.matches("video, audio, math, body") ||
  [...e.attributes].some(({ name }) => name.startsWith("on"))).map((e) => e.outerHTML.slice(0, 80))"""


def harmless(page: Page, watch: Watch) -> None:
    """No script of a stranger ran, and none was even stopped by the policy; no words became elements."""
    assert page.evaluate("window.ran") is None, page.url
    assert watch.faults == [], page.url
    assert page.evaluate(FOREIGN) == [], page.url


def test_no_attack_runs_on_any_page(attacked: tuple[str, Path], new_context: Callable[..., Any]) -> None:
    start, _ = attacked
    page, watch = watched(new_context, start)
    for path in PAGES:
        page.goto(f"{start}en/{path}")
        page.locator("html.ready").wait_for(state="attached")
        harmless(page, watch)


def test_no_attack_runs_on_the_plan(attacked: tuple[str, Path], new_context: Callable[..., Any]) -> None:
    start, _ = attacked
    page, watch = watched(new_context, start)
    page.goto(f"{start}en/questions/")
    answer_first(page)
    page.goto(f"{start}en/plan/")
    page.locator("[data-task]").first.wait_for()
    # What opens moves the rest, so that all of it is asked for in the page itself.
    page.evaluate("""() => {
      for (const box of document.querySelectorAll(".plan details")) box.open = true;
      for (const row of document.querySelectorAll("[data-task]")) row.dispatchEvent(new Event("unfold"));
    }""")
    page.evaluate(CLICK_ALL, "help-summary")
    page.wait_for_function("""() => [...document.querySelectorAll("[data-part=help][open]")].every(
      (help) => help.querySelector("[data-part=services]").children.length > 0)""")
    while page.locator('.plan [data-part="more"]:visible').count():
        page.evaluate(CLICK_ALL, "more")
    page.evaluate(CLICK_ALL, "choose")
    page.locator('[data-part="choose"][aria-pressed="true"]').nth(40).wait_for()
    assert page.locator(".card:visible").count() >= 40
    harmless(page, watch)


def test_no_attack_runs_in_the_form_its_preview_and_its_ways_out(
    attacked: tuple[str, Path], new_context: Callable[..., Any]
) -> None:
    start, _ = attacked
    page, watch = watched(new_context, start)
    for number in range(len(PAYLOADS)):
        # What changes behind the # alone does not load a page anew.
        page.goto(f"{start}en/join/?{number}#change=attack-{number}")
        page.locator("portal-partner-form form:visible").wait_for()
        page.locator("[data-part=rest]").click()
        page.locator("[data-part=last] [type=submit]").click()
        page.locator("[data-part=done]:visible").wait_for()
        harmless(page, watch)


def test_no_attack_runs_in_the_form_that_corrects_a_fact(
    attacked: tuple[str, Path], new_context: Callable[..., Any]
) -> None:
    start, _ = attacked
    page, watch = watched(new_context, start)
    page.goto(f"{start}en/propose-fact/")
    page.locator("[data-part=find]").fill("script")
    page.locator("[data-part=found] a").first.wait_for()
    harmless(page, watch)
    for number, payload in enumerate(PAYLOADS):
        page.evaluate(f"location.hash = 'change=attack-{number}'")
        page.locator('[data-path="value.en"]:visible').wait_for()
        page.locator('[data-path="text.en"]').fill(payload)
        page.locator('[data-path="source"]').fill("https://b.example")
        page.locator("portal-record-form form [type=submit]").click()
        page.locator("[data-part=done]:visible, [data-part=faults]:visible").first.wait_for()
        harmless(page, watch)


def test_a_broken_guard_would_be_seen(new_context: Callable[..., Any], attacked: tuple[str, Path]) -> None:
    """The same page with its words as markup and without its policy: the test above must be able to fail."""
    start, _ = attacked
    page, _ = watched(new_context, start)
    page.set_content(PAYLOADS[5])
    page.wait_for_function("() => window.ran === 1")
