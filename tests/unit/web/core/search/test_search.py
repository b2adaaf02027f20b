"""Searching: who says more of the words stands first, a name before all, and a mistake in typing is forgiven."""

from __future__ import annotations

import pytest
from starterspad.output.search_entry import Searchable

from tests.support.js_engine import Engine
from tests.support.searching import Search, search_in

# Page a says much of money; page b something of money and of a loan. The others make words rare.
PAGES = [
    Searchable("a", "Money", "Money for you", "money"),
    Searchable("b", "Borrowing", "A loan brings money", "loans microloans"),
    Searchable("c", "Registration", "Where to register", "accountant"),
    Searchable("partners/d/", "Money Loan", "An office", "desk", name="Money Loan"),
    Searchable("partners/e/", "Hefboom", "A lender", "constructor money loan", name="Hefboom"),
    Searchable("tasks/f/", "Insurance", "What you insure", "taxi __proto__"),
]


@pytest.fixture
def search(engine: Engine) -> Search:
    return search_in(engine, PAGES, "en")


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("money", ["a"]),
        ("loans microloans", ["b"]),
        ("startloan", ["partners/d/"]),
        ("tax", []),
        ("", []),
        ("zzzz", []),
        ("hasOwnProperty", []),
        ("constructor", ["partners/e/"]),
        ("__proto__", ["tasks/f/"]),
    ],
)
def test_pages_stand_by_what_they_say_of_the_words(query: str, first: list[str], search: Search) -> None:
    assert search.paths(query)[:1] == first


def test_a_name_stands_before_all_that_says_more_of_its_words(search: Search) -> None:
    for query in ("money loan", "Money  LOAN", "Hefboom"):
        assert search.paths(query)[0] == {"hefboom": "partners/e/"}.get(query.lower(), "partners/d/")


@pytest.mark.parametrize(
    "typed",
    ["hefbom", "hefbooom", "hevboom", "hefobom", "ehfboom", "jefboom", "efboom", "hefb", "hefboo"],
    ids=["less", "more", "other", "swapped", "swapped first", "other first", "less first", "half", "nearly"],
)
def test_a_mistake_and_a_half_typed_word_find_what_was_meant(typed: str, search: Search) -> None:
    assert search.paths(typed)[0] == "partners/e/"


def test_a_long_word_may_hold_two_mistakes_and_a_short_one_may_not(search: Search) -> None:
    assert search.paths("accuontent")[0] == "c"
    assert search.paths("moonei") == []


@pytest.mark.parametrize(
    ("left", "right", "mistakes"),
    [
        ("loan", "loan", 0),
        ("loan", "lona", 1),
        ("loan", "lon", 1),
        ("loan", "oan", 1),
        ("loans", "nloas", 2),
        ("a", "", 1),
    ],
)
def test_mistakes_are_counted_from_either_side(left: str, right: str, mistakes: int, engine: Engine) -> None:
    for one, other in ((left, right), (right, left)):
        assert engine.call("mistakesBetween(one, other, 2)", one=one, other=other) == mistakes
    assert engine.call("mistakesBetween(left, 'quite other', 2)", left=left) is None


def test_a_search_in_one_folder_finds_nothing_of_others(search: Search) -> None:
    assert search.paths("money", folder="partners") == ["partners/d/"]
    assert search.paths("money", folder="nowhere") == []


def test_what_is_not_shown_is_counted_and_not_loaded(search: Search) -> None:
    answer = search.ask("money", shown=0)
    assert answer["count"] == 3
    assert not [name for name in answer["asked"] if name.startswith("pages.")]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("hevboom", "hefboom"),
        ("money for hevboom", "money for hefboom"),
        ("hefboom", ""),
        ("hefbo", ""),
        ("zzzz", ""),
        ("loan zzzz", ""),
    ],
)
def test_the_search_says_what_a_word_may_be_meant_for(query: str, meant: str, search: Search) -> None:
    assert search.ask(query)["meant"] == meant


def test_of_two_words_that_it_may_be_the_one_that_pages_are_about_is_meant(engine: Engine) -> None:
    pages = [Searchable("a", "Hammer", "", ""), Searchable("b", "Tools", "", "hummer"), *PAGES]
    assert search_in(engine, pages, "en").ask("hemmer")["meant"] == "hammer"


def test_beside_a_word_that_no_page_knows_a_common_one_finds_nothing(engine: Engine) -> None:
    search = search_in(engine, [Searchable(f"p{number}", "Make", "", "") for number in range(6)] + PAGES, "en")
    assert len(search.paths("make")) == 6
    assert search.paths("make zzzz") == []
    assert search.paths("accountant zzzz") == ["c"]
