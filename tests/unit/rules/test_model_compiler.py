"""What the browser is told of a step and of a service: all that a row and a card show, and no news of nothing."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.loader import load_catalog
from starterspad.rules.decision_model import ModelJson
from starterspad.rules.model_compiler import compile_decision_model

from tests.conftest import Write


def model_of(instance: Path) -> ModelJson:
    catalog = load_catalog(instance)
    assert not catalog.problems
    return compile_decision_model(catalog, "en")


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_a_service_says_how_to_reach_it_and_what_to_bring(instance: Path) -> None:
    path = instance / "partners/town-desk.yml"
    more = "helps_with: [talk-first]\n    bring: {en: Your plan}\n    booking: {url: https://desk.example/book}"
    text = path.read_text("utf-8").replace("helps_with: [talk-first]", more)
    contact = (
        "contact:\n  email: desk@desk.example\n  phone: 09 000 00 00\n  page: https://desk.example/reach\n"
        "  hours: {en: On working days}\n  sources:\n    email: {url: https://desk.example, seen: told}\n"
        "    phone: {url: https://desk.example, seen: told}\n    page: {url: https://desk.example, seen: told}\n"
    )
    path.write_text(text.replace("area: town\nservices", f"{contact}area: town\nservices"), "utf-8")
    (desk,) = model_of(instance)["words"]
    talk, number = desk["services"]
    # Its own page with ways to reach it goes before its first page.
    reached = {
        "email": "desk@desk.example",
        "phone": "09 000 00 00",
        "page": "https://desk.example/reach",
        "hours": "On working days",
    }
    assert reached.items() <= desk.items()
    assert (talk["bring"], talk["booking"]) == ("Your plan", "https://desk.example/book")
    assert not {"bring", "booking"} & number.keys()
    path.write_text(text, "utf-8")
    assert model_of(instance)["words"][0]["website"] == "https://desk.example"


def test_a_step_says_how_long_it_takes_how_often_it_is_worth_doing_and_what_changed_last(instance: Path) -> None:
    path = instance / "content/tasks/talk-first.yml"
    before = path.read_text("utf-8")
    add(path, "times: 3\nlead_time: {days: 7, text: {en: A week}}\n")
    add(path, "changes:\n  - {on: 2026-02-01, note: {en: First}}\n  - {on: 2026-03-01, note: {en: Last}}\n")
    (task,) = (task for task in model_of(instance)["tasks"] if task["id"] == "talk-first")
    assert (task["times"], task["lead"]) == (3, {"days": 7, "estimate": True})
    assert task["changed"] == {"on": "2026-03-01", "note": "Last"}
    lead = "lead_time: {days: 7, text: {en: A week}, source: https://desk.example/week}\n"
    path.write_text(before + lead, "utf-8")
    (task,) = (task for task in model_of(instance)["tasks"] if task["id"] == "talk-first")
    assert task["lead"] == {"days": 7, "estimate": False}
    assert not {"times", "changed"} & task.keys()


def test_a_step_that_was_checked_anew_is_no_news_and_one_with_other_words_is(instance: Path, write: Write) -> None:
    def version() -> str:
        (task,) = (task for task in model_of(instance)["tasks"] if task["id"] == "talk-first")
        return task["version"]

    text = (instance / "content/tasks/talk-first.yml").read_text("utf-8")
    before = version()
    write("content/tasks/talk-first.yml", text.replace("checked: 2026-01-01", "checked: 2026-06-01"))
    assert version() == before
    write("content/tasks/talk-first.yml", text.replace("A talk helps.", "A talk helps a lot."))
    assert version() != before
