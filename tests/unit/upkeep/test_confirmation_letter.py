"""The letter that asks to confirm."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from starterspad.content.loader import load_catalog
from starterspad.upkeep.digest import digest_of

from tests.conftest import TODAY, Write


def test_a_letter_is_ready_to_be_sent_and_leads_to_the_form_of_that_partner(instance: Path, write: Write) -> None:
    text = (instance / "partners/town-desk.yml").read_text("utf-8")
    write("partners/town-desk.yml", text + "contact: {email: desk@desk.example}\n")
    (letter,) = digest_of(load_catalog(instance), TODAY).letters
    opened = urlsplit(letter.mailto)
    assert opened.path == "desk@desk.example"
    body = parse_qs(opened.query)["body"][0]
    assert "https://tiny.example/portal/en/join/#change=town-desk" in body
    assert "January 1, 2026" in body
