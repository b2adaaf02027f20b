"""What people of Ghent ask in their own words finds the page that answers."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from starterspad.content.catalog import Catalog

from tests.conftest import REPOSITORY, SiteOf
from tests.support.js_engine import Engine
from tests.support.searching import search_of

QUERIES = yaml.safe_load((REPOSITORY / "tests/fixtures/cases/queries.yml").read_text("utf-8"))
TYPED = yaml.safe_load((REPOSITORY / "tests/fixtures/cases/typed.yml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("language", "query", "first"),
    [
        ("nl", "verzekeren", "tasks/verzekeringen/"),
        ("nl", "verzekering", "tasks/verzekeringen/"),
        ("nl", "wie leent mij 5.000 euro", "tasks/financiering/"),
        ("nl", "INSCHRIJVEN", "tasks/kbo/"),
        ("nl", "facturen", "tasks/e-facturatie/"),
        ("nl", "boekhouder", "tasks/boekhouder-kiezen/"),
        ("nl", "uitkering houden", "tasks/voorbereiden-met-uitkering/"),
        ("nl", "mag dit met mijn uitkering", "benefit/"),
        ("nl", "microstart", "partners/microstart/"),
        ("fr", "allocations", "guides/job-seekers/"),
        ("fr", "qui me prête 5 000 euros", "tasks/financiering/"),
        ("fr", "pret", "partners/microstart/"),
        ("fr", "inscrire", "tasks/kbo/"),
        ("en", "lenders", "tasks/financiering/"),
        ("en", "registering", "tasks/kbo/"),
        ("nl", "b.t.w.", "tasks/btw/"),
        ("fr", "T.V.A.", "tasks/btw/"),
        ("nl", "B.V.", "tasks/rechtsvorm/"),
        ("fr", "S.R.L.", "tasks/rechtsvorm/"),
        ("fr", "A.S.B.L.", "tasks/rechtsvorm/"),
        ("nl", "naaien", "tasks/beroep-nakijken/"),
        ("nl", "kapper", "tasks/beroep-nakijken/"),
        ("nl", "thuiskapster", "tasks/beroep-nakijken/"),
        ("nl", "nagelstudio", "tasks/beroep-nakijken/"),
        ("nl", "schoonheidsspecialiste", "tasks/beroep-nakijken/"),
        ("nl", "ik ben schilder", "guides/building/"),
        ("nl", "stoelmassage aan huis", "tasks/zaak-aan-huis/"),
        ("nl", "fietsenmaker", "tasks/beroep-nakijken/"),
        ("nl", "uber", "tasks/beroep-nakijken/"),
        ("nl", "bakker worden", "tasks/favv-registratie/"),
        ("nl", "foodtruck", "tasks/ambulante-handel/"),
        ("nl", "fotograaf", "tasks/kunst-maken-als-beroep/"),
        ("nl", "airbnb", "tasks/zaak-aan-huis/"),
        ("nl", "webshop", "tasks/webshop-regels/"),
        ("nl", "vzw oprichten", "tasks/rechtsvorm/"),
        ("nl", "dopgeld", "tasks/voorbereiden-met-uitkering/"),
        ("nl", "dop", "tasks/voorbereiden-met-uitkering/"),
        ("nl", "stempelgeld", "tasks/voorbereiden-met-uitkering/"),
        ("nl", "ziekenkas", "tasks/werken-met-ziekte-uitkering/"),
        ("nl", "leefloon", "tasks/leefloon-en-zaak/"),
        ("nl", "zwart werk", "tasks/klein-bijverdienen/"),
        ("nl", "boekhoudster", "tasks/boekhouder-kiezen/"),
        ("nl", "boekhowder", "tasks/boekhouder-kiezen/"),
        ("nl", "verzekreing", "tasks/verzekeringen/"),
        ("nl", "hoeveel belasting betaal ik", "tasks/geld-opzij/"),
        ("nl", "werknemer aannemen", "tasks/eerste-medewerker/"),
        ("nl", "ik wil mijn job opzeggen", "tasks/vangnet/"),
        ("nl", "ik ben zwanger", "tasks/zwanger-als-zelfstandige/"),
        ("nl", "subsidie", "tasks/steun-gent/"),
        ("nl", "deurwaarder", "tasks/bel-vandaag/"),
        ("nl", "ondernemingsnummer aanvragen", "tasks/kbo/"),
        ("fr", "coiffeuse", "tasks/beroep-nakijken/"),
        ("fr", "boulanger", "tasks/favv-registratie/"),
        ("fr", "couturière", "tasks/beroep-nakijken/"),
        ("fr", "esthéticienne", "tasks/beroep-nakijken/"),
        ("fr", "traiteur", "tasks/favv-registratie/"),
        ("fr", "chômage", "tasks/voorbereiden-met-uitkering/"),
        ("fr", "mutuelle", "tasks/werken-met-ziekte-uitkering/"),
        ("fr", "CPAS", "tasks/leefloon-en-zaak/"),
        ("fr", "combien d’impôts je paie", "tasks/geld-opzij/"),
        ("fr", "engager mon frère", "tasks/eerste-medewerker/"),
        ("fr", "comtable", "tasks/boekhouder-kiezen/"),
        ("fr", "quitter mon travail", "tasks/vangnet/"),
        ("fr", "ecole de coiffure", "tasks/beroep-nakijken/"),
        ("en", "hairdresser", "tasks/beroep-nakijken/"),
        ("en", "plumber", "tasks/beroep-nakijken/"),
        ("en", "cleaner", "guides/cleaning/"),
        ("en", "dole", "tasks/voorbereiden-met-uitkering/"),
        ("en", "can I hire my brother", "tasks/eerste-medewerker/"),
        ("en", "how much tax do I pay", "tasks/geld-opzij/"),
        ("en", "acountant", "tasks/boekhouder-kiezen/"),
        ("en", "food truck", "tasks/favv-registratie/"),
        ("en", "sewing clothes at home", "tasks/beroep-nakijken/"),
        ("en", "residence permit", "tasks/beroepskaart/"),
    ],
)
def test_starters_find_what_they_ask_for(
    language: str, query: str, first: str, ghent_site: Path, engine: Engine
) -> None:
    assert first in search_of(engine, ghent_site / language).paths(query)[:3]


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_sixty_queries_as_people_type_them_are_answered_among_the_first_three(
    language: str, ghent_site: Path, engine: Engine
) -> None:
    search = search_of(engine, ghent_site / language)
    first = {row[language]: (search.paths(row[language])[:3], row["pages"]) for row in TYPED}
    assert len(TYPED) == 60
    assert {query: found for query, (found, pages) in first.items() if not {*found} & {*pages}} == {}


@pytest.mark.parametrize(
    ("language", "query", "meant"),
    [
        ("nl", "boekhowder", "boekhouder"),
        ("nl", "schoonheidspesialiste", "schoonheidsspecialiste"),
        ("fr", "comtable", "comptable"),
        ("en", "insurrance", "insurance"),
        ("nl", "boekhouder", ""),
        ("en", "hair dresser insurance", ""),
    ],
)
def test_a_slip_of_the_finger_is_asked_after(
    language: str, query: str, meant: str, ghent_site: Path, engine: Engine
) -> None:
    assert search_of(engine, ghent_site / language).ask(query)["meant"] == meant


@pytest.mark.parametrize(
    ("language", "query"),
    [
        ("nl", "hoeveel belasting betaal ik als ik een zaak begin"),
        ("nl", "wat moet ik doen als ik zelf een zaak wil"),
        ("nl", "airbnb"),
        ("fr", "je voudrais savoir ce que je dois faire pour commencer"),
        ("en", "what do I have to do when I want to start for myself"),
    ],
)
def test_a_sentence_is_no_list_of_all_pages(language: str, query: str, ghent_site: Path, engine: Engine) -> None:
    assert len(search_of(engine, ghent_site / language).paths(query)) <= 30


# How high the page stood that was meant, in the index of whole pages (the mean of 1 / its place).
@pytest.mark.parametrize(("language", "before"), [("nl", 0.897), ("fr", 0.888), ("en", 0.903)])
def test_fifty_queries_are_answered_as_high_as_by_an_index_of_whole_pages(
    language: str, before: float, ghent_site: Path, engine: Engine
) -> None:
    search = search_of(engine, ghent_site / language)
    ranks = []
    for query in QUERIES:
        meant = [place for place, path in enumerate(search.paths(query[language]), 1) if path in query["pages"]]
        ranks.append(1 / meant[0] if meant else 0)
    assert len(ranks) == 50
    assert sum(ranks) / len(ranks) >= before


@pytest.mark.parametrize(
    ("language", "query", "meant"),
    [
        ("nl", "kapster worden", "guides/vak-verzorging/"),
        ("nl", "nagelstudio aan huis", "guides/vak-verzorging/"),
        ("nl", "zzp in de zorg", "guides/vak-verzorging/"),
        ("nl", "foodtruck", "guides/vak-eten/"),
        ("nl", "thuis taarten bakken", "guides/vak-eten/"),
        ("nl", "horecavergunning", "tasks/naam-en-vergunning/"),
        ("nl", "stukadoor", "guides/vak-bouwen/"),
        ("nl", "schoonmaakbedrijf beginnen", "guides/vak-bouwen/"),
        ("nl", "hovenier", "guides/vak-bouwen/"),
        ("nl", "webwinkel", "guides/vak-winkel/"),
        ("nl", "marktkraam", "guides/vak-winkel/"),
        ("nl", "verkopen in Duitsland", "tasks/verkopen-in-de-eu/"),
        ("nl", "meubelmaker", "guides/vak-werkplaats/"),
        ("nl", "naaiatelier", "guides/vak-werkplaats/"),
        ("nl", "fotograaf", "guides/vak-creatief/"),
        ("nl", "programmeur", "guides/vak-opdrachten/"),
        ("nl", "wet DBA", "tasks/schijnzelfstandig/"),
        ("nl", "hoeveel belasting betaal ik", "tasks/belasting-opzij/"),
        ("nl", "inkomstenbelasting", "tasks/belasting-opzij/"),
        ("nl", "wat moet ik per uur vragen", "tasks/uurprijs/"),
        ("en", "hairdresser", "guides/vak-verzorging/"),
        ("en", "home care nurse", "guides/vak-verzorging/"),
        ("en", "food truck", "guides/vak-eten/"),
        ("en", "baking cakes", "guides/vak-eten/"),
        ("en", "plumber", "guides/vak-bouwen/"),
        ("en", "cleaning company", "guides/vak-bouwen/"),
        ("en", "web shop", "guides/vak-winkel/"),
        ("en", "selling abroad", "tasks/verkopen-in-de-eu/"),
        ("en", "furniture maker", "guides/vak-werkplaats/"),
        ("en", "photographer", "guides/vak-creatief/"),
        ("en", "freelance developer", "guides/vak-opdrachten/"),
        ("en", "income tax", "tasks/belasting-opzij/"),
        ("en", "hourly rate", "tasks/uurprijs/"),
    ],
)
def test_starters_of_a_second_city_find_their_trade_too(
    language: str, query: str, meant: str, site_of: SiteOf, engine: Engine
) -> None:
    assert meant in search_of(engine, site_of("groningen") / language).paths(query)[:3]


def test_every_partner_finds_itself_first_by_its_name(ghent: Catalog, ghent_site: Path, engine: Engine) -> None:
    for language in ghent.site.languages:
        search = search_of(engine, ghent_site / language)
        first = {id: search.paths(partner.name)[0] for id, partner in ghent.partners.items() if not partner.left}
        assert first == {id: f"partners/{id}/" for id in first}


def test_a_first_search_loads_little(ghent_site: Path, engine: Engine) -> None:
    for language in ("nl", "fr", "en"):
        search = search_of(engine, ghent_site / language)
        assert max(search.weight(query[language]) for query in QUERIES[::7]) < 40_000
