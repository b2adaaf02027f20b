"""Every kind of page: accessible, narrow, light, private, and readable when scripts do not run."""

from __future__ import annotations

import gzip
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Open, Watch, serve
from tests.browser.screens import KINDS, opened
from tests.support.accessibility import BY_SCHEME_AND_WIDTH, violations
from tests.support.missing_styles import missing_styles
from tests.unit.output.test_scripts import in_brotli


@pytest.fixture(scope="module")
def at_the_root(site: Path) -> Iterator[str]:
    """The same site at a domain's root, where the page for a wrong address finds its styles."""
    server = serve(site)
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["", "404.html", "nl/", "nl/tasks/kbo/"])
def test_pages_at_a_domains_root_are_as_accessible(
    path: str, at_the_root: str, new_context: Callable[..., Any]
) -> None:
    page = new_context(locale="ja-JP", viewport={"width": 320, "height": 800}).new_page()
    watch = Watch(at_the_root)
    watch.follow(page)
    page.goto(at_the_root + path, wait_until="networkidle")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    _otherwise(page)
    assert watch.faults == []


# What stands beyond an edge. A large table of figures scrolls in a region of its own (WCAG 1.4.10 excepts it).
BEYOND = """() => [...document.querySelectorAll("body *")]
  .filter((e) => e.checkVisibility() && !e.closest("[role=region][tabindex]"))
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 || e.getBoundingClientRect().left < -1)
  .map((e) => e.outerHTML.slice(0, 120))"""


# How often a key is pressed before the page is asked how far it came.
PRESSES = 15
# How many stops the Tab key makes: everything that can be operated, and one for each group of radio buttons.
STOPS = """() => {
  const groups = new Set();
  return [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.matches(":disabled"))
    .filter((e) => e.type !== "radio" || (!groups.has(e.name) && groups.add(e.name))).length;
}"""
# From the top of the page on, each press of a key notes the stop that it leaves: whether it could be seen there, and
# what it is. The walk has ended where the focus leaves the page, or comes back to an earlier stop.
WALK = """() => {
  const noted = new Map();
  const walk = { ended: false, noted };
  let last = null;
  addEventListener("keydown", () => {
    const e = document.activeElement;
    if (walk.ended || e === top) return;
    if (e === document.body || (noted.has(e) && e !== last)) { walk.ended = true; return; }
    last = e;
    const ringed = [e, e.closest("label")].some((x) => {
      const { outlineStyle, outlineWidth } = x ? getComputedStyle(x) : { outlineStyle: "none" };
      return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    });
    const box = e.getBoundingClientRect();
    const seen = ringed && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    noted.set(e, { seen, what: e.outerHTML.slice(0, 120) });
  }, true);
  const top = document.createElement("span");
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  window.walk = walk;
}"""
NOTED = "[walk.ended, [...walk.noted.values()]]"


