"""Messages of partners, as the form and the issue forms make them."""

from __future__ import annotations

from starterspad.content.catalog import Catalog
from starterspad.intake.message_reader import read_message
from starterspad.intake.partner_from_message import Entry, entry_of

from tests.conftest import TODAY

ANSWERS = {
    "name": "Town mill",
    "kind.en": "A mill",
    "summary.en": "Grinds.",
    "website": "https://mill.example",
    "services.1.title.en": "Grinding",
    "services.1.helps_with": "- Talk to someone (talk-first)",
    "confirmed.by": "A. Miller",
}


def letter(answers: dict[str, str], *frame: str) -> bytes:
    told = (
        f"[{path}] {words}\n\n" if path.endswith(".id") else f"[{path}] a label\n{words}\n"
        for path, words in answers.items()
    )
    return "\n".join([*frame, *told, "[end]"]).encode()


def entry(data: bytes, catalog: Catalog) -> Entry:
    return entry_of(read_message(data, "letter.txt", catalog), "letter.txt", catalog, TODAY)
