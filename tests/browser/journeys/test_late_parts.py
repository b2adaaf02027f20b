"""What comes later and does not come, a module or data, ends in one sentence on the page, and may come after all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, Route, expect
from starterspad.content.messages import load_messages
from starterspad.output.scripts import WEB, bundling, module_paths

from tests.browser.conftest import FIVE
from tests.browser.screens import GIVE, GIVE_JOURNAL, PLAN_FILE
from tests.support.trials import IN_FULL

Contexts = Callable[..., BrowserContext]
Step = Callable[[Page], object]

SENTENCE = str(load_messages(Path("/nowhere"), ("nl",))[0]["nl"].sentences["site.late"])
ROW = '[data-task="ondernemingsplan"]'


@dataclass(frozen=True)
class Part:
    """A late file, and how it is asked for: with its page, or by what someone does there."""

    file: str
    path: str
    there: str
    ask: Step | None = None
    prepare: Step = lambda page: None
    answers: bool = False
    figures: bool = False

    @property
    def name(self) -> str:
        return f"{self.file} on {self.path}" + (f" ({self.there})" if self.ask else "")

    @property
    def pattern(self) -> str:
        return f"**/{self.file}" if "json" in self.file else f"**/web/{self.file}"


def element(name: str, path: str, file: str = "") -> Part:
    """An element's own file: it comes with the page."""
    return Part(file or f"elements/{name}/{name}.js", path, f"portal-{name}:defined:not([data-failed])")


def on_plan(file: str, there: str, ask: Step, prepare: Step = lambda page: None) -> Part:
    return Part(file, "plan/", there, ask, prepare, answers=True)


def click(selector: str) -> Step:
    return lambda page: page.locator(selector).first.click()


def open_anew(selector: str) -> Step:
    """Open what may stand open already."""

    def ask(page: Page) -> None:
        page.locator(selector).evaluate("(details) => { details.open = false; }")
        page.locator(f"{selector} > summary").click()

    return ask


def fill(selector: str, words: str) -> Step:
    return lambda page: page.locator(selector).first.fill(words)


def make_link(page: Page) -> None:
    """Open what lies below the plan, which looks for earlier states, and ask for a link."""
    open_anew(".keep")(page)
    page.locator(".keep [data-part=link]").click()


def coached(page: Page) -> None:
    page.locator("[data-part=desk]:visible").wait_for()
    page.evaluate("window.print = () => document.body.setAttribute('data-printed', ''); null")
    file = FilePayload(name="plan.json", mimeType="application/json", buffer=json.dumps(PLAN_FILE).encode())
    page.locator("[data-part=files]").set_input_files(file)
    page.locator("[data-part=open]").first.click()


def coached_with_sums(page: Page) -> None:
    """Open a plan in which something was worked out."""
    page.locator("[data-part=desk]:visible").wait_for()
    worked_out = {"money/break-even/now/price": {"value": "5", "at": [1, 0, "x"]}}
    plan = {**PLAN_FILE, "fields": {**cast("dict[str, object]", PLAN_FILE["fields"]), **worked_out}}
    file = FilePayload(name="plan.json", mimeType="application/json", buffer=json.dumps(plan).encode())
    page.locator("[data-part=files]").set_input_files(file)
    page.locator("[data-part=open]").first.click()
    page.locator("[data-part=sums-box]:visible").wait_for()


def unfolded(page: Page) -> None:
    """Unfold the card of a step, and all that it is folded away in."""
    page.locator(ROW).evaluate("""(row) => {
      for (let box = row.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
      row.dispatchEvent(new Event("unfold"));
    }""")


def another_answer(page: Page) -> None:
    """Change an answer of a plan that was seen: what that changes is shown first."""
    questions = page.url
    page.goto(questions.replace("questions/#check", "plan/"))
    page.locator(ROW).wait_for(state="attached")
    page.goto(questions)
    page.locator(".answer [data-part=change]").nth(1).click()
    page.locator('input[value="student"]').check()


def mine(page: Page) -> None:
    page.locator("[data-part=mine] > summary").click()


def over(page: Page) -> None:
    """Enter a field anew, and write more than it may hold."""
    page.locator("[data-part=own-title]").blur()
    page.locator("[data-part=own-title]").fill("x" * 201)


def example(page: Page) -> None:
    """Fill the calculator in, which is drawn once she pauses."""
    for id in ("fixed_costs", "price", "cost"):
        page.locator(f"[data-input={id}]").fill("1" if id == "cost" else "20")


