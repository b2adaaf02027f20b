"""The questions: how long they are, what is assumed, what is folded, and the answer that leads out of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect
from starterspad.output.build import build

from tests.browser.conftest import FIVE, Open, Watch, answer, serve
from tests.conftest import TODAY, TOWN

LANGUAGES = ("nl", "fr", "en")


@pytest.fixture(scope="module")
def assuming(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The town, where the city takes it for granted that a business will be in it."""
    root = tmp_path_factory.mktemp("assuming")
    shutil.copytree(TOWN, root / "town")
    site = root / "town/site_config.yml"
    site.write_text(site.read_text("utf-8") + "assume: {place: gent}\n", "utf-8")
    build(root / "town", root / "site", today=TODAY)
    server = serve(Path(root / "site"))
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_it_says_after_how_many_questions_she_may_stop_and_then_that_she_may(open_page: Open) -> None:
    page = open_page("nl/questions/")
    length = page.locator('[data-part="progress"]')
    expect(length).to_have_text("Vraag 1 van 5, daarna mag je stoppen")
    expect(page.locator('[data-part="stones"] > li')).to_have_count(5)
    answer(page, stage="idea")
    expect(length).to_have_text("Vraag 2 van 5, daarna mag je stoppen")
    expect(page.get_by_role("link", name="Stop en toon mijn plan")).to_be_hidden()
    answer(page, **{id: options for id, options in FIVE.items() if id != "stage"})
    page.get_by_role("button", name="Nog meer vragen beantwoorden").click()
    expect(length).to_have_text("Vraag 6. Je mag stoppen wanneer je wilt")
    expect(page.locator('[data-part="stones"] > li')).to_have_count(0)
    page.get_by_role("link", name="Stop en toon mijn plan").click()
    expect(page.locator("[data-task]").first).to_be_attached()


def test_what_is_assumed_is_not_asked_and_can_be_answered_from_the_check(
    assuming: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    watch = Watch(assuming)
    watch.follow(page)
    page.goto(f"{assuming}nl/questions/")
    answer(page, **FIVE)
    page.get_by_role("button", name="Nog meer vragen beantwoorden").click()
    answer(page, start_way="own-number", workplace="home", money="none")  # where it will be comes between these two
    page.locator('fieldset[data-question="nationality"]:visible').wait_for()
    page.goto(f"{assuming}nl/questions/#check")
    row = page.locator(".answer", has_text="In welke gemeente komt je zaak?")
    expect(row).to_contain_text("We nemen aan: In Gent")
    row.get_by_role("link").click()
    expect(page.locator('[data-part="progress"]')).to_be_empty()
    expect(page.locator('input[name="place"]:checked')).to_have_count(0)
    answer(page, place="flanders")
    page.locator('fieldset[data-question="nationality"]:visible').wait_for()
    page.goto(f"{assuming}nl/questions/#check")
    expect(row).to_contain_text("Ergens anders in Vlaanderen")
    # From a link elsewhere the question opens by its address, and leads to the list of answers.
    page.goto(f"{assuming}nl/plan/")
    page.goto(f"{assuming}nl/questions/#place")
    expect(page.locator('input[value="flanders"]')).to_be_checked()
    page.locator('main button[type="submit"]:visible').click()
    expect(page.locator("main h1:visible")).to_have_text("Kijk je antwoorden na")
    assert watch.faults == []


def test_an_answer_that_leads_out_shows_its_page_at_once_and_is_kept(open_page: Open) -> None:
    page = open_page("nl/questions/")
    page.locator('input[value="difficulty"]').check()
    expect(page.locator("main h1:visible")).to_have_text("Hoe ver sta je?")
    page.locator('main button[type="submit"]:visible').click()
    page.wait_for_url("**/nl/guides/hard-times/")
    page.go_back()
    expect(page.locator('input[value="difficulty"]')).to_be_checked()
    page.goto(page.url.split("questions/")[0] + "plan/")
    expect(page.locator("[data-task]").first).to_be_attached()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answers_begin_high_and_continue_follows_them(language: str, open_page: Open) -> None:
    page = open_page(f"{language}/questions/", viewport={"width": 360, "height": 740})
    for _ in range(20):
        page.locator("[data-screen]:visible, fieldset:visible").first.wait_for()
        if page.locator("[data-screen=check]:visible").count():
            break
        asked = page.locator("fieldset:visible")
        screen = page.evaluate("location.hash")
        if asked.count():
            boxes = [option.bounding_box() for option in asked.locator(".option").all()]
            button = page.locator('[data-part="continue"]').bounding_box()
            assert button and all(boxes)
            assert min(box["height"] for box in boxes if box) >= 44, screen
            assert boxes[0] and boxes[0]["y"] <= 740 / 2, screen
            assert button["y"] + button["height"] <= 740 * 1.5, screen
            assert boxes[-1] and 0 <= button["y"] - boxes[-1]["y"] - boxes[-1]["height"] <= 30, screen
            asked.locator('input[value="testing"], input[value="own-number"], input').first.check()
        page.locator('[data-part="continue"]').click()
        page.wait_for_function("(screen) => location.hash !== screen", arg=screen)


def test_why_is_folded_and_a_question_has_a_small_foot(open_page: Open) -> None:
    page = open_page("nl/questions/")
    why = page.locator("details[data-about]:visible")
    expect(why).to_have_count(1)
    why.locator("summary").click()
    expect(why.locator("p").first).to_be_visible()
    foot = page.locator("footer")
    expect(foot.get_by_role("link")).to_have_count(len(LANGUAGES))  # the others, and the one for who is in trouble
    expect(foot.locator("a").first).to_have_attribute("href", "../../nl/guides/hard-times/")
