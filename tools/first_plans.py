"""What a phone shows of the first plan of each persona: how high it is, who helps first, and by which way.

Run it with `make first-plans`; it prints a table for each language and judges nothing.
"""

from __future__ import annotations

import datetime
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog
from starterspad.output.build import build
from starterspad.rules.evaluate import Answers, Verdict

from tests.browser.conftest import FLAGS, serve
from tests.conftest import REPOSITORY
from tests.support.profiles import personas_of

PHONE = {"width": 360, "height": 740}
# After so many answers the questionnaire says that she may stop.
FIRST = 5
KEEP = """([path, answers]) => {
  const fields = Object.entries(answers).map(([id, value]) => [`answers/${id}`, { value, at: [1, 0, "x"] }]);
  const journal = { journal_schema: 3, fields: Object.fromEntries(fields) };
  localStorage.setItem(`starterspad:${path}`, JSON.stringify(journal));
}"""
SEE = """() => {
  const card = document.querySelector('[data-part="now-tasks"] > [data-card]');
  const way = card?.querySelector("a[data-way]");
  const alone = card?.querySelector('[data-part="alone"]:not([hidden])');
  return {
    height: document.documentElement.scrollHeight,
    step: card?.dataset.card ?? "",
    helper: card?.querySelector("[data-helper]:not([hidden])")?.dataset.helper ?? "",
    way: way?.dataset.way ?? "",
    ends: Math.ceil((way ?? alone)?.getBoundingClientRect().bottom ?? 0),
  };
}"""


@dataclass(frozen=True)
class FirstPlan:
    """The plan of a persona after her first answers.

    `height` is that of the page in pixels, `step` stands open, `helper` is partner/service, `way` the kind of the first
    way to reach them and `ends` where it ends, in pixels from the top: each of these is empty where there is none.
    """

    persona: str
    height: int
    step: str
    helper: str
    way: str
    ends: int


def first_answers(catalog: Catalog, answers: dict[str, list[str]]) -> dict[str, list[str]]:
    """Return a person's first answers, in the order in which she is asked; what the city assumes comes later."""
    chosen: dict[str, list[str]] = {}
    for id in catalog.asked:
        if id in catalog.site.assume or id not in answers:
            continue
        so_far = {question: frozenset(options) for question, options in chosen.items()}
        asked = Answers.complete(catalog.questions, so_far, catalog.site.assume).asked
        if asked[id].verdict is Verdict.YES and len(chosen) < FIRST:
            chosen[id] = answers[id]
    return chosen


def first_plans(
    browser: Browser, address: str, language: str, people: dict[str, dict[str, list[str]]]
) -> Iterator[FirstPlan]:
    """Yield what a phone shows of each person's plan, in a site that is served at the root of this address."""
    for persona, answers in people.items():
        context = browser.new_context(viewport=PHONE, reduced_motion="reduce")  # type: ignore[arg-type]  # a size
        page = context.new_page()
        page.goto(f"{address}{language}/about/")
        page.evaluate(KEEP, ["/", answers])
        page.goto(f"{address}{language}/plan/")
        page.locator("portal-plan:not([aria-busy]) [data-card]").first.wait_for()
        yield FirstPlan(persona, **page.evaluate(SEE))
        context.close()


def main() -> None:
    """Build the site of this clone, open every plan, and print what a phone shows."""
    today = datetime.datetime.now(datetime.UTC).date()
    catalog = load_catalog(REPOSITORY, today)
    people = {name: first_answers(catalog, answers) for name, answers in personas_of(catalog).items()}
    people = {name: answers for name, answers in people.items() if answers}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder) / "site"
        build(REPOSITORY, site, today=today)
        server = serve(site)
        browser = playwright.chromium.launch(executable_path=os.environ["PORTAL_BROWSER"], args=FLAGS)
        for language in catalog.site.languages:
            print(f"\n{language:38} height  ends  way      step and helper")
            plans = list(first_plans(browser, f"http://127.0.0.1:{server.server_address[1]}/", language, people))
            for plan in sorted(plans, key=lambda plan: -plan.height):
                way = plan.way or "alone"
                print(f"{plan.persona:38} {plan.height:6} {plan.ends:5}  {way:8} {plan.step} {plan.helper}")
            ways = Counter(plan.way or "alone" for plan in plans)
            print(f"{len(plans)} plans; first way: " + ", ".join(f"{way} {count}" for way, count in ways.most_common()))
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