def drawn(page: Page) -> None:
    """Fill the calculator in, and wait for its drawing: it moves what stands below."""
    example(page)
    page.locator(".chart svg").wait_for()


def tried(page: Page) -> None:
    """Put a trial beside what is so now, in the journal."""
    page.evaluate("""async () => {
      const name = `starterspad:${location.pathname.replace(/[a-z]+\\/calculators\\/.*$/, "")}`;
      const at = [1, 0, "x"];
      const fields = { "money/break-even/if-1/price": { value: "5", at } };
      localStorage.setItem(name, JSON.stringify({ journal_schema: 3, fields }));
    }""")
    page.reload()
    page.locator("html.ready").wait_for()


# Puts a figure of a calculator beside the answers that are kept.
WORKED_OUT = """() => {
  const [name] = Object.keys(localStorage).filter((key) => key.startsWith("starterspad:"));
  const journal = JSON.parse(localStorage.getItem(name));
  const answers = Object.entries(journal.answers).map(([id, { value }]) => [`answers/${id}`, value]);
  const values = Object.fromEntries([...answers, ["money/break-even/now/price", "5"]]);
  const fields = {};
  for (const path in values) fields[path] = { value: values[path], at: [1, 0, "x"] };
  localStorage.setItem(name, JSON.stringify({ journal_schema: 3, fields }));
}"""
WRITE = f"{ROW} .cards [data-way=mail]"
SUBMIT = 'main button[type="submit"]:visible'
MODEL = "decision-model.*.json"
PARTS = [
    element("color-scheme", "about/"),
    element("resume-banner", ""),
    element("search", "search/"),
    element("questions", "questions/"),
    element("plan", "plan/"),
    element("export-import", "plan/", "elements/plan/plan.js"),
    element("erase", "plan/", "elements/plan/plan.js"),
    element("directory", "partners/"),
    element("talk", "talk/"),
    element("calendar", "calendar/"),
    element("dates", "events/elf-workshops/"),
    *(
        Part(file, "plan/", "portal-dates[data-coming]:defined:not([data-failed])", answers=True)
        for file in ("elements/dates/this-week.js", "coming.json")
    ),
    element("answer", "ask/"),
    element("task", "tasks/kbo/"),
    element("print-button", "paper/"),
    element("bilingual", "bilingual/"),
    element("coach", "coach/"),
    element("programme-progress", "programmes/activiteitencooperatie/"),
    element("notice", "notice/"),
    element("self-assessment", "mirror/"),
    element("gate-decision", "decide/you-and-idea/"),
    element("worksheet", "worksheets/canvas/"),
    element("risks", "risks/"),
    element("workbook", "workbook/"),
    element("loans", "loans/"),
    element("meeting", "meeting/"),
    element("calculator", "calculators/break-even/"),
    Part("elements/calculator/chart.js", "calculators/break-even/", ".chart svg", example),
    Part(
        "elements/calculator/steps.js",
        "calculators/break-even/",
        "[data-step] [data-part=example]:visible",
        open_anew("[data-part=steps]"),
        drawn,
    ),
    Part(
        "elements/calculator/what-if.js",
        "calculators/break-even/",
        ".compare:visible",
        open_anew("[data-part=what-if]"),
        tried,
    ),
    element("partner-form", "join/"),
    element("record-form", "propose-fact/"),
    Part("elements/task/task-on-plan.js", "tasks/eerst-melden/", "portal-task [data-card]", answers=True),
    on_plan("card/task-details.js", f"{ROW} .story", open_anew(f"{ROW} [data-part=story]"), unfolded),
    on_plan("card/task-details.js", f"{ROW} .cards > *", open_anew(f"{ROW} [data-part=help]"), unfolded),
    on_plan("card/task-details.js", "[data-part=no-dates]:visible", open_anew("[data-part=dates]"), mine),
    on_plan("card/task-details.js", "[data-part=not-here-tasks] > li", open_anew("[data-part=not-here]")),
    on_plan("core/formats/url-codec.js", "[data-part=code]:visible", make_link),
    on_plan("base/field-limits.js", ".too-long:not(:empty)", over, mine),
    Part("core/office/docx-file.js", "workbook/", "[data-part=made]:not(:empty)", click("[data-file=docx]")),
    Part("elements/workbook/money-file.js", "workbook/", "[data-part=made]:not(:empty)", click("[data-file=xlsx]")),
    Part("calculators.json", "workbook/", "[data-part=made]:not(:empty)", click("[data-file=xlsx]")),
    Part("base/printed-sheet.js", "coach/", "[data-printed]", click("portal-coach [data-part=print]"), coached),
    Part("core/formats/url-codec.js", "coach/", "[data-part=told]:not(:empty)", click("[data-part=link-form] button")),
    Part(
        "elements/questions/answer-consequences.js",
        "questions/#check",
        "[data-part=changing]:visible",
        click(SUBMIT),
        another_answer,
        answers=True,
    ),
    *(
        Part(MODEL, path, there, answers=True)
        for path, there in (
            ("", "[data-part=next]:visible"),
            ("questions/", "fieldset:visible, [data-screen]:visible"),
            ("plan/", ROW),
            ("talk/", ".person:visible"),
            ("coach/", "[data-part=desk]:visible"),
            ("tasks/eerst-melden/", "portal-task [data-card]"),
            ("partners/", "[data-part=mine]:visible"),
            ("programmes/activiteitencooperatie/", "[data-part=progress]:visible"),
            ("mirror/", "[data-part=short]:visible"),
            ("decide/you-and-idea/", "[data-criterion][data-state]"),
            ("risks/", "[data-part=yours]:visible"),
            ("workbook/", "[data-part=actions]:visible"),
            ("loans/", "[data-part=sums]:visible"),
            ("join/", "portal-partner-form form:visible"),
        )
    ),
    *(
        Part(file, "coach/", "[data-part=sums] li", open_anew("[data-part=sums-box]"), coached_with_sums)
        for file in ("elements/coach/sums.js", "calculators.json")
    ),
    *(
        Part(file, "plan/", "portal-plan:not([data-failed]) .task", answers=True, figures=True)
        for file in ("base/money-answers.js", "calculators.json")
    ),
    Part("card-parts.json", "tasks/eerst-melden/", "portal-task [data-card]", answers=True),
    Part("search-index.json", "search/", "[data-part=results] li", fill("input[type=search]", "plan")),
    Part("search-index.json", "search/#q=plan", "[data-part=results] li"),
    Part("search-index.json", "join/", "[data-pick=tasks] li", fill("[data-pick=tasks] [data-part=find]", "plan")),
    *(
        Part(f"search-index/{name}.*.json", "search/", "[data-part=results] li", fill("input[type=search]", "plan"))
        for name in ("words", "pages")
    ),
    Part(
        "search-index/words.*.json", "join/", "[data-pick=tasks] li", fill("[data-pick=tasks] [data-part=find]", "plan")
    ),
    Part("partner-form.json", "join/", "portal-partner-form form:visible"),
    Part("partners/starterslabo.json", "join/#change=starterslabo", "portal-partner-form form:visible"),
    Part("propose-fact.json", "propose-fact/", "portal-record-form [data-part=finder]:visible"),
    Part(
        "records/content/facts/registration.json",
        "propose-fact/#change=registration-cost",
        "portal-record-form form:visible",
    ),
]
# What a module says of the address of data -> the file.
DATA = {
    "this.dataset.model": MODEL,
    "element.dataset.coming": "coming.json",
    "element.dataset.parts": "card-parts.json",
    "element.dataset.sums": "calculators.json",
    "this.dataset.index": "search-index.json",
    "element.dataset.index": "search-index.json",
    "this.dataset.form": "partner-form.json",
    "this.dataset.recordForm": "propose-fact.json",
    "`${this.dataset.root}../${address}`": "records/content/facts/registration.json",
    "element.dataset.calculators": "calculators.json",
    'model.replace(/[^/]*$/, "calculators.json"': "calculators.json",
    "`${this.dataset.root}../partners/${id}.json`": "partners/starterslabo.json",
}


