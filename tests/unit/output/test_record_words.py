"""The words of a record: all that it says in a language, and nothing that stands around it."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.output.record_words import own_words, without_addresses
from starterspad.output.searchable_pages import searchable_pages
from starterspad.pages.page import Page

from tests.support.rendered_pages import inputs_of


def test_a_partner_says_its_own_texts_in_the_language_that_is_asked_for(town: Catalog) -> None:
    partner = town.partners["microstart"]
    words = own_words(partner, town.site.languages, "fr", "nl")
    assert partner.summary["fr"] in words
    assert partner.summary["nl"] not in words
    assert all(service.title["fr"] in words for service in partner.services)
    for kept in (str(partner.website), partner.services[0].id, partner.services[0].source, "microstart"):
        assert kept not in words.splitlines()


def test_a_link_says_its_words_and_not_where_it_leads() -> None:
    said = without_addresses("Ask [the town](https://town.example/desk?a=b) or <https://x.example>, **now**.")
    assert "example" not in said
    assert "the town" in said
    assert "now" in said


def test_no_page_is_searched_by_its_html_or_by_the_names_of_others(town: Catalog) -> None:
    names = {partner.name for partner in town.partners.values()}
    inputs = inputs_of(town, "nl")
    paths = [f"partners/{id}/" for id in town.partners]
    found = {
        page.path: page
        for page in searchable_pages(town, "nl", [Page(p, "t", "d", "record", inputs, inputs) for p in paths])
    }
    for id, partner in town.partners.items():
        if not partner.left:
            page = found[f"partners/{id}/"]
            assert page.name == partner.name
            own = own_words(partner, town.site.languages, "nl", town.site.default_language)
            assert not {name for name in names if name in page.words and name not in own and len(name) > 12}
