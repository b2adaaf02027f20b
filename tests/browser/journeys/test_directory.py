"""The directory in a browser: filters combine, count, stand in the address and can be taken back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect
from starterspad.output.build import build

from tests.browser.conftest import FIVE, Open, answer, serve
from tests.conftest import TINY, TODAY
from tests.support.accessibility import violations


def shown(page: Page) -> list[str]:
    return page.locator("li.card:visible .card__name").all_inner_texts()


def tick(page: Page, group: str, name: str) -> None:
    details = page.locator("details.filter", has=page.locator(f'[data-group="{group}"]'))
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    details.get_by_role("checkbox", name=name).check()


def test_filters_combine_and_say_how_many_are_left(open_page: Open, address: str) -> None:
    page = open_page("nl/partners/")
    expect(page.get_by_role("status")).to_have_text("19 organisaties")
    tick(page, "help", "Geld")
    expect(page.locator("li.card", has_text="microStart")).to_be_visible()
    expect(page.locator("li.card", has_text="Dyzo")).to_have_count(0)
    tick(page, "cost", "lening, met rente")
    assert shown(page) == ["Hefboom", "microStart"]
    expect(page.get_by_role("status")).to_have_text("2 organisaties")
    expect(page).to_have_url(re.compile("#help=money&cost=loan$"))
    page.goto("about:blank")
    page.goto(f"{address}nl/partners/#help=money&cost=loan")
    expect(page.get_by_role("status")).to_have_text("2 organisaties")
    page.evaluate("location.hash = 'help=money'")
    expect(page.get_by_role("status")).not_to_have_text("2 organisaties")
    page.get_by_role("button", name="Wis alle filters").click()
    expect(page.get_by_role("status")).to_have_text("19 organisaties")
    expect(page).to_have_url(re.compile("^[^#]*$"))


def test_words_filter_as_she_types_without_minding_accents(open_page: Open) -> None:
    page = open_page("nl/partners/")
    page.get_by_role("searchbox").fill("cooperatie")
    expect(page.locator("li.card", has_text="Starterslabo")).to_be_visible()
    expect(page).to_have_url(re.compile("cooperatie"))
    page.reload()
    expect(page.get_by_role("searchbox")).to_have_value("cooperatie")
    page.get_by_role("searchbox").fill("zzz")
    expect(page.get_by_role("status")).to_have_text(
        "Geen enkele organisatie past bij deze filters. Wis er een of meer."
    )


def test_a_choice_that_would_leave_nothing_is_hidden(open_page: Open) -> None:
    page = open_page("nl/partners/")
    page.get_by_role("searchbox").fill("voedsel")
    expect(page.get_by_role("status")).to_have_text("1 organisatie")
    assert shown(page) == ["FAVV"]
    page.locator("details.filter", has=page.locator('[data-group="cost"]')).locator("summary").click()
    visible = page.locator('[data-group="cost"] label:visible').all_inner_texts()
    assert visible == ["betalend (1)"]
    # What she chose stays there, to be taken back.
    page.get_by_role("checkbox", name="betalend").check()
    page.get_by_role("searchbox").fill("zzz")
    expect(page.locator('[data-group="cost"] label:visible')).to_have_text(["betalend (0)"])


def test_who_has_answers_can_see_what_fits_them(open_page: Open, address: str) -> None:
    page = open_page("nl/partners/")
    expect(page.get_by_label("Wat past bij mijn antwoorden")).to_be_hidden()
    page.goto(f"{address}nl/questions/")
    answer(page, **FIVE | {"situation": "student"})
    page.get_by_role("button", name="Meer vragen beantwoorden").click()
    answer(page, start_way="own-number", workplace="home", place="gent")
    page.wait_for_url("**#money")
    page.goto(f"{address}nl/partners/")
    page.get_by_label("Wat past bij mijn antwoorden").check()
    expect(page.get_by_role("status")).not_to_have_text("19 organisaties")
    fitting = page.get_by_role("status").inner_text()
    expect(page.locator("li.card", has_text="Gentrepreneur")).to_be_visible()
    expect(page.locator("li.card", has_text="RVA")).to_have_count(0)
    expect(page).to_have_url(re.compile("#mine=yes$"))
    page.goto("about:blank")
    page.goto(f"{address}nl/partners/#mine=yes")
    expect(page.get_by_label("Wat past bij mijn antwoorden")).to_be_checked()
    expect(page.get_by_role("status")).to_have_text(fitting)


def test_an_address_that_asks_for_answers_shows_everything_to_who_has_none(open_page: Open) -> None:
    page = open_page("nl/partners/#mine=yes")
    expect(page.get_by_role("status")).to_have_text("19 organisaties")


@pytest.mark.chromium
def test_without_script_the_whole_list_stands(open_page: Open) -> None:
    page = open_page("nl/partners/", java_script_enabled=False)
    assert len(shown(page)) == 19
    assert page.locator("form:visible").count() == 0


@pytest.fixture(scope="module")
def long_list(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a portal with 131 partners, more than one file of cards holds."""
    root = tmp_path_factory.mktemp("long") / "instance"
    shutil.copytree(TINY, root)
    text = (root / "partners/town-desk.yml").read_text("utf-8")
    for number in range(130):
        (root / f"partners/desk-{number}.yml").write_text(text.replace("Town desk", f"Desk {number:03}"), "utf-8")
    build(root, root.parent / "site", today=TODAY)
    server = serve(root.parent / "site")
    yield f"http://127.0.0.1:{server.server_address[1]}/en/"
    server.shutdown()
    server.server_close()