def test_every_late_file_and_all_data_is_tried() -> None:
    asked = {
        address
        for path in module_paths()
        # The town is too small for words that stand apart, which test_words_apart.py tries, and for a long directory:
        # test_directory.py.
        if path.name not in ("page-parts.js", "search-files.js", "words.js", "directory-data.js", "cards.js")
        for address in re.findall(r"(?:dataAt|searchAt)\((.+?)\)", path.read_text("utf-8"))
    }
    assert asked == set(DATA)
    in_index = {f"search-index/{name}.*.json" for name in ("words", "pages")}
    assert {part.file for part in PARTS} == {*bundling().late, *DATA.values(), *in_index}


def test_nothing_is_loaded_late_but_through_what_shows_the_sentence() -> None:
    """A dynamic import is the body of a function with a name, which `late` or the page's own script calls."""
    for path in module_paths(WEB):
        text = path.read_text("utf-8")
        imports = len(re.findall(r"(?<![@{])\bimport\(\"", text))
        named = re.findall(r"(?:const (\w+) =|\"?[\w-]+\"?:) \(\) => import\(\"", text)
        assert len(named) == imports, path
        for name in filter(None, named):
            assert re.search(rf"\.late\({name}\b|\bbring\(\w+, {name}\b", text), f"{path.name}: {name}"


