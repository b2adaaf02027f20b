"""The directory in a browser: filters combine, count, stand in the address and can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from generator.site import build
from tests.browser.conftest import Open, serve
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
    expect(page.get_by_role("status")).to_have_text("38 organisaties")
    tick(page, "help", "Zoek het startgeld")
    money = shown(page)
    assert "microStart" in money
    assert "Dyzo" not in money
    tick(page, "area", "Buiten Vlaanderen")
    assert shown(page) == ["microStart"]
    expect(page.get_by_role("status")).to_have_text("1 organisatie")
    assert page.url.endswith("#help=financiering&area=elsewhere")
    page.goto("about:blank")
    page.goto(f"{address}nl/partners/#help=financiering&area=elsewhere")
    expect(page.get_by_role("status")).to_have_text("1 organisatie")
    page.get_by_role("button", name="Wis alle filters").click()
    expect(page.get_by_role("status")).to_have_text("38 organisaties")
    assert "#" not in page.url


def test_words_filter_as_she_types_without_minding_accents(open_page: Open) -> None:
    page = open_page("nl/partners/")
    page.get_by_role("searchbox").fill("cooperatie")
    assert "Starterslabo" in shown(page)
    page.get_by_role("searchbox").fill("zzz")
    expect(page.get_by_role("status")).to_have_text(
        "Geen enkele organisatie past bij deze filters. Wis er een of meer."
    )


def test_a_choice_that_would_leave_nothing_is_hidden(open_page: Open) -> None:
    page = open_page("nl/partners/")
    tick(page, "help", "Werk je met voeding")
    assert shown(page) == ["FAVV"]
    page.locator("details.filter", has=page.locator('[data-group="cost"]')).locator("summary").click()
    visible = page.locator('[data-group="cost"] label:visible').all_inner_texts()
    assert visible == ["betalend (1)"]


def test_without_script_the_whole_list_stands(open_page: Open) -> None:
    page = open_page("nl/partners/", java_script_enabled=False)
    assert len(shown(page)) == 38
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
    assert len(shown(page)) == 60
    page.get_by_role("button", name="Show all 71").click()
    assert len(shown(page)) == 71
    expect(page.locator("li.card a").nth(60)).to_be_focused()
    page.get_by_role("searchbox").fill("desk 6")
    assert len(shown(page)) == 16
    server.shutdown()
    server.server_close()