def asked_for(page: Page) -> list[str]:
    """Return, as it grows, which files of data of the directory a page asks for."""
    names: list[str] = []

    def note(request: Request) -> None:
        if "/en/directory/" in request.url:
            names.append(request.url.rpartition("/")[2])

    page.on("request", note)
    return names


def test_a_long_list_begins_with_its_first_cards_and_loads_nothing_of_the_others(
    long_list: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    files = asked_for(page)
    page.goto(f"{long_list}partners/")
    expect(page.get_by_role("status")).to_have_text("131 organisations")
    expect(page.locator("li.card")).to_have_count(60)
    expect(page.get_by_role("button", name="Show 60 more organisations")).to_be_visible()
    assert files == []
    page.get_by_role("button", name="Show 60 more organisations").click()
    expect(page.locator("li.card a").nth(60)).to_be_focused()
    expect(page.locator("li.card")).to_have_count(120)
    # All say what they do at once: what came later would move the button under her finger.
    expect(page.locator("li.card").last).to_contain_text("Answers questions at the desk.")
    page.get_by_role("button", name="Show 11 more organisations").click()
    expect(page.locator("li.card")).to_have_count(131)
    expect(page.locator("li.card a").nth(120)).to_be_focused()
    expect(page.get_by_role("button", name="more organisation")).to_be_hidden()
    expect(page.locator("li.card").last).to_contain_text("Answers questions at the desk.")
    assert sorted(files) == ["cards-0.json", "cards-1.json", "columns.json"]


def test_a_long_list_is_filtered_whole(long_list: str, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    files = asked_for(page)
    page.goto(f"{long_list}partners/")
    page.get_by_role("searchbox").fill("desk 12")
    expect(page.get_by_role("status")).to_have_text("12 organisations")
    expect(page.locator("li.card")).to_have_count(12)
    page.get_by_role("searchbox").fill("town")
    expect(page.get_by_role("status")).to_have_text("1 organisation")
    assert shown(page) == ["Town desk"]
    expect(page.locator("li.card")).to_contain_text("Answers questions at the desk.")
    # The first cards came with the page: of the 12 only those behind them are asked for, and they share a file.
    assert sorted(files) == ["cards-1.json", "columns.json", "words.json"]
    page.goto("about:blank")
    page.goto(f"{long_list}partners/#phase=first")
    expect(page.get_by_role("status")).to_have_text("131 organisations")
    expect(page.locator("li.card")).to_have_count(60)
    page.get_by_role("button", name="Clear all filters").click()
    expect(page).to_have_url(re.compile("^[^#]*$"))


def test_where_the_files_do_not_come_the_page_says_so_and_the_first_cards_stay(
    long_list: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    page.route("**/en/directory/**", lambda route: route.abort())
    page.goto(f"{long_list}partners/")
    page.get_by_role("searchbox").fill("town")
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("li.card")).to_have_count(60)
    page.unroute("**/en/directory/**")
    page.route("**/en/directory/**/cards-*", lambda route: route.abort())
    page.get_by_role("searchbox").fill("town d")
    expect(page.get_by_role("status")).to_have_text("1 organisation")
    expect(page.get_by_role("alert")).to_be_visible()
    assert shown(page) == ["Town desk"]
    page.unroute("**/en/directory/**/cards-*")
    page.get_by_role("searchbox").fill("town de")
    expect(page.locator("li.card")).to_contain_text("Answers questions at the desk.")
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.chromium
def test_without_script_every_partner_of_a_long_list_is_reached_by_links(
    long_list: str, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{long_list}partners/")
    letters = page.locator("nav", has=page.get_by_role("heading", name="All organisations by letter"))
    assert letters.get_by_role("link").all_inner_texts() == ["D", "T"]
    letters.get_by_role("link", name="D").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Organisations under D (page 1 of 3)")
    names = shown(page)
    for number in ("2", "3"):
        page.get_by_role("navigation", name="Other pages of this list").get_by_role("link", name=number).click()
        names += shown(page)
    assert names == [f"Desk {number:03}" for number in range(130)]
    page.goto(f"{long_list}tasks/register/")
    page.get_by_role("link", name="See all 131").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who helps you? Register")
    expect(page.locator(".names a")).to_have_count(131)


@pytest.mark.chromium
@pytest.mark.parametrize("path", ["partners/", "partners-by/letter-d_2/", "partners-by/task-register/"])
def test_a_long_list_is_accessible(path: str, long_list: str, new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(bypass_csp=True).new_page()
    page.goto(f"{long_list}{path}", wait_until="networkidle")
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