@pytest.fixture
def page(new_context: Contexts, address: str) -> Page:
    """A page without a site yet, on which nothing of ours may go wrong."""
    page = new_context().new_page()
    page.goto(f"{address}nl/about/")
    return page


def with_notice(route: Route) -> None:
    """A page with a notice: this city has none today."""
    response = route.fetch(url=route.request.url.replace("notice/", "about/"))
    notice = '<portal-notice data-until="2999-01-01"><p>.</p></portal-notice></article>'
    route.fulfill(response=response, body=response.text().replace("</article>", notice))


def with_buckets(route: Route) -> None:
    """A city whose conditions name what figures mean: this one has none."""
    route.fulfill(json={**route.fetch().json(), "buckets": True})


def sees_one_sentence(page: Page) -> None:
    sentence = page.get_by_text(SENTENCE)
    expect(sentence).to_be_visible()
    expect(sentence).to_have_attribute("role", "alert")
    page.locator("html.ready").wait_for()
    expect(page.locator("[aria-busy]")).to_have_count(0)
    expect(sentence).to_have_count(1)


# A third of the parts, gone and offline by turns; each of them both ways with every random trial.
TRIED = [
    (part, how)
    for number, part in enumerate(PARTS)
    for turn, how in enumerate(("gone", "offline"))
    if IN_FULL or number % 6 == 3 * turn
]


