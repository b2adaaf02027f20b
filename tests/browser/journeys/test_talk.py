"""Who wants to talk to someone first: two who fit, the quickest way to reach them, and the rest behind one tap."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from starterspad.content.catalog import Catalog

from tests.browser.conftest import FIVE, Open, answer
from tests.browser.screens import GIVE


def test_two_people_stand_first_each_with_a_way_that_a_tap_begins(open_page: Open, town: Catalog) -> None:
    page = open_page("nl/talk/")
    people = page.locator(".person")
    expect(people).to_have_count(2)
    names = people.locator("h2").all_inner_texts()
    assert len(set(names)) == 2
    for way in people.locator("[data-way]").all():
        expect(way).to_have_attribute("href", re.compile("^(tel:|mailto:|https:)"))
        expect(way).not_to_be_empty()
        box = way.bounding_box()
        assert box and box["height"] >= 44
    expect(page.get_by_text("Begin bij een van deze.")).to_be_visible()
    expect(page.get_by_text("Ik denk eraan om voor mezelf te beginnen.")).to_be_visible()
    everyone = page.locator('[data-part="all"] .card')
    expect(everyone.first).to_be_hidden()
    page.locator('[data-part="all"] > summary').click()
    talk = town.site.talk_task
    expect(everyone).to_have_count(len({id for id, _, one in town.services() if talk in one.helps_with}))
    expect(everyone.first).to_be_visible()


def test_what_she_answered_decides_who_they_are_even_where_the_step_is_not_on_her_plan(open_page: Open) -> None:
    page = open_page("nl/questions/")
    answer(page, **FIVE | {"stage": "idea"})
    page.locator("[data-screen=enough]:visible").wait_for()
    page.goto(page.url.split("questions/")[0] + "plan/")
    page.locator("[data-task]").first.wait_for()
    page.goto(page.url.replace("plan/", "talk/"))
    expect(page.get_by_text("Deze passen het best bij wat je antwoordde.")).to_be_visible()
    first = page.locator(".person h2").all_inner_texts()
    page.reload()
    expect(page.locator(".person h2")).to_have_text(first)
    page.goto(page.url.replace("talk/", "questions/#stage"))
    answer(page, stage="growing")
    page.get_by_role("button", name="Ja, verander mijn antwoord").click()
    page.locator("[data-screen]:visible, fieldset:visible").first.wait_for()
    page.goto(page.url.split("questions/")[0] + "talk/")
    expect(page.locator(".person")).to_have_count(2)


def test_without_script_everybody_stands_there(open_page: Open) -> None:
    page = open_page("nl/talk/", java_script_enabled=False)
    assert page.locator('[data-part="all"] .card:visible').count() > 3
    assert page.locator(".person").count() == 0


def test_who_is_in_trouble_is_led_to_the_page_for_that_and_sees_nothing_of_starting(open_page: Open) -> None:
    page = open_page("nl/about/")
    page.evaluate(GIVE, {"stage": "difficulty", "situation": "none-of-these"})
    page.goto(page.url.replace("about/", "talk/"))
    link = page.locator('portal-talk [data-part="trouble"] a')
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", re.compile("guides/hard-times/$"))
    expect(page.get_by_text("Dit kun je zeggen")).to_have_count(0)
    expect(page.locator(".person")).to_have_count(0)
