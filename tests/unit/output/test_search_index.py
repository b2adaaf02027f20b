"""Search: other forms of a word, parts of compounds and whole questions find the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from starterspad.content.folding import fold, name_order, words_of
from starterspad.output.output_folder import Outdated
from starterspad.output.search_entry import Searchable, search_entry
from starterspad.output.search_index import search_index

from tests.support.js_engine import Engine
from tests.support.searching import search_in, search_of

PAGES = [
    Searchable(
        "tasks/insurance/",
        "Verzekeringen",
        "Sluit de juiste verzekering af",
        "Vraag na wat je **verzekert**.",
    ),
    Searchable("tasks/money/", "Zoek het startgeld", "Vergelijk leningen", "Een lening van de bank"),
]


def test_words_are_folded() -> None:
    assert words_of("L'Impôt, C'est ÇA! a 25") == ["impot", "est", "ca", "25"]
    assert fold("Coöperatie") == "cooperatie"


def test_forms_of_a_word_share_a_stem_and_titles_weigh_more(engine: Engine) -> None:
    entry = search_entry(PAGES[0], "nl")
    assert entry.forms["verzekeringen"] == entry.forms["verzekering"]
    assert entry.weights["verzekeer"] > entry.weights["juist"] > entry.weights["vraag"]
    assert search_in(engine, PAGES, "nl").paths("leen")[0] == "tasks/money/"


def test_an_entry_is_made_of_its_page_alone() -> None:
    assert search_entry(PAGES[0], "nl") == search_entry(PAGES[0], "nl")


def test_a_language_without_a_stemmer_keeps_its_words_whole() -> None:
    assert search_entry(Searchable("a/", "Bedrijven", "", ""), "ja").forms == {}


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        ("nl", "bijdrage", "tasks/sociale-bijdragen/"),
        ("nl", "medewerkers", "tasks/eerste-medewerker/"),
        ("nl", "wie leent mij 5.000 euro", "tasks/financiering/"),
        ("nl", "INSCHRIJVEN", "tasks/kbo/"),
        ("nl", "factuur", "tasks/als-werknemer-factureren/"),
        ("nl", "boekhouder", "tasks/boekhouding/"),
        ("nl", "uitkering houden", "tasks/voorbereiden-met-uitkering/"),
        ("nl", "mag dit met mijn uitkering", "benefit/"),
        ("nl", "microstart", "partners/microstart/"),
        ("fr", "allocations", "tasks/eerst-melden/"),
        ("fr", "qui me prête 5 000 euros", "tasks/financiering/"),
        ("fr", "pret", "partners/microstart/"),
        ("fr", "inscrire", "tasks/kbo/"),
        ("en", "lenders", "tasks/financiering/"),
        ("en", "registering", "tasks/favv-registratie/"),
    ],
)
def test_starters_find_what_they_ask_for(
    language: str, query: str, first: str, town_site: Path, engine: Engine
) -> None:
    assert first in search_of(engine, town_site / language).paths(query)[:3]


@pytest.mark.parametrize("query", ["", "  ", "zzzzqqq", "__proto__", "constructor", "a", "<script>", "%", "\\"])
def test_nothing_and_nonsense_find_nothing(query: str, engine: Engine) -> None:
    assert search_in(engine, PAGES, "nl").paths(query) == []


ALIKE = [
    ("b.t.w.", "btw"),
    ("B.T.W", "btw"),
    ("S.R.L.", "srl"),
    ("e-mail", "email"),
    ("e\u2011mail", "email"),
    ("BE 0123.456.789", "be 0123456789"),
    ("5\u202f000", "5000"),
    ("cœur", "coeur"),
    ("Ægir", "aegir"),
    ("Straße", "strasse"),
    ("Øre", "ore"),
    ("Łódź", "lodz"),
    ("Đorđe", "dorde"),
    ("ısı", "isi"),
    ("ﬁnanciën", "financien"),
    ("ĳs", "ijs"),
    ("Ｂｔｗ", "btw"),
    ("l’impôt", "l'impot"),
    ("l´impot", "l'impot"),
    ("l`impot", "l'impot"),
    ("l′impot", "l'impot"),
    ("lʼimpot", "l'impot"),
    ("«zaak»", '"zaak"'),
    ("„zaak“", '"zaak"'),
    ("be\u00adlasting", "belasting"),
    ("be\u200blasting", "belasting"),
    ("\u200fzaak", "zaak"),
    ("a\u00a0b", "a b"),
    ("Coöperatie", "cooperatie"),
    ("İstanbul", "istanbul"),
    ("ΣΟΦΟΣ", "σοφοσ"),
    ("wie. Je", "wie. je"),
]


@pytest.mark.parametrize(("typed", "read"), ALIKE)
def test_every_keyboard_is_read_alike_on_both_sides(typed: str, read: str, engine: Engine) -> None:
    assert fold(typed) == read
    assert engine.call("fold(text)", text=typed) == read
    assert engine.call("wordsOf(text)", text=f"x {typed}-yz") == words_of(f"x {typed}-yz")


def test_names_stand_where_readers_look_for_them() -> None:
    names = ["Zaak", "École", "Fonds", "Duo", "œuvre", "Oud", "«Atelier»"]
    assert sorted(names, key=name_order) == ["«Atelier»", "Duo", "École", "Fonds", "œuvre", "Oud", "Zaak"]


def partners(count: int) -> list[Searchable]:
    """Return pages that share most of their words, as those of a kind do, each with a name of its own."""
    common = ("starten met een plan", "lening voor starters", "advies over boekhouding", "coaching in groep")
    return [
        Searchable(f"partners/p{number}/", name, common[number % 4], f"{common[number % 3]} straat {number}", name=name)
        for number in range(count)
        for name in (f"{''.join('aeioubdkmr'[int(digit)] + 'n' for digit in f'{number * 7919:07}')} fonds",)
    ]


def test_the_index_grows_with_the_pages_and_a_first_search_does_not(engine: Engine) -> None:
    one, two = (search_in(engine, partners(count), "nl") for count in (1000, 2000))
    sizes = [sum(map(len, search.contents.values())) for search in (one, two)]
    assert sizes[1] / sizes[0] < 2.2
    assert len(two.contents) / len(one.contents) < 2.2
    for query in ("lening", "boekhouding starters", "bank van het fonds", partners(7)[6].title, "lenign"):
        assert two.weight(query) < 1.5 * one.weight(query)
        assert two.weight(query) < 60_000


def test_a_word_on_thousands_of_pages_lists_those_that_say_most_of_it_and_counts_all(engine: Engine) -> None:
    pages = [*PAGES, *partners(1500)]
    stems = search_in(engine, pages, "nl").stems()
    count, *values = stems["fond"] if "fond" in stems else stems["fonds"]
    assert count == 1500
    assert len([value for value in values if value >= 0]) == 250
    # What other kinds say of it stays, however many partners say it.
    assert "tasks/money/" in search_in(engine, pages, "nl").paths("lening", folder="tasks")


def test_a_changed_text_changes_the_files_of_its_words_alone(engine: Engine) -> None:
    before = partners(1000)
    after = [*before[:500], before[500]._replace(words=f"{before[500].words} regenboog"), *before[501:]]
    old, new = (search_in(engine, pages, "nl").contents for pages in (before, after))
    assert len(set(new) - set(old)) <= 3
    assert all(old[path] == new[path] for path in set(old) & set(new) if path != "search-index.json")


def test_who_waits_no_longer_ends_an_index_while_it_is_made() -> None:
    entries = [search_entry(page, "nl") for page in PAGES]
    calls = 0

    def go_on() -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise Outdated

    with pytest.raises(Outdated):
        list(search_index(entries, go_on))
    assert calls == 3