# A real city's pages, which `make nightly-short` looks at: every screen in every scheme and width. Of the town one of
# each make is looked at; colours are tokens, whose contrast `portal check` holds, so few in all schemes and widths.
OF_A_CITY = "PORTAL_SITE" in os.environ
DESKS = ("home", "question", "empty plan", "filters", "task", "coach")
OF_EACH_MAKE = (
    *DESKS, "menu", "question with an error", "check", "plan", "letter", "paper", "sheet in two languages", "phases",
    "guide for a group", "ask", "talk", "calendar", "join with errors", "gaps", "partner", "search", "written page",
    "programme", "decision", "calculator", "risks", "worksheet", "business plan", "loans", "meeting", "places",
    "mirror, what it shows",
)  # fmt: skip
# The first page goes on to a language at once where scripts run; what it needs is asked by tests of its own.
SCREENS = [kind for kind in KINDS if kind != "root" and (OF_A_CITY or kind in OF_EACH_MAKE)]
OTHERWISE: tuple[tuple[Literal["light", "dark"], int], ...] = (("dark", 360), ("dark", 1280), ("light", 1280))
# What moves: an animation, a transition, or a page that scrolls smoothly.
MOVING = """() => [...document.querySelectorAll("*")].filter((e) => {
  const style = getComputedStyle(e);
  return style.animationName !== "none" || /[1-9]/.test(style.transitionDuration) || style.scrollBehavior === "smooth";
}).map((e) => e.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("kind", SCREENS)
def test_a_screen_is_accessible_still_and_narrow_and_a_keyboard_reaches_all_of_it(kind: str, open_page: Open) -> None:
    """Each screen is prepared once and asked everything: what is asked last changes the page most."""
    page = opened(open_page, kind, "nl", viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
    assert missing_styles(page) == []
    assert violations(page) == []
    if kind in DESKS or OF_A_CITY:
        _otherwise(page)
    # The frame is another one on a desk, the same for all: there a few screens are walked.
    for width in (1280, 360) if kind in DESKS else (360,):
        page.set_viewport_size({"width": width, "height": 800})
        _walk(page)
    _fits(page)


# French has the longest words: here a screen of each make; the sweep of a real city looks at all of them, and at
# English too.
FRENCH = (
    "menu",
    "question",
    "plan",
    "letter",
    "talk",
    "coach",
    "filters",
    "join with errors",
    "gaps",
    "mirror, what it shows",
)
IN_OTHERS = [
    (kind, language)
    for kind in SCREENS
    for language in ("fr", "en")
    if OF_A_CITY or (language == "fr" and kind in FRENCH)
]


@pytest.mark.parametrize(("kind", "language"), IN_OTHERS)
def test_a_screen_is_as_narrow_in_another_language(kind: str, language: str, open_page: Open) -> None:
    _fits(opened(open_page, kind, language, viewport={"width": 320, "height": 640}))


def _otherwise(page: Page) -> None:
    """In other schemes and widths contrast holds, and everything that is pressed is large enough."""
    for scheme, width in OTHERWISE:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        # What sticks to the window covers what lies under it, and that counts as small: so from the top.
        page.evaluate("window.scrollTo(0, 0)")
        assert violations(page, BY_SCHEME_AND_WIDTH) == [], (scheme, width)


def _fits(page: Page) -> None:
    """Everything fits on 320 px, from right to left too, and on 640 px with text two and a half times as large."""
    wide = "document.documentElement.scrollWidth"
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate(wide) <= 320, page.evaluate(BEYOND)
    page.evaluate("document.body.dir = 'rtl'")
    assert page.evaluate(wide) <= 320
    assert not page.evaluate(BEYOND)
    page.evaluate("document.body.dir = 'ltr'")
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.setProperty('font-size', '250%')")
    assert page.evaluate(wide) <= 640, page.evaluate(BEYOND)


def _walk(page: Page) -> None:
    reachable = page.evaluate(STOPS)
    page.evaluate(WALK)
    ended, stops = False, []
    for _ in range(3 * reachable // PRESSES + 1):  # a date has stops of its own inside
        for _ in range(PRESSES):
            page.keyboard.press("Tab")
        ended, stops = page.evaluate(NOTED)
        if ended:
            break
    assert [stop["what"] for stop in stops if not stop["seen"]] == []
    assert ended and len(stops) == reachable, [stop["what"] for stop in stops]


def test_a_keyboard_reaches_every_language_on_the_first_page(open_page: Open) -> None:
    page = opened(open_page, "root", "nl")
    for link in page.locator("a").all():
        page.keyboard.press("Tab")
        expect(link).to_be_focused()
        expect(link).not_to_have_css("outline-style", "none")


def weights(page: Page, path: str) -> dict[str, int]:
    """Load a page afresh and return the compressed size of everything that it needed, in bytes."""
    loaded: dict[str, int] = {}
    page.on("response", lambda response: loaded.update({response.url: len(gzip.compress(response.body(), 9, mtime=0))}))
    page.goto(path, wait_until="networkidle")
    return loaded


@pytest.mark.parametrize("kind", ["task", "partner"])
def test_a_first_load_weighs_at_most_40_kb(kind: str, new_context: Callable[..., Any], address: str) -> None:
    loaded = weights(new_context().new_page(), address + KINDS[kind][0].format("fr"))
    assert len(loaded) > 4
    assert sum(loaded.values()) <= 40_000, loaded


def test_our_script_weighs_at_most_37_kb_on_the_plan_all_features_in(
    new_context: Callable[..., Any], address: str
) -> None:
    page = new_context().new_page()
    scripts: dict[str, bytes] = {}
    page.on("requestfinished", lambda asked: scripts.update({asked.url: b""}) if asked.url.endswith(".js") else None)
    page.goto(address + "nl/plan/", wait_until="networkidle")
    # What is loaded when needed counts too.
    for later in ("card/task-details", "core/formats/url-codec"):
        with page.expect_event("requestfinished", lambda asked, later=later: asked.url.endswith(f"{later}.js")):
            page.evaluate(
                "(name) => import(document.querySelector('script[type=module]').src.replace('main', name))",
                later,
            )
    assert len(scripts) > 8
    weights = in_brotli({url: page.request.get(url).body() for url in scripts})
    assert sum(weights.values()) <= 37_000, weights


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_without_script_every_page_still_says_what_it_has(language: str, open_page: Open) -> None:
    page = open_page(f"{language}/questions/", java_script_enabled=False)
    assert page.locator(".row:visible").count() >= 20
    assert page.locator("fieldset:visible").count() == 0
    page.goto(page.url.replace("questions/", "plan/"))
    assert page.locator('[data-part="empty"]').is_visible()
    page.goto(page.url.replace("plan/", "search/"))
    assert page.locator("form:visible").count() == 0
    page.goto(page.url.replace("search/", ""))
    page.locator("details.menu summary").click()
    assert page.locator("details.menu a").first.is_visible()


def test_when_the_script_fails_the_steps_are_shown(address: str, new_context: Callable[..., Any]) -> None:
    page = new_context().new_page()
    page.route("**/web/**", lambda route: route.abort())
    page.goto(address + "nl/questions/")
    expect(page.locator(".row").first).to_be_visible(timeout=10_000)
    expect(page.locator("fieldset").first).to_be_hidden()


def test_when_the_decision_model_fails_the_pages_say_so(address: str, new_context: Callable[..., Any]) -> None:
    page = new_context().new_page()
    page.route("**/decision-model.*", lambda route: route.abort())
    page.goto(address + "nl/plan/")
    expect(page.get_by_text("Een deel van deze pagina kon niet laden")).to_be_visible()
    page.goto(address + "nl/questions/")
    expect(page.locator(".row").first).to_be_visible()


@pytest.mark.parametrize(("locale", "language"), [("nl-BE", "nl"), ("fr-FR", "fr"), ("en-US", "en")])
def test_the_root_goes_on_in_her_own_language(locale: str, language: str, open_page: Open, address: str) -> None:
    page = open_page("", locale=locale)
    page.wait_for_url(f"{address}{language}/")


def test_a_reader_of_another_language_chooses(open_page: Open) -> None:
    page = open_page("", locale="ja-JP")
    assert page.locator("a[hreflang]").all_inner_texts() == ["Nederlands", "Français", "English"]


def test_the_same_page_is_one_step_away_in_another_language(open_page: Open, address: str) -> None:
    page = open_page("nl/tasks/kbo/", viewport={"width": 1280, "height": 800})
    page.get_by_role("navigation", name="Talen").first.get_by_role("link", name="Français").click()
    assert page.url == f"{address}fr/tasks/kbo/"
    assert page.locator("html").get_attribute("lang") == "fr"


def test_the_colours_follow_the_button_and_are_remembered(open_page: Open) -> None:
    page = open_page("nl/", color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Donker").click()
    assert page.evaluate(ground) != light
    page.reload()
    assert page.evaluate(ground) != light
    expect(page.get_by_role("button", name="Donker")).to_have_attribute("aria-pressed", "true")
    # And daylight, on a device that is dark by itself.
    page.get_by_role("button", name="Donker").click()
    expect(page.get_by_role("button", name="Donker")).to_have_attribute("aria-pressed", "false")
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert page.evaluate(ground) == light


def test_search_finds_other_forms_and_keeps_the_words_from_every_server(open_page: Open) -> None:
    page = open_page("nl/search/")
    page.locator("[data-part=results]").evaluate("""(list) => {
      window.drawn = 0;
      const draw = list.replaceChildren.bind(list);
      list.replaceChildren = (...rows) => { window.drawn++; draw(...rows); };
    }""")
    held: list[Route] = []
    page.route("**/search-index.json", lambda route: held.append(route))
    with page.expect_request("**/search-index.json"):
        page.get_by_role("searchbox").fill("geld")
    page.get_by_role("searchbox").fill("geld lenen")
    held[0].continue_()
    expect(page.locator("[data-part=results] a").first).to_be_visible()
    # Of what was typed before the index came, the last alone is searched.
    assert page.evaluate("window.drawn") == 1
    titles = page.locator("[data-part=results] a").all_inner_texts()[:3]
    assert "Zoek het startgeld" in titles
    expect(page).to_have_url(re.compile("#q="))
    page.locator("[data-part=results] a").first.click()
    expect(page.locator("h1")).to_be_visible()


def test_talking_to_someone_and_help_in_trouble_are_on_every_screen(open_page: Open, address: str) -> None:
    page = open_page("nl/")
    for path in ("questions/", "plan/", "tasks/kbo/"):
        page.goto(f"{address}nl/{path}")
        expect(page.get_by_role("link", name="Ik wil eerst met iemand praten")).to_be_visible()
        expect(page.get_by_role("link", name="Bel vandaag nog iemand")).to_be_visible()


def test_every_page_lets_a_keyboard_skip_to_its_content(open_page: Open) -> None:
    page = open_page("nl/tasks/kbo/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#content")).to_be_focused()
