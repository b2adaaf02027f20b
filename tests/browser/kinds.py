"""Every kind of page and screen, and how to come there: for the tests, and for the contact sheet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import FIVE, Open, answer

Prepare = Callable[[Page], None]


def _nothing(page: Page) -> None:
    page.wait_for_load_state("networkidle")


def _error(page: Page) -> None:
    page.locator('main button[type="submit"]:visible').click()


def _enough(page: Page) -> None:
    answer(page, **FIVE)
    page.locator("[data-screen=enough]:visible").wait_for()


def _check(page: Page) -> None:
    _enough(page)
    page.goto(page.url.split("#")[0] + "#check")
    page.locator(".answer:visible").first.wait_for()


def _plan(page: Page) -> None:
    _enough(page)
    page.goto(page.url.split("questions/")[0] + "plan/")
    page.locator('[data-task="eerst-melden"] input').check()
    page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")


def _search(page: Page) -> None:
    page.locator("input[type=search]").fill("a")
    page.locator("input[type=search]").fill("plan")
    page.locator("[data-part=results] li").first.wait_for()


def _ask(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelectorAll('details.asked').forEach((details) => { details.open = true; })")


def _back_at(path: str) -> Prepare:
    """Come back to a page with answers on the device."""

    def prepare(page: Page) -> None:
        _enough(page)
        page.goto(page.url.split("questions/")[0] + path)
        page.wait_for_load_state("networkidle")

    return prepare


def _filters(page: Page) -> None:
    page.locator("[data-part=count]").first.wait_for(state="attached")
    page.evaluate("document.querySelectorAll('details.filter').forEach((details) => { details.open = true; })")


def _menu(page: Page) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("document.querySelector('details.menu').open = true")


KINDS: dict[str, tuple[str, Prepare]] = {
    "home": ("{}/", _nothing),
    "home on return": ("{}/questions/", _back_at("")),
    "menu": ("{}/", _menu),
    "question": ("{}/questions/", _nothing),
    "question with an error": ("{}/questions/", _error),
    "offer": ("{}/questions/", _enough),
    "check": ("{}/questions/", _check),
    "empty plan": ("{}/plan/", _nothing),
    "plan": ("{}/questions/", _plan),
    "phases": ("{}/phases/", _nothing),
    "phase": ("{}/phases/start-officially/", _nothing),
    "tasks": ("{}/tasks/", _nothing),
    "task": ("{}/tasks/kbo/", _nothing),
    "task on the plan": ("{}/questions/", _back_at("tasks/eerst-melden/")),
    "guides": ("{}/guides/", _nothing),
    "guide for a group": ("{}/guides/women/", _nothing),
    "guide to a theme": ("{}/guides/money/", _nothing),
    "guide in trouble": ("{}/guides/hard-times/", _nothing),
    "ask": ("{}/ask/", _ask),
    "partners": ("{}/partners/", _nothing),
    "filters": ("{}/partners/", _filters),
    "partner": ("{}/partners/starterslabo/", _nothing),
    "search": ("{}/search/", _search),
    "written page": ("{}/about/", _nothing),
    "page with tables": ("{}/benefit/", _nothing),
    "root": ("?", _nothing),
}


def opened(open_page: Open, kind: str, language: str, **settings: Any) -> Page:
    path, prepare = KINDS[kind]
    if kind == "root":
        settings |= {"java_script_enabled": False}  # with scripts it goes on at once
    page = open_page(path.format(language), **settings)
    prepare(page)
    return page
