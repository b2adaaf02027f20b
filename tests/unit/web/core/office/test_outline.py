"""A plan in the order of a template: nothing that she wrote is lost, and what is missing is seen."""

from __future__ import annotations

from typing import Any

from tests.support.js_engine import Engine

OWN = [
    {"title": "My idea", "questions": ["idea/what", "idea/why"]},
    {"title": "Market", "questions": ["market/who"]},
]
TITLES = {"idea/what": "What?", "idea/why": "Why?", "market/who": "Who?"}


NO_SUMS: dict[str, Any] = {"calculators": {}, "tables": [], "title": "Sums"}


def outlined(engine: Engine, order: list[dict[str, Any]], sums: Any = None, **answers: str) -> Any:
    values = {"order": order, "own": OWN, "titles": TITLES, "answers": answers, "sums": sums or NO_SUMS}
    parts = engine.call("outlined(order, own, titles, answers, sums)", **values)
    return parts if sums else [{key: part[key] for key in ("title", "answers")} for part in parts]


def test_our_own_order_shows_every_question(engine: Engine) -> None:
    assert outlined(engine, OWN, **{"idea/what": "Soup"}) == [
        {"title": "My idea", "answers": [{"question": "What?", "text": "Soup"}, {"question": "Why?", "text": ""}]},
        {"title": "Market", "answers": [{"question": "Who?", "text": ""}]},
    ]


def test_what_stands_below_no_heading_follows_under_its_own(engine: Engine) -> None:
    order = [{"title": "Customers", "questions": ["market/who"]}]
    assert outlined(engine, order, **{"idea/why": "Hunger"}) == [
        {"title": "Customers", "answers": [{"question": "Who?", "text": ""}]},
        {"title": "My idea", "answers": [{"question": "What?", "text": ""}, {"question": "Why?", "text": "Hunger"}]},
    ]
    assert len(outlined(engine, order)) == 1


def test_a_question_that_is_gone_is_left_out(engine: Engine) -> None:
    assert outlined(engine, [{"title": "Old", "questions": ["old/one"]}]) == [{"title": "Old", "answers": []}]


def test_tables_stand_with_a_question_of_their_section_once_and_at_the_end_without_one(engine: Engine) -> None:
    tables = [{"calculator": id, "title": id, "rows": [["a", "1"]], "results": []} for id in ("cash", "loan")]
    order = [{"title": "First", "questions": ["market/who"]}, {"title": "Again", "questions": ["market/who"]}]
    sums = {"calculators": {"market": ["cash", "price"]}, "tables": tables, "title": "Sums"}
    parts = outlined(engine, order, sums)
    assert [(part["title"], [table["calculator"] for table in part["tables"]]) for part in parts] == [
        ("First", ["cash"]),
        ("Again", []),
        ("Sums", ["loan"]),
    ]
