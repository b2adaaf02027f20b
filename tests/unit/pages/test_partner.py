"""The page of a partner says what is known of it, and what is not."""

from __future__ import annotations

from pathlib import Path

from starterspad.content.catalog import Catalog
from starterspad.content.loader import load_catalog

from tests.conftest import Write
from tests.support.rendered_pages import bodies


def test_what_is_not_known_is_not_said_and_how_the_rest_was_seen_is(tiny: Catalog) -> None:
    body = bodies(tiny, "en")["partners/town-desk/"]
    assert "What to bring" not in body
    assert "not known" not in body
    assert "in archived pages. Nobody has checked yet whether it still holds." in body
    assert "Not yet checked with the organisation itself." in body


def test_each_way_to_reach_a_partner_names_where_it_was_found(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    contact = (
        "contact:\n  phone: +32 9 000 00 00\n  page: https://desk.example/reach\n  sources:\n"
        "    page: {url: https://desk.example/page, seen: news}\n"
        "    phone: {url: https://desk.example/phone, kind: official, date: 2026-05, seen: copy}\n"
    )
    write("partners/town-desk.yml", text + contact)
    body = bodies(load_catalog(instance), "en")["partners/town-desk/"]
    assert 'href="tel:+3290000000"' in body
    phone, page = body.index('"https://desk.example/phone"'), body.index('"https://desk.example/page"')
    assert phone < page
    assert "found in a copy of an official page (May 2026)" in body[phone:page]
    assert "read in the news (undated)" in body[page:]


def test_a_partner_that_paused_says_so_and_no_longer_appears(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text + "paused: 2026-11-01\n")
    found = bodies(load_catalog(instance), "en")
    assert "November 1, 2026" in found["partners/town-desk/"]
    assert "For the organisation: where and why you appear here" not in found["partners/town-desk/"]
    assert "town-desk" not in found["tasks/register/"]
    assert "data-partner" not in found["partners/"]
