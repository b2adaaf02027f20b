"""What a meeting keeps: files of others are hostile until they are judged, and the clock ends at nought."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.js_engine import Engine

LIMITS = [
    {"name": name, "most": most}
    for name, most in (("candidates", 500), ("alumni", 60), ("minutes", 120), ("size", 500), ("rounds", 500))
]
NUMBERS = {"candidates": 19, "alumni": 6, "minutes": 5, "size": None, "rounds": None}
ITEM = {"round": 2, "table": 1, "sort": "open", "text": "Why?"}


def opened(engine: Engine, content: Any) -> Any:
    text = content if isinstance(content, str) else json.dumps(content)
    return engine.call("meetingFrom(text, limits)", text=text, limits=LIMITS)


def test_a_file_comes_back_whole(engine: Engine) -> None:
    meeting = NUMBERS | {"impressions": [ITEM, ITEM | {"table": None, "sort": "do"}]}
    assert opened(engine, engine.call("meetingFile(meeting)", meeting=meeting)) == meeting


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "starterspad-plan"},
        {"impressions": None},
        {"impressions": {}},
        {"candidates": 0},
        {"candidates": -1},
        {"candidates": 501},
        {"candidates": 1e300},
        {"candidates": 2.5},
        {"candidates": "19"},
        {"alumni": None},
        {"minutes": []},
    ],
    ids=str,
)
def test_what_is_no_meeting_is_refused(changed: dict[str, Any], engine: Engine) -> None:
    assert opened(engine, {"kind": "starterspad-meeting", "impressions": []} | NUMBERS | changed) is None


@pytest.mark.parametrize("text", ["", "{", "null", "[]", "3", '"x"', " " * 4_000_001])
def test_neither_is_what_is_no_json_of_ours(text: str, engine: Engine) -> None:
    assert opened(engine, text) is None


def test_of_what_was_written_only_what_can_be_shown_is_taken(engine: Engine) -> None:
    wrong: list[Any] = [
        None,
        3,
        "x",
        [],
        {},
        *(ITEM | change for change in ({"round": 0}, {"sort": "__proto__"}, {"text": " "})),
    ]
    content = {"kind": "starterspad-meeting", "impressions": [*wrong, ITEM | {"table": -1, "text": " y" * 2000}]}
    (item,) = opened(engine, content | NUMBERS | {"size": "many"})["impressions"]
    assert item["table"] is None
    assert len(item["text"]) == 1000
    many = content | NUMBERS | {"impressions": [ITEM] * 5000}
    assert len(opened(engine, many)["impressions"]) == 1000


def test_alumni_are_letters_and_what_they_said_stands_together(engine: Engine) -> None:
    assert engine.call("[1, 26, 27, 60, 0].map(letterOf)") == ["A", "Z", "AA", "BH", ""]
    items = [ITEM | {"round": turn, "table": 1} for turn in (1, 10, 2)] + [ITEM | {"round": 1, "table": None}]
    groups = "grouped({ impressions }, speedDates(19, 6), by).map(({ title, items }) => [title[1], items.length])"
    assert engine.call(groups, impressions=items, by="round") == [["1", 2], ["2", 1], ["10", 1]]
    # There is no round 10, so nobody knows who sat there.
    assert engine.call(groups, impressions=items, by="alumnus") == [["A", 1], ["F", 1], ["", 2]]


def test_the_clock_stands_until_it_is_started_and_ends_at_nought(engine: Engine) -> None:
    assert engine.call("leftOn(fullClock(5), 1e12)") == 300_000
    assert engine.call("leftOn(startedAt(fullClock(5), 1000), 2000)") == 299_000
    assert engine.call("leftOn(startedAt(fullClock(5), 1000), 1e9)") == 0
    assert engine.call("leftOn(pausedAt(startedAt(fullClock(5), 1000), 2000), 1e9)") == 299_000
    shown = engine.call("[300000, 299999, 59001, 1, 0].map(minutesAndSeconds)")
    assert shown == [[5, 0], [5, 0], [1, 0], [0, 1], [0, 0]]
