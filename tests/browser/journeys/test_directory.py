"""The directory in a browser: filters combine, count, stand in the address and can be taken back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from starterspad.output.build import build

from tests.browser.conftest import FIVE, Open, answer, serve
from tests.conftest import TODAY


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


def test_a_long_list_is_drawn_in_part_and_whole_on_request(
    instance: Path, tmp_path: Path, new_context: Callable[..., BrowserContext]
) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    for number in range(70):
        (instance / f"partners/desk-{number}.yml").write_text(text.replace("Town desk", f"Desk {number}"), "utf-8")
    build(instance, tmp_path / "site", today=TODAY)
    server = serve(tmp_path / "site")
    page = new_context().new_page()
    page.goto(f"http://127.0.0.1:{server.server_address[1]}/en/partners/")
    expect(page.get_by_role("status")).to_have_text("71 organisations")
    expect(page.locator("li.card")).to_have_count(60)
    page.get_by_role("button", name="Show all 71").click()
    assert len(shown(page)) == 71
    expect(page.locator("li.card a").nth(60)).to_be_focused()
    expect(page.get_by_role("button", name="Show all 71")).to_be_hidden()
    page.get_by_role("searchbox").fill("desk")
    expect(page.locator("li.card")).to_have_count(60)
    page.get_by_role("searchbox").fill("desk 6")
    expect(page.locator("li.card")).to_have_count(16)
    server.shutdown()
    server.server_close()
