"""Where many help, words come in parts: a page asks for those of whom it shows, and says so where they do not come."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect
from starterspad.output import model_files
from starterspad.output.build import build

from tests.browser.conftest import FIVE, Open, answer, serve
from tests.browser.journeys.test_late_parts import SENTENCE
from tests.browser.journeys.test_task_details import card, story
from tests.conftest import TODAY, TOWN

pytestmark = pytest.mark.night

COPIED, COPIES = "vlaio", 40
WORDS = "**/words/*.json"
ROW = '[data-part="now-tasks"] > [data-task]'


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The town as a region builds it: the words of few in a file, and more who help with a step than anybody reads."""
    root = tmp_path_factory.mktemp("apart")
    town = root / "town"
    shutil.copytree(TOWN, town)
    text = (town / f"partners/{COPIED}.yml").read_text("utf-8")
    for copy in range(COPIES):
        (town / f"partners/{COPIED}-{copy}.yml").write_text(text.replace("\nname: ", f"\nname: {copy} "), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(model_files, "_TOGETHER", 0)
        patch.setattr(model_files, "_A_FILE", 1)
        build(town, root / "some-project", today=TODAY)
    return root


@pytest.fixture(scope="module")
def address(host: Path) -> Iterator[str]:
    server = serve(host)
    yield f"http://127.0.0.1:{server.server_address[1]}/some-project/"
    server.shutdown()
    server.server_close()


def planned(open_page: Open, touch: bool = True) -> tuple[Page, list[str]]:
    """Open a plan that she has already, and return the page with the files of words that it asks for."""
    page = open_page("nl/questions/", has_touch=touch, is_mobile=touch)
    answer(page, **FIVE)
    asked: list[str] = []

    def note(request: Request) -> None:
        if "/words/" in request.url:
            asked.append(request.url.rpartition("/")[2])

    page.on("request", note)
    page.goto(page.url.partition("/nl/")[0] + "/nl/plan/")
    expect(page.locator(ROW).first).to_be_visible()
    return page, asked


def test_a_plan_asks_for_the_words_of_its_open_card_alone(open_page: Open) -> None:
    page, asked = planned(open_page)
    first = page.locator(ROW).first
    expect(first.locator('[data-part="who"]')).not_to_be_empty()
    expect(first.locator('[data-part="why"]').first).not_to_be_empty()
    # Those of all steps, and of the one who is suggested.
    assert len(asked) == 2
    second = page.locator(ROW).nth(1)
    second.locator('[data-part="unfold"]').click()
    expect(second.locator('[data-part="why"]').first).not_to_be_empty()
    assert len(asked) <= 3


def test_one_who_is_chosen_is_named_at_the_next_visit(open_page: Open) -> None:
    page, asked = planned(open_page)
    row = page.locator("[data-task]:visible").filter(has=page.locator('[data-part="help"]:visible')).first
    row.locator('[data-part="help"] > summary').click()
    expect(row.locator('[data-part="services"] > *').first).to_be_visible()
    names = row.locator('[data-part="services"] [data-part="name"]:is(a)').all_inner_texts()
    assert all(names)
    row.get_by_role("button", name="Kies").first.click()
    expect(row.locator('[data-part="with"]')).to_contain_text(names[0])
    asked.clear()
    page.reload()
    expect(page.locator('[data-part="with"]:visible').first).to_contain_text(names[0])
    # Those of all steps, of whom she chose, and of the one on the open card.
    assert len(asked) <= 3


def test_of_many_who_help_so_many_come_at_a_time(open_page: Open) -> None:
    page, asked = planned(open_page)
    step = card(page, "ondernemingsplan")
    step.locator('[data-part="help"] > summary').click()
    cards, more = step.locator('[data-part="services"] > *'), step.locator('[data-part="more"]')
    expect(cards).to_have_count(3)
    before = len(asked)
    expect(more).to_have_text("Toon er nog 24")
    more.click()
    expect(cards).to_have_count(27)
    assert len(asked) - before <= 24
    more.click()
    expect(more).to_be_hidden()
    names = cards.locator('[data-part="name"]:is(a)').all_inner_texts()
    assert len(names) == len(set(names)) > COPIES


def test_words_that_do_not_come_are_a_sentence_and_no_empty_card(open_page: Open, watch: object) -> None:
    page, _ = planned(open_page)
    page.route(WORDS, lambda route: route.abort())
    page.reload()
    expect(page.get_by_role("alert")).to_have_text(SENTENCE)
    first = page.locator(ROW).first
    expect(first.locator('[data-part="title"]').first).not_to_be_empty()
    expect(first.locator('[data-part="helper"]')).to_be_hidden()
    first.locator('[data-part="help"] > summary').click()
    expect(first.locator('[data-part="services"] > *')).to_have_count(0)
    page.unroute(WORDS)
    for _ in range(2):
        first.locator('[data-part="help"] > summary').click()
    expect(first.locator('[data-part="services"] > *').first).to_be_visible()
    watch.faults = [fault for fault in watch.faults if "ERR_FAILED" not in fault]  # type: ignore[attr-defined]


def test_who_prints_from_a_menu_has_all_names_before(open_page: Open) -> None:
    page, asked = planned(open_page, touch=False)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    helpers = page.locator('.print-sheet [data-part="helper"]')
    assert sum(bool(text) for text in helpers.all_inner_texts()) > 5
    assert len(asked) == len(set(asked))


def test_an_appointment_can_be_with_whoever_helps(open_page: Open) -> None:
    page, _ = planned(open_page)
    select = story(page, "ondernemingsplan").locator('[data-part="service"]')
    expect(select.locator("option").nth(2)).to_be_attached()
    assert card(page, "ondernemingsplan").locator('[data-part="who"]').inner_text()


def test_every_file_that_the_model_names_is_there_and_no_other(host: Path) -> None:
    (model,) = (host / "some-project/nl").glob("decision-model.*.json")
    names = json.loads(model.read_text("utf-8"))["words_apart"]
    there = {path.stem for path in (host / "some-project/nl/words").iterdir()}
    assert {names["tasks"], *names["partners"]} == there
