"""Searching: who says more of the words stands first, and a word is a part of another only where that is sure."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.js_engine import Engine

# Page a says much of money; page b something of money and of a loan.
INDEX: dict[str, Any] = {
    "search_schema": 1,
    "pages": [["a", "A", ""], ["b", "B", ""]],
    "stems": {"money": [0, 5, 1, 2], "loan": [1, 2], "taxi": [0, 1]},
    "forms": {"loans": "loan"},
}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("money", ["a", "b"]),
        ("money loan", ["b", "a"]),
        ("money Money loans", ["b", "a"]),
        ("startloan", ["b"]),
        ("tax", []),
        ("", []),
    ],
    ids=["one word", "more words", "a word twice", "inside a longer word", "too short to be a part", "no word"],
)
def test_pages_stand_by_what_they_say_of_the_words(query: str, found: list[str], engine: Engine) -> None:
    assert [page["path"] for page in engine.call("search(index, query)", index=INDEX, query=query)] == found
