"""Search: other forms of a word, parts of compounds and whole questions find the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starterspad.content.folding import fold, name_order, words_of
from starterspad.output.search_index import search_index

from tests.support.js_engine import Engine

PAGES = [
    (
        "tasks/insurance/",
        "Verzekeringen",
        "Sluit de juiste verzekering af",
        "<p>Vraag na wat je <b>verzekert</b>.</p>",
        "",
    ),
    ("tasks/money/", "Zoek het startgeld", "Vergelijk leningen", "<p>Een lening van de bank</p>", ""),
]


def test_words_are_folded() -> None:
    assert words_of("L'Impôt, C'est ÇA! a 25") == ["impot", "est", "ca", "25"]
    assert fold("Coöperatie") == "cooperatie"


def test_forms_of_a_word_share_a_stem_and_titles_weigh_more() -> None:
    index = search_index(PAGES, "nl")
    assert index["forms"]["verzekeringen"] == index["forms"]["verzekering"]
    weights = index["stems"]["leen"]
    assert weights[0] == 1
    assert index["pages"][0] == PAGES[0][:3]


def test_markup_is_no_word() -> None:
    assert (
        "strong"
        not in search_index([("a/", "x", "y", "<strong class='n'>Zaak &amp; plan</strong>", "")], "nl")["stems"]
    )


def test_a_language_without_a_stemmer_keeps_its_words_whole() -> None:
    assert search_index([("a/", "Bedrijven", "", "", "")], "ja")["forms"] == {}


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
    index = json.loads((town_site / language / "search-index.json").read_text("utf-8"))
    found = engine.call("search(index, query)", index=index, query=query)
    assert first in [page["path"] for page in found[:3]]


@pytest.mark.parametrize("query", ["", "  ", "zzzzqqq", "__proto__", "constructor", "a", "<script>", "%", "\\"])
def test_nothing_and_nonsense_find_nothing(query: str, engine: Engine) -> None:
    index = json.loads(json.dumps(search_index(PAGES, "nl")))
    assert engine.call("search(index, query)", index=index, query=query) == []


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