@pytest.mark.parametrize(("part", "how"), TRIED, ids=lambda value: getattr(value, "name", value))
def test_what_does_not_come_ends_in_one_sentence_and_may_come_after_all(
    part: Part, how: str, page: Page, address: str
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    # That something was not found the browser says itself.
    page.on(
        "console",
        lambda message: (
            faults.append(message.text)
            if message.type == "error" and not message.text.startswith("Failed to load resource")
            else None
        ),
    )

    def refuse(route: Route) -> None:
        if how == "gone":
            route.fulfill(status=404, body="")
        else:
            route.abort("internetdisconnected")

    if part.answers:
        page.evaluate(GIVE, FIVE)
    if part.figures:
        page.route(f"**/{MODEL}", with_buckets)
        page.evaluate(WORKED_OUT)
    page.route("**/nl/notice/", with_notice)
    if part.ask:
        page.goto(f"{address}nl/{part.path}")
        page.locator("html.ready").wait_for()
        expect(page.locator("[aria-busy]")).to_have_count(0)
        part.prepare(page)
        page.route(part.pattern, refuse)
        part.ask(page)
    else:
        page.route(part.pattern, refuse)
        page.goto(f"{address}nl/{part.path}")
    sees_one_sentence(page)
    expect(page.locator(part.there)).to_have_count(0)
    if part.ask:
        expect(page.get_by_text(SENTENCE)).to_be_in_viewport()
        part.ask(page)
        sees_one_sentence(page)

    if "json" in part.file and not part.ask:
        # An element hears that the device is online again once its start has ended.
        page.locator("[data-failed]").first.wait_for(state="attached")
    page.unroute(part.pattern)
    if part.ask:
        part.ask(page)
    else:
        page.context.set_offline(True)
        page.context.set_offline(False)
    expect(page.locator(part.there).first).to_be_attached()
    expect(page.get_by_text(SENTENCE)).to_have_count(0)
    assert faults == []


def test_a_page_without_any_of_its_late_scripts_says_so_once_and_shows_what_works_without(
    page: Page, address: str
) -> None:
    page.route("**/web/elements/**", lambda route: route.abort())
    page.goto(f"{address}nl/questions/")
    sees_one_sentence(page)
    expect(page.locator("[data-part=without-script]")).to_be_visible()


def test_a_file_that_several_scripts_share_is_missed_like_a_script(page: Page, address: str) -> None:
    page.route("**/web/shared/**", lambda route: route.fulfill(status=404, body=""))
    page.goto(f"{address}nl/plan/")
    sees_one_sentence(page)


def test_the_sentence_leaves_a_place_that_is_hidden_for_one_that_is_seen(page: Page, address: str) -> None:
    waiting: list[Route] = []
    page.route("**/web/elements/dates/dates.js", lambda route: route.abort())
    page.route("**/web/elements/plan/plan.js", lambda route: waiting.append(route))
    page.goto(f"{address}nl/plan/")
    # What is held this week stands in the plan, of which nothing is shown yet.
    expect(page.get_by_text(SENTENCE)).to_be_hidden()
    expect(page.get_by_text(SENTENCE)).to_have_count(1)
    waiting[0].abort()
    sees_one_sentence(page)


def test_the_news_and_a_coachs_advice_that_do_not_come_leave_the_plan_usable(page: Page, address: str) -> None:
    # Written where no element keeps anything: an open plan would keep its own over it.
    advice = {"advice/a1/task": "kbo", "advice/a1/text": "x", "advice/a1/day": "2026-11-20"}
    answers = {f"answers/{question}": [option] for question, option in FIVE.items()}
    fields = {path: {"value": value, "at": [1, 0, "x"]} for path, value in {**answers, **advice}.items()}
    page.evaluate(GIVE_JOURNAL, {"journal_schema": 3, "fields": fields})
    page.route("**/web/card/task-details.js", lambda route: route.abort())
    page.goto(f"{address}nl/plan/")
    sees_one_sentence(page)
    expect(page.locator("[data-part=advice]")).to_be_hidden()
    unfolded(page)
    page.locator(f"{ROW} .tick input").first.check()
    expect(page.locator(f"{ROW} .tick input").first).to_be_checked()
    page.unroute("**/web/card/task-details.js")
    page.context.set_offline(True)
    page.context.set_offline(False)
    expect(page.locator("[data-part=advice-list] li")).to_have_count(1)
    expect(page.get_by_text(SENTENCE)).to_have_count(0)


def test_an_element_that_is_moved_on_the_page_works_on_and_once(page: Page, address: str) -> None:
    page.goto(f"{address}nl/search/")
    page.locator("html.ready").wait_for()
    page.evaluate("document.body.append(document.querySelector('portal-search'))")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.locator("input[type=search]").fill("plan")
    page.locator("[data-part=results] li").first.wait_for()
    data = [url for url in asked if url.endswith("json")]
    assert data[0].endswith("/search-index.json")
    assert len(set(data)) == len(data)


def test_a_page_that_was_open_while_the_site_was_made_anew_finds_the_new_index(page: Page, address: str) -> None:
    """What stands in the old index is gone then, so it is read again, once."""
    page.goto(f"{address}nl/search/")
    page.locator("input[type=search]").fill("plan")
    page.locator("[data-part=results] li").first.wait_for()
    gone: list[Route] = []

    def not_there(route: Route) -> None:
        gone.append(route)
        route.fulfill(status=404) if len(gone) == 1 else route.continue_()

    page.route("**/search-index/words.*.json", not_there)
    with page.expect_response("**/search-index.json"):
        page.locator("input[type=search]").fill("boekhouding")
    expect(page.locator("[data-part=results] a").first).to_have_text(re.compile("boekhoud", re.IGNORECASE))
    expect(page.get_by_text(SENTENCE)).to_have_count(0)


def test_an_element_that_is_moved_before_its_data_came_listens_once(page: Page, address: str) -> None:
    page.evaluate(GIVE, FIVE)
    waiting: list[Route] = []
    page.route(f"**/{MODEL}", lambda route: waiting.append(route))
    page.goto(f"{address}nl/plan/")
    page.locator("html.ready").wait_for()
    page.evaluate("document.body.append(document.querySelector('portal-plan'))")
    for route in waiting:
        route.continue_()
    page.unroute(f"**/{MODEL}")
    page.locator(ROW).wait_for(state="attached")
    expect(page.locator("[aria-busy]")).to_have_count(0)
    page.locator("[data-part=mine] > summary").click()
    page.locator("[data-part=own-title]").fill("Een eigen stap")
    page.locator("[data-part=own-title]").press("Enter")
    expect(page.locator("[data-part=own-tasks] > li")).to_have_count(1)
    # Who listened twice would find the field empty the second time.
    expect(page.locator("[data-part=own-error]")).to_be_hidden()
    page.reload()
    expect(page.locator("[data-part=own-tasks] > li")).to_have_count(1)


def test_the_decision_model_is_loaded_once_by_all_elements_of_a_page(page: Page, address: str) -> None:
    page.evaluate(GIVE, FIVE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}nl/plan/")
    page.locator(ROW).wait_for(state="attached")
    page.locator("html.ready").wait_for()
    assert len([url for url in asked if "decision-model" in url]) == 1


def test_a_reader_without_scripts_sees_nothing_of_it(new_context: Contexts, address: str) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{address}nl/plan/")
    expect(page.get_by_text(SENTENCE)).to_have_count(0)
