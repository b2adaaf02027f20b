"""Messages of partners, as the form and the issue forms make them."""

from __future__ import annotations

from email.message import EmailMessage

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


def mails(answers: dict[str, str]) -> list[bytes]:
    """Return the letter as programs for mail save it: in each encoding, and with its page beside it."""
    saved: list[bytes] = []
    for encoding in ("quoted-printable", "base64", "8bit"):
        mail = EmailMessage()
        mail["Subject"] = "We join"
        mail["From"] = "M\u00f6hle <miller@mill.example>"
        mail.set_content(letter(answers | {"name": "M\u00f6hle"}).decode(), cte=encoding)
        saved.append(mail.as_bytes())
        mail.add_alternative("<p>words</p>", subtype="html")
        saved.append(mail.as_bytes())
    return saved


def entry(data: bytes, catalog: Catalog) -> Entry:
    return entry_of(read_message(data, "letter.txt", catalog), "letter.txt", catalog, TODAY)
