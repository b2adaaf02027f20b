"""Shards: stretches of the alphabet that are small, and stay where they are when a word comes or goes."""

from __future__ import annotations

from itertools import pairwise, product

from starterspad.output.search_shards import shards

WORDS = {"".join(letters): 10 for letters in product("abcde", repeat=4)}


def test_every_word_stands_in_the_shard_that_its_first_letters_lead_to() -> None:
    cut = list(shards(WORDS, 300))
    assert [word for _, words in cut for word in words] == sorted(WORDS)
    for (first, words), (following, _) in pairwise(cut):
        assert first <= words[0]
        assert words[-1] < following


def test_no_shard_is_larger_than_asked_unless_one_word_is() -> None:
    cut = list(shards({**WORDS, "huge": 1000, "ab": 10}, 300))
    assert all(
        sum((WORDS | {"ab": 10}).get(word, 1000) for word in words) <= 300 or words == ["huge"] for _, words in cut
    )
    assert len(cut) < 2.5 * len(WORDS) * 10 / 300


def test_a_new_word_moves_no_boundary_elsewhere() -> None:
    before = dict(shards(WORDS, 300))
    after = dict(shards({**WORDS, "caxx": 10, "cayy": 290}, 300))
    assert {first: words for first, words in before.items() if first[0] != "c"} == {
        first: words for first, words in after.items() if first[0] != "c"
    }


def test_words_stand_as_a_browser_compares_them() -> None:
    """A browser compares units of UTF-16, where a sign beyond the first plane stands before the last ones in it."""
    assert [first for first, _ in shards({"\uff21": 10, "\U0001d400": 10, "a": 10}, 10)] == [
        "a",
        "\U0001d400",
        "\uff21",
    ]


def test_nothing_makes_no_shard() -> None:
    assert list(shards({}, 10)) == []
