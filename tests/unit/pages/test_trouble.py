"""Who says that it goes badly meets one page: whom the engine names first for her, what to say, the rest folded."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.loader import load_catalog

from tests.conftest import Write
from tests.support.rendered_pages import bodies

LEADING = "    - {id: hard, title: {en: Things are hard}, leads_to: guides/hard-times/}\n"
LINE = """name: The line
kind: {en: A phone line}
summary: {en: Listens.}
website: https://line.example
contact:
CONTACT  sources: {}
area: country
services:
  - id: call
    title: {en: Someone listens}
    helps_with: [talk-first]
    source: https://line.example/call
    BOOKING
    SAY
    when: {stage: hard}
sources: [https://line.example]
seen: archived
checked: 2026-11-01
"""
PHONE = '  phone: "1 23 45"\n'


@pytest.fixture
def page(instance: Path, write: Write) -> str:
    """Say where the text of the questions begins, with an answer that leads to the page."""
    questions = (instance / "content/questions.yml").read_text("utf-8")
    write("content/questions.yml", questions.replace("    - {id: idea,", f"{LEADING}    - {{id: idea,", 1))
    return "guides/hard-times/"


def line(contact: str = PHONE, booking: str = "", say: str = "") -> str:
    text = LINE.replace("CONTACT", contact).replace("BOOKING", booking).replace("SAY", say)
    return text if contact else text.replace("contact:\n  sources: {}\n", "")


def rendered(instance: Path) -> tuple[str, str]:
    """Return the page as it is seen at once, and what is folded on it."""
    shown, _, folded = bodies(load_catalog(instance), "en")["guides/hard-times/"].partition("<details")
    return shown, folded


def test_whom_her_answer_puts_first_is_the_only_one_in_sight(instance: Path, write: Write, page: str) -> None:
    write("partners/line.yml", line())
    shown, folded = rendered(instance)
    assert "<h2>Call The line</h2>" in shown
    assert '<a class="md-button person__way" href="tel:12345">Call 1 23 45</a>' in shown
    assert "Someone listens" in shown
    assert "Perhaps" not in shown
    assert "Town desk" not in shown
    assert shown.index("tel:12345") < shown.index("Call in time.")
    assert 'href="../../partners/town-desk/"' in folded
    assert 'href="../../partners/line/"' in folded
    assert 'href="../../tasks/talk-first/"' in folded
    assert "<form" not in shown
    assert 'href="../../plan/"' in shown


def test_what_the_city_assumes_counts_and_what_is_open_is_said(instance: Path, write: Write, page: str) -> None:
    shown, _ = rendered(instance)
    assert "Perhaps. That depends on: Where you begin" in shown
    site = (instance / "site_config.yml").read_text("utf-8")
    write("site_config.yml", site + "assume: {place: town}\n")
    shown, _ = rendered(instance)
    assert "<h2>See Town desk</h2>" in shown
    assert "Perhaps" not in shown


@pytest.mark.parametrize(
    ("contact", "booking", "title", "address"),
    [
        ("  email: a@line.example\n", "booking: {url: https://line.example/book}", "Book with", "https://line.example/book"),
        ("  address: 1 Market\n  email: a@line.example\n", "", "Go to", "../../partners/line/"),
        ("  email: a@line.example\n", "", "Write to", "mailto:a@line.example"),
        ("  page: https://line.example/us\n", "", "See", "https://line.example/us"),
        ("", "", "See", "https://line.example"),
    ],
)  # fmt: skip
def test_without_a_number_the_quickest_way_that_is_known_takes_its_place(
    contact: str, booking: str, title: str, address: str, instance: Path, write: Write, page: str
) -> None:
    write("partners/line.yml", line(contact, booking))
    shown, _ = rendered(instance)
    assert f"<h2>{title} The line</h2>" in shown
    assert f'person__way" href="{address}"' in shown


def test_where_nobody_is_known_there_is_no_card_and_the_text_is_there(instance: Path, write: Write, page: str) -> None:
    desk = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", desk.replace("helps_with: [talk-first]", "helps_with: [study]"))
    shown, _ = rendered(instance)
    assert "person__way" not in shown
    assert "Call in time." in shown


def test_a_helper_whom_no_way_leads_to_is_passed_over(instance: Path, write: Write, page: str) -> None:
    write("partners/line.yml", line("").replace("website: https://line.example\n", ""))
    shown, _ = rendered(instance)
    assert "The line" not in shown
    assert "<h2>See Town desk</h2>" in shown


def test_at_most_three_sentences_to_say_those_of_the_helper_first(instance: Path, write: Write, page: str) -> None:
    task = (instance / "content/tasks/talk-first.yml").read_text("utf-8")
    write("content/tasks/talk-first.yml", task + "say: [{en: One}, {en: Two}, {en: Three}, {en: Four}]\n")
    write("partners/line.yml", line())
    shown, _ = rendered(instance)
    assert "<li>One</li><li>Two</li><li>Three</li></ul>" in shown
    write("partners/line.yml", line(say="say: [{en: To the line}]"))
    shown, _ = rendered(instance)
    assert "<li>To the line</li></ul>" in shown
    assert "<li>One</li>" not in shown


def test_how_to_make_an_appointment_and_whose_number_it_is_stand_below_it(
    instance: Path, write: Write, page: str
) -> None:
    sources = "{phone: {url: https://www.city.example/line, seen: archived}}"
    write("partners/line.yml", line(booking="booking: {how: {en: They call back.}}").replace("{}", sources, 1))
    shown, _ = rendered(instance)
    assert shown.index("tel:12345") < shown.index("They call back.") < shown.index("city.example")


def test_every_other_guide_stays_a_list_of_steps_and_helpers(instance: Path, page: str) -> None:
    every = bodies(load_catalog(instance), "en")
    assert "calm" in every[page]
    assert "calm" not in every["guides/papers/"]
    assert 'href="../../tasks/register/"' in every["guides/papers/"]
